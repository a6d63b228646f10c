#include "engine/council.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

class GoalTest : public testing::Test {
protected:
    GoalTest() { content_.measures = {measure()}; }

    Target& add(std::string_view of, TargetKind kind, std::string_view target_value = {}) {
        Target target;
        target.measure = MeasureCode("M1");
        target.period = period(of);
        target.kind = kind;
        if (!target_value.empty()) target.value = number(target_value);
        content_.targets.push_back(target);
        return content_.targets.back();
    }

    Measure& only() { return content_.measures[0]; }

    Content content_ = council();
};

TEST_F(GoalTest, TakesTheProfileBeforeTheYear) {
    hand_in(content_, "M1", {value("2012-13Q3", "84.5")});
    set_target(content_, "M1", "2012-13Q3", "90", TargetRole::profile);
    set_target(content_, "M1", "2012-13", "95");
    const Figure figure = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(figure.goal->aim, Decimal(90));
    EXPECT_EQ(figure.goal->role, TargetRole::profile);
    EXPECT_EQ(figure.year_end->aim, Decimal(95));
    EXPECT_EQ(figure.year_end->role, TargetRole::annual);
}

TEST_F(GoalTest, TakesTheYearsOwnForASnapshot) {
    hand_in(content_, "M1", {value("2012-13Q1", "84.5")});
    set_target(content_, "M1", "2012-13", "95");
    EXPECT_EQ(figure_at(content_, "2012-13Q1").goal->aim, Decimal(95));
}

TEST_F(GoalTest, TakesTheShareOfTheYearForASum) {
    only().roll_up = RollUp::sum;
    hand_in(content_, "M1",
            {value("2012-13Q1", "25"), value("2012-13Q2", "25"), value("2012-13Q3", "24"), value("2012-13Q4", "26")});
    set_target(content_, "M1", "2012-13", "100");
    EXPECT_EQ(figure_at(content_, "2012-13Q1").goal->aim, Decimal(25));
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::green);
    EXPECT_EQ(figure_at(content_, "2012-13Q3").goal->lower, Decimal(75));
    EXPECT_EQ(figure_at(content_, "2012-13Q3").status.status, Status::amber);
    EXPECT_EQ(figure_at(content_, "2012-13Q4").goal->role, TargetRole::annual);
    EXPECT_EQ(figure_at(content_, "2012-13Q4").status.status, Status::green);
}

TEST_F(GoalTest, JudgesAShareUnrounded) {
    only().roll_up = RollUp::sum;
    only().grain = Grain::month;
    only().tolerance = Tolerance{};
    set_target(content_, "M1", "2012-13", "100");
    hand_in(content_, "M1", {value("2012-04", "8.333333")}); // one twelfth is a little more
    const Figure figure = figure_at(content_, "2012-04");
    EXPECT_EQ(figure.goal->aim, number("8.333333"));
    EXPECT_EQ(figure.status.status, Status::red);
}

// 38,000 contacts at March, and no figure yet: the year's target is what there is to say.
TEST_F(GoalTest, ShowsTheYearsTargetWhereThereIsNothingToJudge) {
    only().roll_up = RollUp::sum;
    set_target(content_, "M1", "2012-13", "38000");
    EXPECT_EQ(figure_at(content_, "2012-13Q3").goal->aim, Decimal(38000));
}

// Lancaster's sickness absence: 2.44, 4.875, 7.31 and 9.5 days in the year so far.
TEST_F(GoalTest, TakesAProfileOfTheYearSoFar) {
    only().roll_up = RollUp::sum;
    only().polarity = Polarity::lower;
    hand_in(content_, "M1", {value("2012-13Q1", "2.44"), value("2012-13Q2", "2.435"), value("2012-13Q3", "2.436")});
    const std::string_view profile[] = {"2.44", "4.875", "7.31", "9.5"};
    for (int quarter = 1; quarter <= 4; ++quarter)
        set_target(content_, "M1", print(Period::quarter(2012, quarter)), profile[quarter - 1], TargetRole::profile);
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::green);
    EXPECT_EQ(figure_at(content_, "2012-13Q3").status.status, Status::amber); // 7.311
}

TEST_F(GoalTest, JudgesAFloorAndACeilingWhateverThePolarity) {
    hand_in(content_, "M1", {value("2012-13Q1", "10")});
    add("2012-13", TargetKind::ceiling, "10");
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.status, Status::green);
    content_.targets[0].strict = true;
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.status, Status::amber);
    content_.targets[0].kind = TargetKind::floor;
    content_.targets[0].strict = false;
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.status, Status::green);
}

// Lancashire's youth re-offending: from 39.6 % to 38.6 %, smaller is better.
TEST_F(GoalTest, BringsAChangeFromABaselineToNumbers) {
    only().polarity = Polarity::lower;
    hand_in(content_, "M1", {value("2012-13Q1", "41.2")});
    add("2012-13", TargetKind::change, "-1").baseline = number("39.6");
    EXPECT_EQ(figure_at(content_, "2012-13Q1").goal->upper, number("38.6"));
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.status, Status::red);
    content_.targets[0].kind = TargetKind::change_percent;
    content_.targets[0].value = number("5");
    EXPECT_EQ(figure_at(content_, "2012-13Q1").goal->upper, number("41.58"));
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.status, Status::green);
    content_.targets[0].baseline.reset();
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.reason,
              "the target is set from the figure of 2011/12, which is not known yet");
}

TEST_F(GoalTest, DescribesAChangeFromAnUnknownFigureInWords) {
    only().quantity = Quantity::count;
    hand_in(content_, "M1", {value("2012-13Q1", "105")});
    add("2012-13", TargetKind::change_percent, "5");
    Figure figure = figure_at(content_, "2012-13Q1");
    EXPECT_EQ(figure.goal->words, "5% above 2011/12, which is not known yet");
    EXPECT_EQ(figure.status.status, Status::not_rated);
    EXPECT_EQ(figure.status.reason, "the target is set from the figure of 2011/12, which is not known yet");
    hand_in(content_, "M1", {value("2011-12Q4", "100")}); // the year's last snapshot is the year's
    figure = figure_at(content_, "2012-13Q1");
    EXPECT_EQ(figure.goal->lower, Decimal(105));
    EXPECT_EQ(figure.status.status, Status::green);
    content_.targets[0].baseline_period = period("2010-11");
    content_.targets[0].kind = TargetKind::change;
    content_.targets[0].value = Decimal(-8);
    EXPECT_EQ(figure_at(content_, "2012-13Q1").goal->words, "8 below 2010/11, which is not known yet");
    hand_in(content_, "M1", {value("2010-11Q4", "90")});
    EXPECT_EQ(figure_at(content_, "2012-13Q1").goal->lower, Decimal(82));
}

TEST_F(GoalTest, NeedsMoreThanLastYear) {
    only().roll_up = RollUp::sum;
    only().tolerance = Tolerance{};
    add("2012-13", TargetKind::better_than_last_year);
    hand_in(content_, "M1", {value("2012-13Q1", "10"), value("2012-13Q2", "10")});
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.reason, "no figure of last year to be better than");
    hand_in(content_, "M1", {value("2011-12Q1", "9"), value("2011-12Q2", "11")});
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.status, Status::green);
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::red); // 20 is not better than 20
    EXPECT_EQ(figure_at(content_, "2012-13Q2").goal->lower, Decimal(20));
}

// North West, self directed support at 30 September 2012 (26 February 2013, item 4): 23 authorities asked, 20 answered, so
// the top quartile is ranks 1 to 5.
TEST_F(GoalTest, NeedsAQuartileOfThePeers) {
    for (int i = 1; i <= 22; ++i)
        content_.areas.push_back({AreaCode("P" + std::to_string(i)), "Peer", AreaKind::county, {}, {}, {}});
    for (int i = 1; i <= 19; ++i) { // 60, 61 … 78; the last three have no data
        Observation observation = value("2012-13Q2", std::to_string(59 + i));
        observation.area = AreaCode("P" + std::to_string(i));
        hand_in(content_, "M1", {observation});
    }
    add("2012-13Q2", TargetKind::peer_quartile, "1").role = TargetRole::profile;
    hand_in(content_, "M1", {value("2012-13Q2", "74.5")}); // below 78, 77, 76 and 75: rank 5
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::green);
    EXPECT_EQ(figure_at(content_, "2012-13Q2").goal->lower, number("74.5"));
    hand_in(content_, "M1", {value("2012-13Q2", "73.5")}); // rank 6
    EXPECT_NE(figure_at(content_, "2012-13Q2").status.status, Status::green);
    EXPECT_EQ(figure_at(content_, "2012-13Q2").goal->lower, Decimal(74));
    content_.targets[0].value = Decimal(2);
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::green);
}

// A family of 15 councils that somebody drew up, of two kinds of area; others of the kind do not count.
TEST_F(GoalTest, NeedsAQuartileOfAStoredGroup) {
    for (int i = 1; i <= 30; ++i) {
        const AreaCode code("P" + std::to_string(i));
        content_.areas.push_back({code, "Peer", i % 2 == 0 ? AreaKind::unitary : AreaKind::county, {}, {}, {}});
        Observation observation = value("2012-13Q2", std::to_string(i <= 14 ? 40 + i : 90)); // 41 … 54, and 90
        observation.area = code;
        hand_in(content_, "M1", {observation});
        if (i <= 14) content_.peer_groups.push_back({"FAMILY", code, "Family", "A club, 2012"});
    }
    content_.peer_groups.push_back({"FAMILY", content_.settings.area, "Family", "A club, 2012"});
    add("2012-13Q2", TargetKind::peer_quartile, "1").role = TargetRole::profile;
    content_.targets[0].peers = "FAMILY";
    hand_in(content_, "M1", {value("2012-13Q2", "51.5")}); // of 15: below 54, 53 and 52, so rank 4 of 4 that will do
    EXPECT_EQ(figure_at(content_, "2012-13Q2").goal->lower, number("51.5"));
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::green);
    hand_in(content_, "M1", {value("2012-13Q2", "50.5")}); // rank 5
    EXPECT_EQ(figure_at(content_, "2012-13Q2").goal->lower, Decimal(51));
    content_.targets[0].peers = "unitary"; // 15 of another kind, and itself
    EXPECT_EQ(figure_at(content_, "2012-13Q2").goal->lower, Decimal(90));
    content_.neighbours = {{{}, AreaCode("P1"), 1, {}, "A list"},
                           {{}, AreaCode("P2"), 2, {}, "A list"},
                           {{}, AreaCode("P3"), 3, {}, "A list"}};
    content_.targets[0].peers = "neighbours"; // 43, 42, 41 and its own 50.5
    EXPECT_EQ(figure_at(content_, "2012-13Q2").goal->lower, number("50.5"));
    content_.targets[0].peers = "NOBODY";
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.reason, "there are no peers named “NOBODY”");
}

TEST_F(GoalTest, ComparesAFigureWithTheTargetsThatAreOnlyShown) {
    only().roll_up = RollUp::sum;
    hand_in(content_, "M1", {value("2012-13Q1", "30"), value("2012-13Q2", "30")});
    add("2012-13", TargetKind::value, "100");
    add("2012-13", TargetKind::value, "140").role = TargetRole::stretch;
    add("2012-13", TargetKind::value, "80").role = TargetRole::minimum;
    const Figure figure = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(figure.goal->lower, Decimal(50));
    ASSERT_EQ(figure.other_goals.size(), 2u);
    EXPECT_EQ(figure.other_goals[0].goal.role, TargetRole::stretch);
    EXPECT_EQ(figure.other_goals[0].goal.lower, Decimal(70)); // half of the year, like the target
    EXPECT_EQ(figure.other_goals[0].is_reached, false);
    EXPECT_EQ(figure.other_goals[0].difference, Decimal(-10));
    EXPECT_EQ(figure.other_goals[1].is_reached, true);
    EXPECT_EQ(figure.other_goals[1].difference, Decimal(20));
    const Figure missing = figure_at(content_, "2012-13Q3");
    ASSERT_EQ(missing.other_goals.size(), 2u);
    EXPECT_FALSE(missing.other_goals[0].is_reached || missing.other_goals[0].difference);
}

TEST_F(GoalTest, LeavesWordsToAPerson) {
    hand_in(content_, "M1", {value("2012-13Q1", "10")});
    add("2012-13", TargetKind::words).words = "A plan is agreed";
    const Figure figure = figure_at(content_, "2012-13Q1");
    EXPECT_EQ(figure.status.status, Status::not_rated);
    EXPECT_EQ(figure.status.reason, "the target is in words, to be judged by a person");
    EXPECT_EQ(figure.goal->words, "A plan is agreed");
    EXPECT_FALSE(figure.goal->aim.has_value());
    content_.targets[0].kind = TargetKind::none_yet;
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.reason, "no target yet");
}

TEST_F(GoalTest, RatesNothingWhileTheTargetIsSuspended) {
    hand_in(content_, "M1", {value("2012-13Q1", "10"), value("2012-13Q3", "10")});
    add("2012-13", TargetKind::value, "10");
    Target& suspended = add("2012-13", TargetKind::value, "10");
    suspended.state = TargetState::suspended;
    suspended.set_on = day("2012-10-01");
    suspended.reason = "the definition is under review";
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.status, Status::green);
    EXPECT_EQ(figure_at(content_, "2012-13Q3").status.status, Status::not_rated);
    EXPECT_EQ(figure_at(content_, "2012-13Q3").status.reason,
              "the target is suspended: the definition is under review");
    EXPECT_EQ(figure_at(content_, "2012-13Q3").goal->state, TargetState::suspended);
}

TEST_F(GoalTest, NeverRatesAPastPeriodAgainByAChangedTarget) {
    hand_in(content_, "M1", {value("2012-13Q1", "10"), value("2012-13Q2", "10"), value("2012-13Q3", "10")});
    add("2012-13", TargetKind::value, "10");
    add("2012-13", TargetKind::value, "20").set_on = day("2012-09-30");
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.status, Status::green);
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::red); // ends on the day it was set
    EXPECT_EQ(figure_at(content_, "2012-13Q3").status.status, Status::red);
    const Series series = compute_series(content_, MeasureCode("M1"), county, moment("2013-06-01"));
    ASSERT_EQ(series.points.size(), 3u);
    EXPECT_EQ(series.points[0].status.status, Status::green);
    EXPECT_EQ(series.points[2].status.status, Status::red);
}

TEST_F(GoalTest, LetsTheFirstVersionJudgeWhatCameBeforeIt) {
    hand_in(content_, "M1", {value("2012-13Q1", "10")});
    add("2012-13", TargetKind::value, "10").set_on = day("2012-09-01");
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.status, Status::green);
}

TEST_F(GoalTest, JudgesADistrictByItsOwnTarget) {
    content_.areas.push_back({AreaCode("D1"), "District", AreaKind::district, county, {}, {}});
    Observation observation = value("2012-13Q1", "10");
    observation.area = AreaCode("D1");
    hand_in(content_, "M1", {observation});
    add("2012-13", TargetKind::value, "10");
    const auto judged = [&] {
        return compute_scorecard(content_, period("2012-13Q1"), AreaCode("D1"), moment("2013-01-01")).figures.at(0);
    };
    EXPECT_EQ(judged().status.reason, "no target");
    EXPECT_FALSE(judged().goal.has_value());
    add("2012-13", TargetKind::value, "9").area = AreaCode("D1");
    EXPECT_EQ(judged().status.status, Status::green);
}

TEST_F(GoalTest, OnlyShowsAStretchTarget) {
    hand_in(content_, "M1", {value("2012-13Q1", "10")});
    add("2012-13", TargetKind::value, "10");
    add("2012-13", TargetKind::value, "20").role = TargetRole::stretch;
    EXPECT_EQ(figure_at(content_, "2012-13Q1").status.status, Status::green);
}

// The better figure never has the worse status, whatever the target and tolerance.
TEST_F(GoalTest, RatesNoBetterFigureWorse) {
    const auto rank = [](Status status) { return status == Status::green ? 2 : status == Status::amber ? 1 : 0; };
    set_target(content_, "M1", "2012-13", "0");
    for (const Polarity polarity : {Polarity::higher, Polarity::lower})
        for (const std::string_view tolerance : {"5%", "2 points", "none"})
            for (const int target : {-7, 0, 3, 40}) {
                only().polarity = polarity;
                only().tolerance = Tolerance::parse(tolerance).value();
                content_.targets[0].value = Decimal(target);
                int before = polarity == Polarity::higher ? 0 : 2;
                for (int tenths = (target - 6) * 10; tenths <= (target + 6) * 10; ++tenths) {
                    content_.returns.clear();
                    hand_in(content_, "M1", {value("2012-13Q1", print(Decimal::ratio(Decimal(tenths), Decimal(10))))});
                    const int now = rank(figure_at(content_, "2012-13Q1").status.status);
                    ASSERT_TRUE(polarity == Polarity::higher ? now >= before : now <= before)
                        << tenths << " against " << target;
                    before = now;
                }
            }
}

} // namespace
} // namespace qd
