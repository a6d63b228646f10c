#include "domain/plan_words.hpp"

#include "domain/finding_catalogue.hpp"
#include "domain/findings_about.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

Date day(std::string_view text) { return Date::parse(text).value(); }

Action action(const char* code, const Subject& subject, int position) {
    Action made;
    made.code = ActionCode(code);
    made.subject = subject;
    made.position = position;
    return made;
}

TEST(DueDates, LeaveOutWordsThatOnlyRepeatTheDate) {
    Action some;
    EXPECT_TRUE(due_dates(some).empty());
    some.due = {{{}, day("2013-03-31"), "March 2013"},
                {day("2013-01-01"), day("2013-03-31"), "phase 1"},
                {{}, {}, "monthly"},
                {{}, {}, " "}};
    EXPECT_EQ(due_dates(some),
              (std::vector<std::string>{"31 March 2013", "1 January 2013 to 31 March 2013, phase 1", "monthly"}));
}

TEST(ActionsOf, AreThoseOfTheSubjectInTheirOrder) {
    const Subject plan{SubjectKind::recovery_plan, "P1"}, other{SubjectKind::recovery_plan, "P2"};
    const std::vector<Action> all{action("A2", plan, 2), action("B", other, 1), action("A1", plan, 1)};
    const auto found = actions_of(all, plan);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0]->code.text(), "A1");
    EXPECT_EQ(found[1]->code.text(), "A2");
}

TEST(FindingsAbout, ReachToTheActionsOfEachOfItsPlans) {
    Content content;
    RecoveryPlan plan;
    plan.code = RecoveryPlanCode("P1");
    plan.measure = MeasureCode("M1");
    content.recovery_plans.push_back(plan);
    content.actions = {action("A1", {SubjectKind::recovery_plan, "P1"}, 1),
                       action("Z1", {SubjectKind::recovery_plan, "P9"}, 1)};
    const auto about = [](SubjectKind kind, const char* code) {
        return Finding(warning("action-incomplete"), {kind, code}, "", code);
    };
    const Findings all{about(SubjectKind::action, "A1"), about(SubjectKind::measure, "M2"),
                       about(SubjectKind::measure, "M1"), about(SubjectKind::action, "Z1"),
                       about(SubjectKind::recovery_plan, "P1")};
    std::string found;
    for (const Finding& each : findings_about(content, MeasureCode("M1"), all)) found += each.message + " ";
    EXPECT_EQ(found, "A1 M1 P1 ");
}

} // namespace
} // namespace qd
