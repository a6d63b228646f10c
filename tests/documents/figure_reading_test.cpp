#include "documents/sections/figure_reading.hpp"

#include "charts/samples.hpp"
#include "documents/lancashire.hpp"
#include "documents/words_of.hpp"
#include "domain/goal_words.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using test::dec;

// Self directed support: 19,252 of 22,779 against a profile of 90 %.
struct Said {
    test::SmallCouncil council = test::small_lancashire();
    Measure& measure = council.content.measures[1];
    Figure& figure = council.now.figures[1];

    std::string fact(const std::string& term) const {
        std::string found;
        for (const auto& entry : figure_reading(council.content, measure, figure).facts.entries)
            if (entry.term == term) found += (found.empty() ? "" : " | ") + words_of(entry.description);
        return found;
    }
    std::string ahead() const { return words_of(figure_reading(council.content, measure, figure).ahead); }
    std::string previous() const { return words_of(movement_words(council.content, measure, figure, figure.previous)); }
};

TEST(FigureReading, GivesFigureTargetsAndDistance) {
    const Said said;
    EXPECT_EQ(words_of(figure_reading(said.council.content, said.measure, said.figure).now), "Red, 84.5% against 90%");
    EXPECT_EQ(said.ahead(), "Forecast to miss, 90% expected against 95%");
    EXPECT_EQ(said.fact("Actual"), "84.5%, 19,252 of 22,779");
    EXPECT_EQ(said.fact("Distance"),
              "5.5 points below 90%, the profile now; 1,250 more would make 90%, which is 20,502 of 22,779");
    EXPECT_EQ(said.fact("Note") + said.fact("Red in") + said.fact("Reason"), "");
}

TEST(FigureReading, KeepsTheDecimalsOfParts) {
    Said said;
    said.figure.numerator = dec("1.5");
    said.figure.denominator = Decimal(3);
    EXPECT_EQ(parts_words(said.figure), "1.5 of 3");
    said.figure.denominator.reset();
    EXPECT_EQ(parts_words(said.figure), "");
}

TEST(FigureReading, LeavesNothingOutThatSomebodySaidOfIt) {
    Said said;
    said.figure.note = "Break in the series: counted anew.";
    said.figure.red_parts = {AreaCode("D1")};
    said.figure.flags = Flag::provisional | Flag::low_reliability;
    said.figure.published = Decimal(84);
    EXPECT_EQ(said.fact("Note"), "Break in the series: counted anew.");
    EXPECT_EQ(said.fact("Red in"), "D1");
    EXPECT_EQ(said.fact("Actual"), "84.5% provisional, low reliability, 19,252 of 22,779; published as 84.0%");
    said.figure.status = {Status::not_rated, "", "", {}, Verdict::Basis::none, "neither way is good"};
    EXPECT_EQ(said.fact("Reason"), "neither way is good");
    said.figure.status.basis = Verdict::Basis::judged;
    said.figure.status.reason = "The panel decided so.";
    said.figure.computed.label = "At risk";
    EXPECT_EQ(said.fact("Judged by a person"), "The panel decided so. Computed: At risk.");
    EXPECT_EQ(said.fact("Reason"), "");
}

TEST(FigureReading, NamesWithWhomItIsComparedAndWhyNot) {
    Said said;
    for (const auto& [code, name] : {std::pair{"N", "Northtown"}, {"S", "Southtown"}}) {
        Area& area = said.council.content.areas.emplace_back();
        area.code = AreaCode(code);
        area.name = name;
    }
    EXPECT_EQ(said.previous(), "improved, +2.5 points on 82.0% (2012/13 quarter 2)");
    said.figure.previous.areas = {AreaCode("N"), AreaCode("S")};
    EXPECT_EQ(said.previous(), "improved, +2.5 points on 82.0% (Northtown and Southtown, 2012/13 quarter 2)");
    said.figure.previous.told = Direction::worsened;
    EXPECT_EQ(said.previous(), "improved, +2.5 points on 82.0% (Northtown and Southtown, 2012/13 quarter 2); reported "
                               "differently: worsened (as reported)");
    said.figure.previous = {};
    EXPECT_FALSE(is_told(said.figure.previous));
    EXPECT_EQ(said.previous(), "not comparable");
    said.figure.previous.why_not = "Newtown begins on 1 April 2022";
    EXPECT_TRUE(is_told(said.figure.previous));
    EXPECT_EQ(said.previous(), "not comparable: Newtown begins on 1 April 2022");
}

TEST(FigureReading, SaysWhatSpeaksAgainstTheOutlook) {
    Said said;
    EXPECT_EQ(doubt_words(said.council.content.settings.calendar, said.measure, said.figure), "");
    said.figure.forecast_outlook = Outlook::to_meet;
    EXPECT_EQ(said.ahead(),
              "Forecast to miss, but the figure forecast with it, 90%, would miss 95%: one of the two is wrong");
    said.figure.forecast_outlook = Outlook::to_miss;
    said.figure.told_outlook = Outlook::to_meet;
    EXPECT_EQ(said.ahead(), "Forecast to miss, but reported differently: forecast to meet");
}

TEST(GoalWords, MeasureTheDistanceToTheNearerEdgeOfARange) {
    Said said;
    Goal& goal = *said.figure.goal;
    goal.role = TargetRole::annual;
    goal.lower = Decimal(70), goal.upper = Decimal(80), goal.aim = Decimal(75);
    EXPECT_EQ(distance_words(said.measure, said.figure), "4.5 points above 70% to 80%");
    said.figure.actual = dec("78.2");
    EXPECT_EQ(distance_words(said.measure, said.figure), "within 70% to 80%");
    said.figure.actual = Decimal(69);
    EXPECT_EQ(distance_words(said.measure, said.figure), "1.0 point below 70% to 80%");
    goal.lower.reset(), goal.upper.reset();
    goal.lower = goal.aim = Decimal(69);
    EXPECT_EQ(distance_words(said.measure, said.figure), "exactly 69%");
    said.figure.goal.reset();
    EXPECT_EQ(distance_words(said.measure, said.figure), "");
}

} // namespace
} // namespace qd
