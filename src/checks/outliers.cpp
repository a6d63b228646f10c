#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "checks/plausible.hpp"
#include "statistics/plausibility.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace qd::inline checks {
namespace {

// Farther than anybody would call far (3.5): what is far for a reason is far every year, and should not be reported every year.
constexpr double very_far = 6;
constexpr std::size_t history_needed = 8, peers_needed = 8;

// What is compared from area to area has to be free of their size.
bool is_free_of_size(const Measure& measure) {
    return measure.quantity != Quantity::count && measure.quantity != Quantity::money;
}

std::optional<Decimal> value_of(const Measure& measure, const Observation& cell) {
    const std::int64_t times = measure.quantity == Quantity::percent ? 100 : measure.per;
    if (cell.numerator && cell.denominator) return Decimal::ratio_if(*cell.numerator, *cell.denominator, times);
    return cell.value;
}

// The newest value handed in for each area of a stretch of time, as known then.
std::map<AreaCode, Decimal> values_of_areas(const Content& content, Instant as_at, const Measure& measure,
                                            Period described) {
    struct Newest {
        std::optional<Instant> known_at;
        std::optional<Decimal> value;
    };
    std::map<AreaCode, Newest> newest;
    for (const Return& handed_in : content.returns) {
        if (handed_in.measure != measure.code || !counts(handed_in.state)) continue;
        if (handed_in.known_at && *handed_in.known_at > as_at) continue;
        const Observations& rows = handed_in.observations;
        if (std::ranges::find(rows.distinct_periods(), described) == rows.distinct_periods().end()) continue;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (rows.period(row) != described) continue;
            const Observation cell = rows.at(row);
            Newest& word = newest[cell.area.empty() ? content.settings.area : cell.area];
            if (word.known_at <= handed_in.known_at) word = {handed_in.known_at, value_of(measure, cell)};
        }
    }
    std::map<AreaCode, Decimal> values;
    for (const auto& [area, word] : newest)
        if (word.value) values.emplace(area, *word.value);
    return values;
}

std::string usual_of(const Measure& measure, const std::vector<double>& others) {
    const auto middle = Decimal::nearest(*median(others));
    return middle ? show(measure, *middle) : std::string("another figure");
}

// The areas of each kind with a value.
std::map<AreaKind, std::vector<std::pair<const Area*, Decimal>>> by_kind(const Content& content,
                                                                         const std::map<AreaCode, Decimal>& values) {
    std::map<AreaKind, std::vector<std::pair<const Area*, Decimal>>> kinds;
    for (const Area& area : content.areas)
        if (const auto found = values.find(area.code); found != values.end())
            kinds[area.kind].emplace_back(&area, found->second);
    return kinds;
}

} // namespace

std::vector<PeerFinding> far_from_peers(const Content& content, Instant as_at, const Measure& measure,
                                        Period described) {
    std::vector<PeerFinding> found;
    if (!is_free_of_size(measure)) return found;
    for (const auto& [kind, areas] : by_kind(content, values_of_areas(content, as_at, measure, described))) {
        if (areas.size() <= peers_needed) continue;
        std::vector<double> values;
        for (const auto& [area, value] : areas) values.push_back(value.to_double());
        const auto distances = robust_z_of_each(values);
        for (std::size_t i = 0; i < areas.size(); ++i) {
            if (!distances[i] || std::abs(*distances[i]) <= very_far) continue;
            const auto& [area, value] = areas[i];
            std::vector<double> others = values;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            found.push_back({area->code,
                             {note("peer-outlying"),
                              {SubjectKind::measure, measure.code.text()},
                              short_name(measure) + ", " + content.settings.calendar.label(described),
                              area->name + " has " + show(measure, value) + ", and the middle of the other " +
                                  std::to_string(others.size()) + " is " + usual_of(measure, others) +
                                  ": further apart than areas of one kind usually are."}});
        }
    }
    return found;
}

void far_from_history(const Measure& measure, const Series& series, const Figure& point, const std::string& when,
                      Findings& findings) {
    std::vector<double> course;
    for (const Figure& each : series.points) {
        const Cell& cell = cell_of_course(measure, each);
        if (!cell.has_value()) continue;
        if (has(each.flags, Flag::break_in_series)) course.clear();
        course.push_back(cell.value().to_double());
        if (&each != &point) continue;
        const std::vector<double> before(course.begin(), course.end() - 1);
        const auto z = robust_z(before, course.back());
        const auto step = step_z(course);
        // Far from what it was, and got there at a leap: a trend goes far as well, step by step.
        if (before.size() < history_needed || !z || !step || std::abs(*z) <= very_far || std::abs(*step) <= very_far)
            return;
        findings.push_back({note("value-outlying"),
                            {SubjectKind::measure, measure.code.text()},
                            short_name(measure) + ", " + when,
                            show(measure, cell.value()) + " is far from all of the " + std::to_string(before.size()) +
                                " figures before it, whose middle is " + usual_of(measure, before) + "."});
        return;
    }
}

Findings check_peers(const CheckInput& input) {
    Findings findings;
    for (const Figure& figure : input.scorecard.figures)
        if (const Measure* measure = find_row(input.content.measures, figure.measure))
            for (PeerFinding& each : far_from_peers(input.content, input.as_at, *measure, figure.described))
                findings.push_back(std::move(each.finding));
    return findings;
}

Findings check_histories(const CheckInput& input) {
    Findings findings;
    for (const auto& course : input.courses) {
        const Measure* measure = find_row(input.content.measures, course->measure);
        const auto point = std::ranges::find(course->points, input.period, &Figure::period);
        if (!measure || point == course->points.end()) continue;
        const Figure* whole = input.whole(*course, *point);
        if (whole != nullptr)
            far_from_history(*measure, *course, *point, input.content.settings.calendar.label(whole->described),
                             findings);
    }
    return findings;
}

} // namespace qd::inline checks
