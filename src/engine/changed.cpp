#include "engine/changed.hpp"

#include "domain/formula.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace qd::inline engine {
namespace {

// Named one by one, so that a new member does not compile until somebody said whether figures follow from it.
auto all_but_returns(const FiguresContent& figures) {
    const auto& [measures, rebases, tolerances, targets, returns, forecasts, trajectories] = figures;
    return std::tie(measures, rebases, tolerances, targets, forecasts, trajectories);
}

bool has_other_rules(const MeasuredContent& before, const MeasuredContent& after) {
    const OrganisationContent &then = before, &now = after;
    return then != now || all_but_returns(before) != all_but_returns(after) || before.updates != after.updates;
}

using ByMeasure = std::unordered_map<MeasureCode, std::vector<const Return*>>;

ByMeasure handed_in(const MeasuredContent& content) {
    ByMeasure found;
    for (const Return& each : content.returns)
        if (each.origin == Origin::handed_in) found[each.measure].push_back(&each);
    return found;
}

bool are_same(const std::vector<const Return*>& before, const std::vector<const Return*>& after) {
    return std::ranges::equal(before, after, [](const Return* a, const Return* b) { return *a == *b; });
}

// The measures that another one asks for: by its formula, or as what its definition is linked with.
std::vector<MeasureCode> asked_by(const Measure& measure) {
    std::vector<MeasureCode> asked;
    if (!measure.formula.empty())
        if (const auto formula = Formula::parse(measure.formula)) asked = formula->inputs();
    for (const Definition& definition : measure.definitions)
        if (!definition.overlap.empty()) asked.push_back(definition.overlap);
    return asked;
}

void add_those_that_follow(std::set<MeasureCode>& changed, const std::vector<Measure>& measures) {
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
    Changed changed{.rules = has_other_rules(before, after), .measures = {}};
    if (changed.rules) return changed;
    const ByMeasure then = handed_in(before), now = handed_in(after);
    for (const auto& [measure, returns] : now)
        if (const auto found = then.find(measure); found == then.end() || !are_same(found->second, returns))
            changed.measures.insert(measure);
    for (const auto& [measure, returns] : then)
        if (!now.contains(measure)) changed.measures.insert(measure);
    add_those_that_follow(changed.measures, after.measures);
    // Who is like whom follows from these, and whom a figure is held against from that.
    changed.rules = std::ranges::any_of(after.settings.neighbours.measures,
                                        [&](const MeasureCode& each) { return changed.measures.contains(each); });
    return changed;
}

} // namespace qd::inline engine
