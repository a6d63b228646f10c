#include "store/fields.hpp"
#include "store/nouns.hpp"

#include <map>

namespace qd::inline store {
namespace {

std::map<RecoveryPlanCode, std::vector<Presentation>> read_presentations(db::Connection& store) {
    constexpr auto sql = "SELECT recovery_plan, body, date, what FROM presentations ORDER BY recovery_plan, position";
    std::map<RecoveryPlanCode, std::vector<Presentation>> presentations;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        const RecoveryPlanCode plan = read.code<RecoveryPlanCode>();
        Presentation presentation;
        presentation.body = read.code<UnitCode>();
        presentation.date = known(read.date(), "presentations.date", "");
        presentation.what = read.text();
        presentations[plan].push_back(std::move(presentation));
    }
    return presentations;
}

} // namespace

std::vector<RecoveryPlan> read_recovery_plans(db::Connection& store) {
    constexpr auto sql = "SELECT code, measure, raised_in, raised_on, description, state, closed_on, causes, "
                         "text_published, evidence FROM recovery_plans";
    auto presentations = read_presentations(store);
    std::vector<RecoveryPlan> plans;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        RecoveryPlan plan;
        plan.code = read.code<RecoveryPlanCode>();
        plan.measure = read.code<MeasureCode>();
        plan.raised_in = read.period();
        plan.raised_on = read.date();
        plan.description = read.text();
        plan.state = read.word(parse_recovery_plan_state);
        plan.closed_on = read.date();
        plan.causes = read.text();
        plan.text_published = read.truth();
        plan.evidence = read.text();
        plan.presented = std::move(presentations[plan.code]);
        plans.push_back(std::move(plan));
    }
    return plans;
}

Line bring_recovery_plans(Writer& writer, const std::vector<RecoveryPlan>& given_plans) {
    return bring(writer, "recovery_plans", given_plans, [](const RecoveryPlan& plan) {
        Item item{Row::of("recovery_plans", plan.code.text(), plan.measure.text(), print(plan.raised_in),
                          given(plan.raised_on), given(plan.description), print(plan.state), given(plan.closed_on),
                          given(plan.causes), plan.text_published, given(plan.evidence))};
        std::int64_t position = 0;
        for (const Presentation& shown : plan.presented)
            item.push_back(Row::of("presentations", plan.code.text(), ++position, shown.body.text(), print(shown.date),
                                   given(shown.what)));
        return item;
    });
}

} // namespace qd::inline store
