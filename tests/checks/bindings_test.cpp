#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

// A partnership with two groups: three priorities, the last without a row in 2012-13Q1.
Content partnership() {
    Content content = council();
    content.units = {{UnitCode("TOP"), "The Partnership", UnitKind::partnership, {}, {}},
                     {UnitCode("A"), "Group A", UnitKind::group, UnitCode("TOP"), {}},
                     {UnitCode("B"), "Group B", UnitKind::group, UnitCode("TOP"), {}}};
    content.priorities = {priority("P1", "A"), priority("P2", "B"), priority("P3", "B")};
    content.updates = {update({SubjectKind::priority, "P1"}, "2012-13Q1", Status::green),
                       update({SubjectKind::priority, "P2"}, "2012-13Q1", Status::not_started)};
    return content;
}

Statement bound(Binding binding, int stated, Subject subject = {SubjectKind::unit, "TOP"}) {
    Statement made = statement("priorities");
    made.binding = binding;
    made.stated = Decimal(stated);
    made.subject = std::move(subject);
    return made;
}

Findings said_of(Content content, const Statement& stated) {
    content.statements = {stated};
    return with_code(checked(content, "2012-13Q1"), "published-differs");
}

TEST(StatedCounts, OfPrioritiesAreThoseWithARow) {
    const Finding found = only(said_of(partnership(), bound(Binding::priorities, 3)), "published-differs");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(
        found.message,
        "Priorities: 3 stated, but the tables have 2 rows: 1 green and 1 not started; there is none for “Aim P3”.");
    EXPECT_EQ(found.remedy, "Correct the published figure, or hand in what it rests on.");
    EXPECT_TRUE(said_of(partnership(), bound(Binding::priorities, 2)).empty());
    EXPECT_TRUE(said_of(partnership(), bound(Binding::priorities, 1, {SubjectKind::unit, "A"})).empty());
    EXPECT_EQ(said_of(partnership(), bound(Binding::priorities, 2, {SubjectKind::unit, "A"})).size(), 1u);
}

TEST(StatedCounts, OfAStatusSayWhatWouldMakeThemRight) {
    EXPECT_TRUE(said_of(partnership(), bound(Binding::priorities_green, 1)).empty());
    EXPECT_EQ(only(said_of(partnership(), bound(Binding::priorities_green, 2)), "published-differs").message,
              "Priorities: 2 stated, but there is 1: the tables have 2 rows: 1 green and 1 not started; there is none "
              "for “Aim P3”. "
              "It is right only if those without a status or a row are green as well.");
    EXPECT_EQ(only(said_of(partnership(), bound(Binding::priorities_red, 2)), "published-differs").message,
              "Priorities: 2 stated, but there are 0: the tables have 2 rows: 1 green and 1 not started; there is none "
              "for “Aim P3”.");
    EXPECT_TRUE(said_of(partnership(), bound(Binding::priorities_not_started, 1)).empty());
    EXPECT_TRUE(said_of(partnership(), bound(Binding::priorities_amber, 0)).empty());
}

TEST(StatedCounts, OfActionsNameThoseOfEachPriority) {
    Content content = partnership();
    content.actions = {action("A1", {SubjectKind::priority, "P1"}), action("A2", {SubjectKind::priority, "P1"}),
                       action("A3", {SubjectKind::priority, "P2"})};
    EXPECT_TRUE(said_of(content, bound(Binding::actions, 3)).empty());
    EXPECT_EQ(only(said_of(content, bound(Binding::actions, 2)), "published-differs").message,
              "Priorities: 2 stated, but 3 are counted under its 2 priorities: 2 and 1.");
    EXPECT_EQ(
        only(said_of(content, bound(Binding::actions, 2, {SubjectKind::priority, "P2"})), "published-differs").message,
        "Priorities: 2 stated, but 1 is counted.");
}

TEST(StatedCounts, OfProjectsAreThoseOfTheWave) {
    Content content = council();
    Project first;
    first.code = ProjectCode("W1");
    first.wave = "Wave 5";
    Project second = first, other = first;
    second.code = ProjectCode("W2");
    other.code = ProjectCode("X1");
    other.wave = "";
    content.projects = {first, second, other};
    EXPECT_TRUE(said_of(content, bound(Binding::projects, 2, {SubjectKind::project, "W1"})).empty());
    EXPECT_TRUE(said_of(content, bound(Binding::projects, 1, {SubjectKind::project, "X1"})).empty());
    EXPECT_EQ(
        only(said_of(content, bound(Binding::projects, 3, {SubjectKind::project, "W1"})), "published-differs").message,
        "Priorities: 3 stated, but 2 are listed.");
}

TEST(StatedCounts, OfMeasuresAreThoseOfTheScorecard) {
    Content content = council();
    content.measures = {measure("M1"), measure("M2")};
    content.forecasts = {forecast("M1", "2012-13Q1", Outlook::to_miss), forecast("M2", "2012-13Q1", Outlook::to_meet)};
    EXPECT_TRUE(said_of(content, bound(Binding::measures, 2, {})).empty());
    EXPECT_EQ(only(said_of(content, bound(Binding::measures, 3, {})), "published-differs").message,
              "Priorities: 3 stated, but the scorecard has 2.");
    EXPECT_TRUE(said_of(content, bound(Binding::outlook_meet, 1, {})).empty());
    EXPECT_EQ(only(said_of(content, bound(Binding::outlook_miss, 2, {})), "published-differs").message,
              "Priorities: 2 stated, but the scorecard has 1 of 2 measures; to miss: M1.");
}

} // namespace
} // namespace qd::test
