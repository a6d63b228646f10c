#include "engine/changed.hpp"

#include "engine/related_measures.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

namespace qd::inline engine {
namespace {

using Measures = std::set<MeasureCode>;

// Adds the measures whose rows differ; `measure_of` says whose a row is, none = it judges no figure.
template <class Row, class MeasureOf>
void add_differing(Measures& changed, const std::vector<Row>& before, const std::vector<Row>& after,
                   MeasureOf measure_of) {
    using ByMeasure = std::unordered_map<MeasureCode, std::vector<const Row*>>;
    const auto by_measure = [&](const std::vector<Row>& rows) {
        ByMeasure found;
        for (const Row& row : rows)
            if (const std::optional<MeasureCode> measure = measure_of(row)) found[*measure].push_back(&row);
        return found;
    };
    const ByMeasure then = by_measure(before), now = by_measure(after);
    const auto are_same = [](const Row* a, const Row* b) { return *a == *b; };
    for (const auto& [measure, rows] : now)
        if (const auto found = then.find(measure);
            found == then.end() || !std::ranges::equal(found->second, rows, are_same))
            changed.insert(measure);
    for (const auto& [measure, rows] : then)
        if (!now.contains(measure)) changed.insert(measure);
}

// Those that say themselves whose they are; "" = all measures'.
template <class Row>
void add_differing(Measures& changed, const std::vector<Row>& before, const std::vector<Row>& after) {
    if (before == after) return;
    add_differing(changed, before, after, [](const Row& row) { return std::optional(row.measure); });
}

void add_updated(Measures& changed, const std::vector<Update>& before, const std::vector<Update>& after) {
    if (before == after) return;
    add_differing(changed, before, after, [](const Update& update) {
        return update.subject.kind == SubjectKind::measure ? std::optional(MeasureCode(update.subject.code))
                                                           : std::nullopt;
    });
}

// Which measures there are, and which are shown when: a list of figures is carried over only where that is the same.
bool has_other_list(const std::vector<Measure>& before, const std::vector<Measure>& after) {
    return !std::ranges::equal(before, after, [](const Measure& a, const Measure& b) {
        return a.code == b.code && a.on_scorecard == b.on_scorecard && a.active_from == b.active_from &&
               a.active_to == b.active_to;
    });
}

// Named one by one, so that a new member does not compile until somebody said whether figures follow from it. None follows from
// the trajectories of recovery plans.
Measures with_other_figures(const FiguresContent& before, const FiguresContent& after) {
    const auto& [measures, rebases, tolerances, targets, returns, forecasts, trajectories] = before;
    Measures changed;
    for (std::size_t i = 0; i < measures.size(); ++i)
        if (measures[i] != after.measures[i]) changed.insert(measures[i].code);
    add_differing(changed, rebases, after.rebases);
    add_differing(changed, tolerances, after.tolerances);
    add_differing(changed, targets, after.targets);
    add_differing(changed, forecasts, after.forecasts);
    add_differing(changed, returns, after.returns, [](const Return& each) {
        return each.origin == Origin::handed_in ? std::optional(each.measure) : std::nullopt;
    });
    return changed;
}

void add_those_that_follow(Measures& changed, const std::vector<Measure>& measures) {
    std::vector<std::pair<MeasureCode, std::vector<MeasureCode>>> asking;
    for (const Measure& measure : measures)
        if (auto asked = asked_by(measure); !asked.empty()) asking.emplace_back(measure.code, std::move(asked));
    for (bool found = true; found;) {
        found = false;
        for (const auto& [measure, asked] : asking)
            if (!changed.contains(measure) &&
                std::ranges::any_of(asked, [&](const MeasureCode& each) { return changed.contains(each); }))
                found = changed.insert(measure).second;
    }
}

} // namespace

Changed changed_between(const MeasuredContent& before, const MeasuredContent& after) {
    const OrganisationContent &then = before, &now = after;
    if (then != now || has_other_list(before.measures, after.measures)) return {.rules = true, .measures = {}};
    Changed changed{.rules = false, .measures = with_other_figures(before, after)};
    add_updated(changed.measures, before.updates, after.updates);
    add_those_that_follow(changed.measures, after.measures);
    // Who is like whom follows from these, and whom a figure is held against from that. A row without a measure is about all.
    const auto has_changed = [&](const MeasureCode& each) { return changed.measures.contains(each); };
    changed.rules = has_changed(MeasureCode()) || std::ranges::any_of(after.settings.neighbours.measures, has_changed);
    return changed;
}

} // namespace qd::inline engine
