#include "checks/check.hpp"

#include "checks/families.hpp"

#include <algorithm>
#include <unordered_map>

namespace qd::inline checks {
namespace {

// By measure: it looks at each measure by itself, in the order of the content, by its figure on the scorecard, its course and what
// was handed in for it; and all that it finds is about that measure.
struct Family {
    Findings (*check)(const CheckInput& input);
    bool is_by_measure = false;
};

constexpr bool by_measure = true;
constexpr Family families[] = {{check_statements},
                               {check_bindings},
                               {check_bound_figures},
                               {check_claims},
                               {check_statuses},
                               {check_told},
                               {check_figures, by_measure},
                               {check_targets},
                               {check_peers, by_measure},
                               {check_histories, by_measure},
                               {check_handed_in, by_measure},
                               {check_returns},
                               {check_areas},
                               {check_recovery_plans},
                               {check_actions},
                               {check_register},
                               {check_dates},
                               {check_programmes},
                               {check_risks},
                               {check_self_evaluation},
                               {check_meetings},
                               {check_printed},
                               {check_codes}};

// Findings about measures in the order of these.
class InOrderOfMeasures {
public:
    explicit InOrderOfMeasures(const std::vector<Measure>& measures) {
        for (const Measure& measure : measures) places_.emplace(measure.code.text(), places_.size());
    }
    Findings merged(const Findings& some, const Findings& others) const {
        const auto place = [this](const Finding& finding) { return places_.at(finding.subject.code); };
        Findings all;
        std::ranges::merge(some, others, std::back_inserter(all), {}, place, place);
        return all;
    }

private:
    std::unordered_map<std::string, std::size_t> places_;
};

} // namespace

const Series* CheckInput::series(const MeasureCode& measure) const {
    const auto found = std::ranges::find(courses, measure, [](const auto& each) { return each->measure; });
    if (found == courses.end()) return nullptr;
    return (*found)->is_outline ? &whole_series(measure) : found->get();
}

const Figure* CheckInput::whole(const Series& course, const Figure& point) const {
    if (!course.is_outline) return &point;
    const auto find = [&](const std::vector<Figure>& figures) -> const Figure* {
        const auto found = std::ranges::find_if(figures, [&](const Figure& figure) {
            return figure.measure == course.measure && figure.period == point.period;
        });
        return found == figures.end() ? nullptr : &*found;
    };
    if (point.period == period)
        if (const Figure* found = find(scorecard.figures)) return found;
    return find(whole_series(course.measure).points);
}

ByFamily check_by_family(const CheckInput& input) {
    ByFamily found;
    for (const Family& family : families) found.push_back(family.check(input));
    return found;
}

ByFamily check_again(const CheckInput& input, ByFamily before, const std::set<MeasureCode>& measures) {
    Scorecard scorecard{input.scorecard.period, input.scorecard.area, input.scorecard.as_at, {}, {}};
    std::ranges::copy_if(input.scorecard.figures, std::back_inserter(scorecard.figures),
                         [&](const Figure& each) { return measures.contains(each.measure); });
    Courses courses;
    std::ranges::copy_if(input.courses, std::back_inserter(courses),
                         [&](const auto& each) { return measures.contains(each->measure); });
    const CheckInput part{input.content, input.period,      input.as_at, scorecard,
                          input.before,  input.partnership, courses,     input.whole_series};
    const InOrderOfMeasures order(input.content.measures);
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!families[i].is_by_measure) {
            before[i] = families[i].check(input);
            continue;
        }
        std::erase_if(before[i],
                      [&](const Finding& each) { return measures.contains(MeasureCode(each.subject.code)); });
        before[i] = order.merged(before[i], families[i].check(part));
    }
    return before;
}

Findings in_one_list(const ByFamily& found) {
    Findings all;
    for (const Findings& each : found) all.insert(all.end(), each.begin(), each.end());
    std::ranges::stable_sort(all, {}, &Finding::severity);
    return all;
}

Findings check(const CheckInput& input) { return in_one_list(check_by_family(input)); }

} // namespace qd::inline checks
