#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

const Subject aim{SubjectKind::priority, "P1"};

// One priority of one group, reported on in 2012-13Q1 with a status, with actions of these statuses.
Content reported(std::optional<Status> status, std::initializer_list<Status> actions = {}) {
    Content content = council();
    content.units = {{UnitCode("A"), "Group A", UnitKind::group, {}, {}}};
    content.priorities = {priority("P1", "A")};
    content.updates = {update(aim, "2012-13Q1", status)};
    for (const Status each : actions) {
        content.actions.push_back(action("A" + std::to_string(content.actions.size() + 1), aim));
        content.actions.back().due = {{{}, day("2030-01-01"), {}}};
        content.actions.back().status = each;
    }
    return content;
}

Findings said_of(const Content& content) { return checked(content, "2012-13Q1"); }

TEST(StatusBlank, IsFoundWithWhatItsActionsSay) {
    const Finding found = only(said_of(reported({}, {Status::green, Status::green, Status::amber})), "status-blank");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.place, "Group A, Aim P1");
    EXPECT_EQ(
        found.message,
        "The status is left blank, while its 3 actions are 2 green and 1 amber. A blank is not counted as green.");
    EXPECT_EQ(found.remedy, "Give the status; its actions point to green.");
    EXPECT_EQ(only(said_of(reported({}, {Status::not_started})), "status-blank").message,
              "The status is left blank, while its only action is not started. A blank is not counted as green.");
    EXPECT_EQ(only(said_of(reported({})), "status-blank").remedy, "Give the status.");
    EXPECT_FALSE(has(said_of(reported(Status::not_rated)), "status-blank"));
}

TEST(StatusUnsupported, IsFoundWhereTheActionsSayOtherwise) {
    const Finding found =
        only(said_of(reported(Status::green, {Status::red, Status::red, Status::green})), "status-unsupported");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "Reported as green, but its 3 actions are 1 green and 2 red; most of them are red.");
    EXPECT_EQ(only(said_of(reported(Status::green, {Status::red})), "status-unsupported").message,
              "Reported as green, but its only action is red.");
}

TEST(StatusUnsupported, IsSilentWhereTheActionsLeaveItOpen) {
    EXPECT_FALSE(has(said_of(reported(Status::green, {Status::red, Status::green})),
                     "status-unsupported")); // as many one as the other
    EXPECT_FALSE(
        has(said_of(reported(Status::green, {Status::green, Status::green, Status::red})), "status-unsupported"));
    EXPECT_FALSE(has(said_of(reported(Status::green, {Status::complete})), "status-unsupported"));
    EXPECT_FALSE(has(said_of(reported(Status::not_rated, {Status::red})), "status-unsupported"));
    EXPECT_FALSE(has(said_of(reported(Status::red)), "status-unsupported"));
}

TEST(StatusUnsupported, FollowsTheCouncilsRule) {
    Content content = reported(Status::green, {Status::green, Status::green, Status::amber});
    content.settings.child_rule = ChildRule::worst;
    EXPECT_EQ(only(said_of(content), "status-unsupported").message,
              "Reported as green, but its 3 actions are 2 green and 1 amber; the worst of them is amber.");
    content.settings.child_rule = ChildRule::none;
    EXPECT_FALSE(has(said_of(content), "status-unsupported"));
}

TEST(GreenWhileWorse, IsFoundWhereTheMeasureWorsenedOnTheYear) {
    Content content = reported(Status::green);
    content.measures = {measure()};
    content.measures[0].title = "Young people out of work";
    content.measures[0].polarity = Polarity::lower;
    content.priorities[0].measures = {MeasureCode("M1")};
    hand_in(content, "M1", {value("2011-12Q1", "52"), value("2012-13Q1", "61")});
    const Finding found = only(said_of(content), "green-while-worse");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "Reported as green, but Young people out of work worsened from 52 (2011/12 quarter 1) to "
                             "61 (2012/13 quarter 1), +9.");
    content.measures[0].polarity = Polarity::higher;
    EXPECT_FALSE(has(said_of(content), "green-while-worse"));
    content.measures[0].polarity = Polarity::lower;
    content.updates[0].status = Status::amber;
    EXPECT_FALSE(has(said_of(content), "green-while-worse"));
}

// A second priority without a row, next to one that has one.
Content with_second() {
    Content content = reported(Status::green);
    content.priorities.push_back(priority("P2", "A"));
    return content;
}

TEST(UpdateMissing, IsFoundWhereOthersHaveARow) {
    const Finding found = only(said_of(with_second()), "update-missing");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "It has no row, and so no status, in the tables of 2012/13 quarter 1.");
    Content content = with_second();
    content.updates.clear(); // the plan is not reported on at all
    EXPECT_FALSE(has(said_of(content), "update-missing"));
}

TEST(UpdateMissing, IsNotAskedForOutsideThePlanOrAfterItsEnd) {
    Content content = with_second();
    content.plans = {{PlanCode("PL"), UnitCode("A"), "Plan", day("2012-06-30"), {}, {}, {}}};
    content.priorities[1].plan = PlanCode("PL");
    EXPECT_TRUE(has(said_of(content), "update-missing")); // begins on the period's last day
    content.plans[0].from = day("2012-07-01");
    EXPECT_FALSE(has(said_of(content), "update-missing"));
    content.plans[0].from.reset();
    content.plans[0].to = day("2012-03-31");
    EXPECT_FALSE(has(said_of(content), "update-missing"));
    content.plans[0].to.reset();
    content.updates.push_back(update({SubjectKind::priority, "P2"}, "2011-12Q3", Status::complete));
    EXPECT_FALSE(has(said_of(content), "update-missing"));
    content.updates.back().status = Status::green;
    EXPECT_TRUE(has(said_of(content), "update-missing"));
}

} // namespace
} // namespace qd::test
