#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

const Subject plan_subject{SubjectKind::recovery_plan, "R1"}, aim{SubjectKind::priority, "P1"};

// A recovery plan, or a priority that is reported on, with so many actions.
Content with_actions(const Subject& subject, int count) {
    Content content = council();
    content.units = {{UnitCode("A"), "Group A", UnitKind::group, {}, {}}};
    content.measures = {measure()};
    content.measures[0].title = "Potholes";
    hand_in(content, "M1", {value("2012-13Q1", "1")});
    if (subject == plan_subject)
        content.recovery_plans = {recovery_plan("R1", "M1", "2012-13Q1")};
    else {
        content.priorities = {priority("P1", "A")};
        content.updates = {update(aim, "2012-13Q1", Status::green)};
    }
    for (int i = 1; i <= count; ++i) content.actions.push_back(action("A" + std::to_string(i), subject));
    return content;
}

Findings said_of(const Content& content, std::string_view as_at = "2013-01-01") {
    return checked(content, "2012-13Q1", as_at);
}

TEST(ActionIncomplete, CountsThoseWithoutLeadOrDate) {
    Content content = with_actions(plan_subject, 4);
    EXPECT_FALSE(has(said_of(content), "action-incomplete"));
    for (const std::size_t i : {0, 1, 2}) content.actions[i].lead.clear();
    for (const std::size_t i : {1, 2}) content.actions[i].due.clear();
    const Finding found = only(said_of(content), "action-incomplete");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.place, "Potholes, recovery plan");
    EXPECT_EQ(found.message, "3 of 4 actions have no lead, 2 have no date.");
    EXPECT_EQ(found.remedy, "Complete the rows of recovery_plan:R1 in actions.csv.");
}

TEST(ActionIncomplete, NamesTheOnlyOne) {
    Content content = with_actions(plan_subject, 5);
    content.actions[4].lead.clear();
    EXPECT_EQ(only(said_of(content), "action-incomplete").message, "1 of 5 actions has no lead.");
    EXPECT_EQ(only(said_of(content), "action-incomplete").remedy, "Complete “Do A5” (A5) in actions.csv.");
    content.actions[4].due.clear();
    EXPECT_EQ(only(said_of(content), "action-incomplete").message, "1 of 5 actions has no lead, 1 has no date.");
}

TEST(ActionIncomplete, SpeaksOfASingleAction) {
    Content content = with_actions(plan_subject, 1);
    content.actions[0].lead.clear();
    EXPECT_EQ(only(said_of(content), "action-incomplete").message, "The only action has no lead.");
    content.actions[0].due.clear();
    EXPECT_EQ(only(said_of(content), "action-incomplete").message, "The only action has no lead and no date.");
    content.actions[0].lead = "Head of service";
    EXPECT_EQ(only(said_of(content), "action-incomplete").message, "The only action has no date.");
}

TEST(ActionIncomplete, AcceptsWordsOrADoneDateAndLeavesOutTheCancelled) {
    Content content = with_actions(plan_subject, 3);
    content.actions[0].due = {{{}, {}, "monthly"}};
    content.actions[1].due.clear();
    content.actions[1].completed_on = day("2012-11-05");
    content.actions[2].due.clear();
    content.actions[2].state = ActionState::cancelled;
    EXPECT_FALSE(has(said_of(content), "action-incomplete"));
}

TEST(ActionIncomplete, RequiresOfAPriorityOnlyWhatItGivesElsewhere) {
    Content content = with_actions(aim, 2);
    content.actions[0].lead.clear();
    EXPECT_EQ(only(said_of(content), "action-incomplete").message, "1 of 2 actions has no lead.");
    content.actions[1].lead.clear();
    EXPECT_FALSE(has(said_of(content), "action-incomplete"));
}

TEST(ActionOverdue, IsFoundFromTheDayAfter) {
    for (const Subject& subject : {plan_subject, aim}) {
        Content content = with_actions(subject, 1);
        EXPECT_FALSE(has(said_of(content, "2013-03-31"), "action-overdue"));
        const Finding found = only(said_of(content, "2013-04-01"), "action-overdue");
        EXPECT_EQ(found.severity, Severity::warning);
        EXPECT_EQ(found.message, "“Do A1” was due on 31 March 2013 and is not reported complete.");
        EXPECT_EQ(found.remedy, "Ask Head of service how it stands, and report it.");
    }
}

TEST(ActionOverdue, IsSilentIfItIsDoneOrContinues) {
    Content content = with_actions(plan_subject, 1);
    content.actions[0].state = ActionState::complete;
    EXPECT_FALSE(has(said_of(content, "2014-01-01"), "action-overdue"));
    content.actions[0].state = ActionState::under_way;
    content.actions[0].due.push_back({{}, day("2014-03-31"), "two mentors"}); // in stages
    EXPECT_FALSE(has(said_of(content, "2014-03-31"), "action-overdue"));
    EXPECT_TRUE(has(said_of(content, "2014-04-01"), "action-overdue"));
    content.actions[0].due.push_back({{}, {}, "monthly"});
    EXPECT_FALSE(has(said_of(content, "2014-04-01"), "action-overdue"));
}

TEST(Actions, OfAPlanRaisedLaterOrClosedAreNotLookedAt) {
    Content content = with_actions(plan_subject, 1);
    content.actions[0].lead.clear();
    content.recovery_plans[0].raised_in = period("2012-13Q2");
    EXPECT_FALSE(has(said_of(content), "action-incomplete"));
    content.recovery_plans[0].raised_in = period("2011-12Q4");
    content.recovery_plans[0].state = RecoveryPlanState::closed;
    EXPECT_FALSE(has(said_of(content), "action-incomplete"));
}

TEST(ActionOverdue, IsSaidWhileTheMeasureIsInUse) {
    Content content = with_actions(plan_subject, 1);
    content.measures.front().active_to = day("2012-09-30");
    EXPECT_EQ(with_code(checked(content, "2012-13Q2", "2013-06-01"), "action-overdue").size(), 1u);
    EXPECT_FALSE(has(checked(content, "2012-13Q3", "2013-06-01"), "action-overdue"));
}

} // namespace
} // namespace qd::test
