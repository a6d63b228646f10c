#include "engine/disclosure.hpp"

#include "domain/formula.hpp"
#include "engine/disclosure_table.hpp"
#include "engine/find_measure.hpp"
#include "engine/published_figures.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

const Stretch earliest{*Date::from_ymd(1, 1, 1), *Date::from_ymd(1, 1, 1)};

} // namespace

// A measure with its breakdowns, and the table they are in.
struct Disclosure::Family {
    std::vector<const Measure*> measures;
    DisclosureTable table;
};

Disclosure::Disclosure(const MeasuredContent& content, Instant as_at) : content_(content) {
    const Known known(content, as_at);
    std::vector<Family> families;
    for (const Measure& whole : content.measures) {
        std::vector<const Measure*> measures{&whole};
        for (const Measure& part : content.measures)
            if (part.parent == whole.code && is_about(part)) measures.push_back(&part);
        // A breakdown is in the table of its whole, and in one of its own if it has breakdowns.
        const Measure* parent = measure_if(content, whole.parent);
        if (!is_about(whole) || (measures.size() == 1 && parent && is_about(*parent))) continue;
        families.push_back({measures, DisclosureTable(known, measures)});
    }
    // What is small, and made of it, comes first: which others are hidden with it must not depend on how small it is.
    for (const Family& family : families) hide(family, family.table.small(content.settings.suppression.rule()));
    hide_made_of_hidden(families);
    std::size_t before = 0;
    do { // what is hidden in one table may be revealed by another: a formula by its inputs, a part by the table of its parts
        before = hidden_.size();
        for (const Family& family : families) hide_in(family);
        hide_made_of_hidden(families);
        hide_by_formula();
    } while (hidden_.size() != before);
}

void Disclosure::hide(const Family& family, const std::vector<PublishedCell>& cells) {
    for (const PublishedCell& cell : cells)
        hidden_.emplace(family.measures[cell.measure]->code, cell.area, cell.stretch);
}

void Disclosure::hide_in(const Family& family) {
    const Suppression& rule = content_.settings.suppression;
    std::vector<PublishedCell> given_away;
    for (std::size_t i = 0; i < family.measures.size(); ++i) {
        const MeasureCode& code = family.measures[i]->code;
        for (auto cell = hidden_.lower_bound({code, AreaCode(), earliest});
             cell != hidden_.end() && std::get<0>(*cell) == code; ++cell)
            given_away.push_back({i, std::get<1>(*cell), std::get<2>(*cell)});
    }
    if (rule.rounding == 0) hide(family, family.table.hidden(rule.rule(), given_away));
}

// A formula takes what is known of a longer stretch for each shorter one in it.
void Disclosure::hide_made_of_hidden(const std::vector<Family>& families) {
    std::size_t before = 0;
    do {
        before = hidden_.size();
        const auto hidden = hidden_;
        for (const Measure& measure : content_.measures) {
            const auto formula = Formula::parse(measure.formula);
            if (!formula) continue;
            for (const auto& [code, area, stretch] : hidden) {
                if (std::ranges::find(formula->inputs(), code) == formula->inputs().end()) continue;
                hidden_.emplace(measure.code, area, stretch);
                for (const Family& family : families)
                    for (std::size_t i = 0; i < family.measures.size(); ++i)
                        if (family.measures[i] == &measure) hide(family, family.table.within({i, area, stretch}));
            }
        }
    } while (hidden_.size() != before);
}

// Of what a hidden figure is made of, something has to be hidden: where nothing is yet, all that is protected, since none of it
// says which one keeps the figure safe; or all of it, where nothing is.
void Disclosure::hide_by_formula() {
    const auto hidden = hidden_;
    for (const Measure& measure : content_.measures) {
        const auto formula = Formula::parse(measure.formula);
        if (!formula) continue;
        std::vector<const Measure*> inputs, goes_with;
        for (const MeasureCode& each : formula->inputs())
            if (const Measure* input = measure_if(content_, each)) inputs.push_back(input);
        std::ranges::copy_if(inputs, std::back_inserter(goes_with),
                             [&](const Measure* each) { return is_about(*each); });
        if (goes_with.empty()) goes_with = inputs;
        for (const auto& [code, area, stretch] : hidden) {
            if (code != measure.code || hides_one_of(inputs, area, stretch)) continue;
            for (const Measure* input : goes_with) {
                hidden_.emplace(input->code, area, stretch);
                if (input->roll_up == RollUp::last) hidden_.emplace(input->code, area, own_stretch(*input, stretch));
            }
        }
    }
}

bool Disclosure::hides_one_of(const std::vector<const Measure*>& inputs, const AreaCode& area,
                              const Stretch& stretch) const {
    return std::ranges::any_of(inputs, [&](const Measure* input) {
        return hidden_.contains({input->code, area, stretch}) ||
               (input->roll_up == RollUp::last && hidden_.contains({input->code, area, own_stretch(*input, stretch)}));
    });
}

// That of the measure's own period at the end of another stretch, for which a snapshot is used.
Stretch Disclosure::own_stretch(const Measure& measure, const Stretch& stretch) const {
    const Calendar& calendar = content_.settings.calendar;
    return measure.grain == Grain::span ? stretch
                                        : stretch_of(calendar, calendar.containing(measure.grain, stretch.last));
}

bool Disclosure::is_about(const Measure& measure) const { return is_protected(content_.settings.suppression, measure); }

bool Disclosure::hides(const MeasureCode& measure, const AreaCode& area, Period described) const {
    const Calendar& calendar = content_.settings.calendar;
    if (hidden_.contains({measure, area, stretch_of(calendar, described)})) return true;
    // a row under a period's name may be the year to date at its end
    const Measure* found = measure_if(content_, measure);
    if (!found || found->roll_up != RollUp::by_hand || described.grain() == Grain::span) return false;
    return hidden_.contains({measure, area, stretch_of(calendar, calendar.year_to_date(described))});
}

bool Disclosure::hides_any(const MeasureCode& measure) const {
    const Measure* found = measure_if(content_, measure);
    const bool is_rounded = content_.settings.suppression.rounding > 1 && found && is_about(*found);
    return is_rounded || std::ranges::any_of(hidden_, [&](const auto& cell) { return std::get<0>(cell) == measure; });
}

} // namespace qd::inline engine
