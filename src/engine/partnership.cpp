#include "engine/partnership.hpp"

#include "domain/status_counts.hpp"
#include "engine/judging.hpp"

#include <algorithm>
#include <utility>

namespace qd::inline engine {
namespace {

using Share = std::pair<Status, std::size_t>;

// Worst first: work that has not begun comes after work that goes to plan; finished work is last.
std::vector<Share> shares_of(const StatusTally& tally) {
    return {{Status::red, tally.red},
            {Status::amber, tally.amber},
            {Status::not_started, tally.not_started},
            {Status::green, tally.green},
            {Status::complete, tally.complete}};
}

// The status that most of the children have that have one; a tie says nothing.
std::optional<Status> most_common(const StatusTally& tally) {
    auto shares = shares_of(tally);
    std::ranges::stable_sort(shares, std::ranges::greater{}, &Share::second);
    if (shares[0].second == 0 || shares[0].second == shares[1].second) return {};
    return shares[0].first;
}

std::optional<Status> worst(const StatusTally& tally) {
    for (const auto& [status, children] : shares_of(tally))
        if (children > 0) return status;
    return {};
}

std::optional<Status> by_child_rule(ChildRule rule, const StatusTally& tally) {
    switch (rule) {
    case ChildRule::most_common: return most_common(tally);
    case ChildRule::worst: return worst(tally);
    case ChildRule::none: break;
    }
    return {};
}

// The units as a person lists them: each followed by those below it.
void list_units(const std::vector<Unit>& units, const UnitCode& parent, std::vector<const Unit*>& listed) {
    for (const Unit& unit : units) {
        if (unit.parent != parent || std::ranges::find(listed, &unit) != listed.end()) continue;
        listed.push_back(&unit);
        list_units(units, unit.code, listed);
    }
}

std::vector<const Unit*> parents_first(const std::vector<Unit>& units) {
    std::vector<const Unit*> listed;
    list_units(units, UnitCode{}, listed);
    for (const Unit& unit : units) // those whose parent is not known
        if (std::ranges::find(listed, &unit) == listed.end()) listed.push_back(&unit);
    return listed;
}

std::optional<Plan> plan_of(const Known& known, const UnitCode& unit, Period period) {
    const Stretch stretch = stretch_of(known.calendar(), period);
    for (const Plan& plan : known.content.plans)
        if (plan.unit == unit && (!plan.from || *plan.from <= stretch.last) && (!plan.to || stretch.first <= *plan.to))
            return plan;
    return {};
}

std::optional<Update> update_of(const Known& known, const Subject& subject, Period period) {
    const Update* update = known.update_on(subject, period);
    return update ? std::optional(*update) : std::nullopt;
}

std::vector<Figure> figures_of(const Known& known, const Priority& priority, Period period) {
    const AreaCode& area = known.content.settings.area;
    std::vector<Figure> figures;
    for (const MeasureCode& code : priority.measures) {
        const Measure* measure = find_row(known.content.measures, code);
        if (measure == nullptr) continue;
        const Sheet sheet(known, *measure, area);
        figures.push_back(judge(sheet, area, period, sheet.shown(area, period)));
    }
    return figures;
}

PriorityLine line_of(const Known& known, const Priority& priority, Period period) {
    const Subject subject{SubjectKind::priority, priority.code.text()};
    PriorityLine line{priority, update_of(known, subject, period), {}, {}, figures_of(known, priority, period)};
    for (const Action& action : known.content.actions)
        if (action.subject == subject) ++count_of(line.actions, action.status.value_or(Status::not_rated));
    line.from_actions = by_child_rule(known.content.settings.child_rule, line.actions);
    return line;
}

GroupLines group_of(const Known& known, const Unit& unit, Period period) {
    GroupLines group{unit,
                     plan_of(known, unit.code, period),
                     update_of(known, {SubjectKind::unit, unit.code.text()}, period),
                     {},
                     {}};
    for (const Priority& priority : known.content.priorities)
        if (priority.unit == unit.code) group.lines.push_back(line_of(known, priority, period));
    std::ranges::stable_sort(group.lines, {}, [](const PriorityLine& line) { return line.priority.position; });
    for (const PriorityLine& line : group.lines)
        if (line.update) ++count_of(group.tally, line.update->status.value_or(Status::not_rated));
    return group;
}

} // namespace

Partnership compute_partnership(const MeasuredContent& content, Period period, Instant as_at) {
    const Known known(content, as_at);
    Partnership partnership{period, as_at, {}, 0, 0, {}, 0};
    for (const Unit* unit : parents_first(content.units)) {
        GroupLines group = group_of(known, *unit, period);
        if (group.lines.empty()) continue;
        partnership.priorities += group.lines.size();
        partnership.rows += group.tally.total();
        add(partnership.tally, group.tally);
        for (const PriorityLine& line : group.lines) partnership.actions += line.actions.total();
        partnership.groups.push_back(std::move(group));
    }
    return partnership;
}

} // namespace qd::inline engine
