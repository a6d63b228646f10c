#include "store/fields.hpp"
#include "store/nouns.hpp"

#include <map>

namespace qd::inline store {

std::vector<Plan> read_plans(db::Connection& store) {
    constexpr auto sql = "SELECT code, unit, title, runs_from, runs_to, decision_making, delivery FROM plans";
    std::vector<Plan> plans;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        Plan plan;
        plan.code = read.code<PlanCode>();
        plan.unit = read.code<UnitCode>();
        plan.title = read.text();
        plan.from = read.date();
        plan.to = read.date();
        plan.decision_making = read.text();
        plan.delivery = read.text();
        plans.push_back(std::move(plan));
    }
    return plans;
}

Line bring_plans(Writer& writer, const std::vector<Plan>& given_plans) {
    return bring(writer, "plans", given_plans, [](const Plan& plan) {
        return Item{Row::of("plans", plan.code.text(), plan.unit.text(), plan.title, given(plan.from), given(plan.to),
                            given(plan.decision_making), given(plan.delivery))};
    });
}

std::vector<Priority> read_priorities(db::Connection& store) {
    constexpr auto sql = "SELECT code, plan, unit, title, theme, position FROM priorities";
    constexpr auto sql_measures = "SELECT priority, measure FROM priority_measures ORDER BY priority, position";
    std::map<PriorityCode, std::vector<MeasureCode>> measures;
    for (auto row : store.query(sql_measures)) {
        FieldReader read(row);
        const PriorityCode priority = read.code<PriorityCode>();
        measures[priority].push_back(read.code<MeasureCode>());
    }
    std::vector<Priority> priorities;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        Priority priority;
        priority.code = read.code<PriorityCode>();
        priority.plan = read.code<PlanCode>();
        priority.unit = read.code<UnitCode>();
        priority.title = read.text();
        priority.theme = read.text();
        priority.position = read.small_integer();
        priority.measures = std::move(measures[priority.code]);
        priorities.push_back(std::move(priority));
    }
    return priorities;
}

Line bring_priorities(Writer& writer, const std::vector<Priority>& given_priorities) {
    return bring(writer, "priorities", given_priorities, [](const Priority& priority) {
        Item item{Row::of("priorities", priority.code.text(), given(priority.plan), priority.unit.text(),
                          priority.title, given(priority.theme), priority.position)};
        std::int64_t position = 0;
        for (const MeasureCode& measure : priority.measures)
            item.push_back(Row::of("priority_measures", priority.code.text(), ++position, measure.text()));
        return item;
    });
}

} // namespace qd::inline store
