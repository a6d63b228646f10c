#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Findings gone_in(const Content& content, std::string_view of = "2012-13Q2") {
    return with_code(checked(content, of), "entry-gone");
}

// Two measures on the scorecard of quarter 1; "M2" ends with it.
Content with_measures() {
    Content content = council();
    content.measures = {measure("M1"), measure("M2")};
    content.measures[1].active_to = day("2012-06-30");
    for (const char* code : {"M1", "M2"}) hand_in(content, code, {value("2012-13Q1", "1")});
    return content;
}

TEST(EntryGone, IsAMeasureThatLeftTheScorecardWithoutAReason) {
    const Finding found = only(gone_in(with_measures()), "entry-gone");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.place, "Measure M2");
    EXPECT_EQ(found.message, "It was on the scorecard of 2012/13 quarter 1 and is not on this one, without a reason.");
    EXPECT_TRUE(gone_in(with_measures(), "2012-13Q1").empty());
}

TEST(EntryGone, IsExplainedByADefinitionOrATarget) {
    Content content = with_measures();
    content.measures[1].definitions[0].reason = "Replaced by the tally.";
    EXPECT_TRUE(gone_in(content).empty());
    content.measures[1].definitions[0].from = day("2012-03-31"); // the reason for an older version
    EXPECT_EQ(gone_in(content).size(), 1u);
    content.measures[1].definitions[0].from = day("2012-04-01");
    EXPECT_TRUE(gone_in(content).empty());
    content.measures[1].definitions[0].reason.clear();
    set_target(content, "M2", "2012-13", "5");
    EXPECT_EQ(gone_in(content).size(), 1u);
    content.targets[0].state = TargetState::withdrawn;
    content.targets[0].reason = "The duty ended.";
    EXPECT_TRUE(gone_in(content).empty());
}

const Subject first{SubjectKind::priority, "P1"}, second{SubjectKind::priority, "P2"};

// Two priorities; "P2" has an update in quarter 1 and none in quarter 2.
Content with_priorities(std::optional<Status> then) {
    Content content = council();
    content.units = {{UnitCode("A"), "Group A", UnitKind::group, {}, {}}};
    content.priorities = {priority("P1", "A"), priority("P2", "A")};
    content.updates = {update(first, "2012-13Q1", Status::green), update(first, "2012-13Q2", Status::green),
                       update(second, "2012-13Q1", then)};
    return content;
}

TEST(EntryGone, IsAPriorityThatIsNoLongerReportedOn) {
    const Content content = with_priorities(Status::amber);
    const Finding found = only(gone_in(content), "entry-gone");
    EXPECT_EQ(found.place, "Group A, Aim P2");
    EXPECT_EQ(found.message, "It was reported on in 2012/13 quarter 1, not as complete, and has no row now.");
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "update-missing")); // said once
    EXPECT_EQ(gone_in(with_priorities({})).size(), 1u);
}

TEST(EntryGone, IsNotAPriorityThatIsCompleteOrWhosePlanEndedOrIsNotReportedOnAtAll) {
    EXPECT_TRUE(gone_in(with_priorities(Status::complete)).empty());
    Content ended = with_priorities(Status::amber);
    ended.plans = {{PlanCode("PL"), UnitCode("A"), "Plan", {}, day("2012-06-30"), {}, {}}};
    ended.priorities[1].plan = PlanCode("PL");
    EXPECT_TRUE(gone_in(ended).empty());
    ended.plans[0].to = day("2012-07-01");
    EXPECT_EQ(gone_in(ended).size(), 1u);
    Content silent = with_priorities(Status::amber);
    std::erase_if(silent.updates, [](const Update& each) { return each.period == period("2012-13Q2"); });
    EXPECT_TRUE(gone_in(silent).empty());
}

TEST(EntryGone, IsAProjectThatIsNoLongerReportedOn) {
    Content content = council();
    Project one, other;
    one.code = ProjectCode("J1");
    other.code = ProjectCode("J2");
    other.title = "Meals";
    other.wave = "Wave 5";
    content.projects = {one, other};
    content.updates = {update({SubjectKind::project, "J1"}, "2012-13Q2", Status::green),
                       update({SubjectKind::project, "J2"}, "2012-13Q1", Status::green)};
    EXPECT_EQ(only(gone_in(content), "entry-gone").place, "Wave 5, Meals");
    content.projects[1].completed = day("2012-09-30");
    EXPECT_TRUE(gone_in(content).empty());
    content.projects[1].completed = day("2012-10-01");
    EXPECT_EQ(gone_in(content).size(), 1u);
}

} // namespace
} // namespace qd::test
