#include "engine/partnership.hpp"

#include "engine/council.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

class PartnershipTest : public testing::Test {
protected:
    PartnershipTest() {
        add_unit("SAFETY", "EXEC");
        add_unit("EXEC", "");
        add_unit("OFFICE", ""); // has no priorities
    }

    void add_unit(std::string_view code, std::string_view parent) {
        content_.units.push_back(
            {UnitCode(std::string(code)), std::string(code), UnitKind::group, UnitCode(std::string(parent)), {}});
    }

    Priority& add_priority(std::string_view code, std::string_view unit, int position = 0) {
        Priority priority;
        priority.code = PriorityCode(std::string(code));
        priority.unit = UnitCode(std::string(unit));
        priority.position = position;
        content_.priorities.push_back(priority);
        return content_.priorities.back();
    }

    void add_actions(std::string_view priority, std::initializer_list<std::optional<Status>> statuses) {
        for (const auto& status : statuses) {
            Action action;
            action.subject = {SubjectKind::priority, std::string(priority)};
            action.status = status;
            content_.actions.push_back(action);
        }
    }

    void update(SubjectKind kind, std::string_view code, std::optional<Status> status,
                std::string_view known_at = "2013-07-18") {
        Update made;
        made.subject = {kind, std::string(code)};
        made.period = period("2013-14Q1");
        made.status = status;
        made.known_at = moment(known_at);
        content_.updates.push_back(made);
    }

    Partnership computed(std::string_view as_at = "2013-08-15") const {
        return compute_partnership(content_, period("2013-14Q1"), moment(as_at));
    }

    std::optional<Status> from_actions(ChildRule rule, std::initializer_list<std::optional<Status>> statuses) {
        content_.settings.child_rule = rule;
        content_.priorities.clear();
        content_.actions.clear();
        add_priority("P", "EXEC");
        add_actions("P", statuses);
        return computed().groups.at(0).lines.at(0).from_actions;
    }

    Content content_ = council();
};

constexpr auto G = Status::green, A = Status::amber, R = Status::red, N = Status::not_started;

// Chorley's community safety actions, quarter 1 of 2013/14: the most common status gives every status the paper states.
TEST_F(PartnershipTest, LetsTheMostCommonStatusSpeak) {
    constexpr auto rule = ChildRule::most_common;
    EXPECT_EQ(from_actions(rule, {G, G, G, N, N}), G); // domestic violence
    EXPECT_EQ(from_actions(rule, {G, G}), G);          // anti-social behaviour
    EXPECT_EQ(from_actions(rule, {G, N, N}), N);       // re-offending
    EXPECT_EQ(from_actions(rule, {G, G, N}), G);       // acquisitive crime
    EXPECT_EQ(from_actions(rule, {G, G, G}), G);       // killed and seriously injured
    EXPECT_EQ(from_actions(rule, {G, G, A}), G);       // child sexual exploitation, left blank in the paper
    EXPECT_EQ(from_actions(rule, {G, A}), std::nullopt);
    EXPECT_EQ(from_actions(rule, {std::nullopt, std::nullopt, A}), A); // those without a status have no say
    EXPECT_EQ(from_actions(rule, {}), std::nullopt);
}

TEST_F(PartnershipTest, LetsTheWorstStatusSpeak) {
    constexpr auto rule = ChildRule::worst;
    EXPECT_EQ(from_actions(rule, {G, G, A}), A);
    EXPECT_EQ(from_actions(rule, {G, A, R}), R);
    EXPECT_EQ(from_actions(rule, {G, N}), N);
    EXPECT_EQ(from_actions(rule, {N, A}), A);
    EXPECT_EQ(from_actions(rule, {G, Status::complete}), G);
    EXPECT_EQ(from_actions(ChildRule::none, {G, G}), std::nullopt);
}

TEST_F(PartnershipTest, ListsParentsFirstAndPrioritiesInTheirOrder) {
    add_priority("S2", "SAFETY", 2);
    add_priority("S1", "SAFETY", 1);
    add_priority("E1", "EXEC");
    const Partnership partnership = computed();
    ASSERT_EQ(partnership.groups.size(), 2u);
    EXPECT_EQ(partnership.groups[0].unit.code, UnitCode("EXEC"));
    EXPECT_EQ(partnership.groups[1].lines.at(0).priority.code, PriorityCode("S1"));
}

TEST_F(PartnershipTest, CountsTheRowsOfThePeriodAndNotThePrioritiesWithoutOne) {
    add_priority("E1", "EXEC");
    add_priority("S1", "SAFETY");
    add_priority("S2", "SAFETY");
    add_actions("S1", {G, N, std::nullopt});
    update(SubjectKind::priority, "S1", G);
    update(SubjectKind::priority, "S2", std::nullopt);
    update(SubjectKind::unit, "SAFETY", std::nullopt);
    const Partnership partnership = computed();
    EXPECT_EQ(partnership.priorities, 3u);
    EXPECT_EQ(partnership.rows, 2u);
    EXPECT_EQ(partnership.tally, (StatusTally{1, 0, 0, 0, 0, 1}));
    EXPECT_EQ(partnership.actions, 3u);
    EXPECT_TRUE(partnership.groups[1].update.has_value());
    EXPECT_FALSE(partnership.groups[0].lines[0].update.has_value());
    EXPECT_EQ(computed("2013-07-17").rows, 0u); // not known yet
}

TEST_F(PartnershipTest, JudgesTheMeasuresOfAPriority) {
    content_.measures = {measure()};
    content_.measures[0].on_scorecard = false;
    hand_in(content_, "M1", {value("2013-14Q1", "19")});
    set_target(content_, "M1", "2013-14", "20");
    add_priority("E1", "EXEC").measures = {MeasureCode("M1")};
    const auto figures = computed().groups.at(0).lines.at(0).figures;
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0].status.status, Status::amber);
}

TEST_F(PartnershipTest, GivesThePlanOfThePeriod) {
    add_priority("E1", "EXEC");
    Plan old;
    old.code = PlanCode("OLD");
    old.unit = UnitCode("EXEC");
    old.to = day("2013-03-31");
    Plan current = old;
    current.code = PlanCode("NEW");
    current.from = day("2013-04-01");
    current.to = day("2018-03-31");
    content_.plans = {old, current};
    EXPECT_EQ(computed().groups.at(0).plan->code, PlanCode("NEW"));
}

} // namespace
} // namespace qd
