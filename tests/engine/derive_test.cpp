#include "engine/derive.hpp"

#include "engine/council.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

Measure computed(std::string_view code, std::string_view formula) {
    Measure made = measure(code);
    made.formula = formula;
    return made;
}

Content with_measures(std::vector<Measure> measures) {
    Content content = council();
    content.measures = std::move(measures);
    return content;
}

// The cells that a measure was given, in the order in which they became known: "2012-13Q1 = 12/40", with the area if it is
// not the county, and since when.
std::vector<std::string> made(const Content& content, std::string_view measure) {
    std::vector<std::string> told;
    for (const Return& each : with_derived(content).returns) {
        if (each.origin != Origin::computed || each.measure.text() != measure) continue;
        for (std::size_t row = 0; row < each.observations.size(); ++row) {
            const Observation cell = each.observations.at(row);
            std::string line = print(cell.period) + (cell.area == county ? "" : " " + cell.area.text()) + " = ";
            if (cell.gap)
                line += print(*cell.gap);
            else if (cell.value)
                line += print(*cell.value);
            else
                line += print(*cell.numerator) + "/" + print(*cell.denominator);
            if (!cell.note.empty()) line += " (" + cell.note + ")";
            if (each.known_at) line += " since " + print(each.known_at->date());
            told.push_back(line);
        }
    }
    return told;
}
using Lines = std::vector<std::string>;

TEST(Derive, ComputesExactly) {
    Content content =
        with_measures({measure("A"), measure("B"), computed("D", "0.6*A + 0.4*B"), computed("E", "(A - B) / B * 100"),
                       computed("F", "-A / 3 + 1"), computed("G", "abs(B - A) * least(A, B, 2)")});
    hand_in(content, "A", {value("2012-13Q1", "84.5")});
    hand_in(content, "B", {value("2012-13Q1", "90.1")});
    EXPECT_EQ(made(content, "D"), Lines{"2012-13Q1 = 86.74"});
    EXPECT_EQ(made(content, "E"), Lines{"2012-13Q1 = -6.215316"});
    EXPECT_EQ(made(content, "F"), Lines{"2012-13Q1 = -27.166667"}) << "rounded once, half away from zero";
    EXPECT_EQ(made(content, "G"), Lines{"2012-13Q1 = 11.2"});
}

TEST(Derive, KeepsTheSidesOfARatio) {
    Measure share = computed("D", "A / B * 100");
    share.quantity = Quantity::percent;
    share.per = 100;
    share.roll_up = RollUp::ratio;
    Content content = with_measures({measure("A"), measure("B"), share});
    content.measures[0].on_scorecard = content.measures[1].on_scorecard = false;
    hand_in(content, "A", {value("2012-13Q1", "12"), value("2012-13Q2", "30")});
    hand_in(content, "B", {value("2012-13Q1", "40"), value("2012-13Q2", "40")});
    EXPECT_EQ(made(content, "D"), (Lines{"2012-13Q1 = 12/40", "2012-13Q2 = 30/40"}));
    const Figure figure = figure_at(with_derived(content), "2012-13Q2");
    EXPECT_EQ(figure.actual, Cell(number("52.5"))) << "42 of 80, not the mean of 30 and 75";
    EXPECT_EQ(figure.in_period, Cell(number("75")));
    ASSERT_TRUE(figure.lineage);
    EXPECT_EQ(figure.lineage->source, "formula: A / B * 100");
}

TEST(Derive, JudgesWhatIsComputedOnTheExactRatio) {
    Measure share = computed("D", "ratio(A, B)");
    share.quantity = Quantity::percent;
    Content content = with_measures({measure("A"), measure("B"), share});
    content.measures[0].on_scorecard = content.measures[1].on_scorecard = false;
    hand_in(content, "A", {value("2012-13Q1", "1")});
    hand_in(content, "B", {value("2012-13Q1", "3")});
    set_target(content, "D", "2012-13Q1", "33.333334", TargetRole::profile);
    EXPECT_EQ(figure_at(with_derived(content), "2012-13Q1").computed.status, Status::amber) << "a third is less";
}

TEST(Derive, PopulationIsUsedForTheQuartersOfItsYearAndUntilTheNext) {
    Measure population = measure("POP"), rate = computed("D", "per_head(A, POP)");
    population.grain = Grain::year;
    rate.quantity = Quantity::rate;
    rate.per = 1000;
    Content content = with_measures({measure("A"), population, rate});
    hand_in(content, "POP", {value("2011-12", "1000")});
    hand_in(content, "A", {value("2011-12Q4", "7"), value("2012-13Q1", "8"), value("2012-13Q2", "9")});
    hand_in(content, "POP", {value("2012-13", "1100")}, "2013-05-01");
    EXPECT_EQ(made(content, "D"),
              (Lines{"2011-12Q4 = 7/1000 (POP of 2011/12.)", "2012-13Q1 = 8/1000 (POP of 2011/12.)",
                     "2012-13Q2 = 9/1000 (POP of 2011/12.)", "2012-13Q1 = 8/1100 (POP of 2012/13.) since 2013-05-01",
                     "2012-13Q2 = 9/1100 (POP of 2012/13.) since 2013-05-01"}));
}

// Two estimates of mid-year overlap the financial year; the one with most days in it serves, and the figure says which.
TEST(Derive, APopulationOfCalendarYearsServesTheFinancialYear) {
    Measure population = measure("POP"), admissions = measure("A"), rate = computed("D", "per_head(A, POP)");
    population.grain = admissions.grain = rate.grain = Grain::year;
    rate.quantity = Quantity::rate;
    rate.per = 1000;
    Content content = with_measures({admissions, population, rate});
    hand_in(content, "POP", {value("2018-01-01/2018-12-31", "400"), value("2019-01-01/2019-12-31", "410")});
    hand_in(content, "A", {value("2018-19", "8")});
    EXPECT_EQ(made(content, "D"), Lines{"2018-19 = 8/400 (POP of year to 31 December 2018.)"});
    hand_in(content, "A", {value("2021-22", "9")});
    EXPECT_EQ(made(content, "D").size(), 1u) << "nothing that overlaps 2021/22 is known";
    const Content derived = with_derived(content);
    const Figure none = compute_figure(derived, MeasureCode("D"), period("2021-22"), county, moment("2025-01-01"));
    EXPECT_EQ(none.why_missing, "POP has no figure for 2021/22: it is known for year to 31 December 2019");
}

TEST(Derive, MonthsAreRolledUpToTheQuarterFirst) {
    Measure months = measure("A");
    months.grain = Grain::month;
    months.roll_up = RollUp::sum;
    Content content = with_measures({months, computed("D", "A * 2")});
    hand_in(content, "A", {value("2012-04", "1"), value("2012-05", "2")});
    EXPECT_EQ(made(content, "D"), Lines{});
    hand_in(content, "A", {value("2012-06", "3")});
    EXPECT_EQ(made(content, "D"), Lines{"2012-13Q1 = 12"});
}

TEST(Derive, IsKnownAndRestatedWithItsInputs) {
    Content content = with_measures({measure("A"), measure("B"), computed("D", "A + B"), computed("E", "D * 10")});
    hand_in(content, "A", {value("2012-13Q1", "1")}, "2012-07-10");
    hand_in(content, "B", {value("2012-13Q1", "2")}, "2012-07-20");
    hand_in(content, "A", {value("2012-13Q1", "5")}, "2012-08-01");
    hand_in(content, "A", {value("2012-13Q1", "5")}, "2012-09-01"); // nothing new
    hand_in(content, "B", {gap("2012-13Q1", GapReason::not_available)}, "2012-10-01");
    EXPECT_EQ(made(content, "D"), (Lines{"2012-13Q1 = 3 since 2012-07-20", "2012-13Q1 = 7 since 2012-08-01",
                                         "2012-13Q1 = not_available since 2012-10-01"}));
    EXPECT_EQ(made(content, "E"), (Lines{"2012-13Q1 = 30 since 2012-07-20", "2012-13Q1 = 70 since 2012-08-01",
                                         "2012-13Q1 = not_available since 2012-10-01"}));
}

TEST(Derive, MissingInputsLeaveNothingUnlessTheyMayBeLeftOut) {
    Measure strict = computed("D", "mean(A, B)"), lenient = computed("E", "mean(A, B)"),
            weighted = computed("F", "wmean(A, 3, B, 1)");
    lenient.missing = weighted.missing = MissingParts::leave_out;
    Content content = with_measures({measure("A"), measure("B"), strict, lenient, weighted});
    hand_in(content, "A", {value("2012-13Q1", "10"), gap("2012-13Q2", GapReason::not_available)});
    hand_in(content, "B", {gap("2012-13Q1", GapReason::suppressed), gap("2012-13Q2", GapReason::not_applicable)});
    EXPECT_EQ(made(content, "D"), (Lines{"2012-13Q1 = suppressed", "2012-13Q2 = not_available"}));
    EXPECT_EQ(made(content, "E"), (Lines{"2012-13Q1 = 10 (Left out: B.)", "2012-13Q2 = not_available"}));
    EXPECT_EQ(made(content, "F"), (Lines{"2012-13Q1 = 10 (Left out: B.)", "2012-13Q2 = not_available"}));
}

TEST(Derive, IndexIsOfABasePeriod) {
    Content content = with_measures({measure("A"), measure("B"), computed("D", "index(A, \"2012-13Q1\")"),
                                     computed("E", "wmean(index(A, \"2012-13Q1\"), 3, index(B, \"2012-13Q1\"), 1)"),
                                     computed("F", "geomean(A, B)")});
    hand_in(content, "A", {value("2012-13Q2", "30")});
    hand_in(content, "B", {value("2012-13Q1", "10"), value("2012-13Q2", "20")});
    EXPECT_EQ(made(content, "D"), Lines{}) << "the base is not known yet";
    hand_in(content, "A", {value("2012-13Q1", "40")}, "2012-11-01");
    EXPECT_EQ(made(content, "D"), (Lines{"2012-13Q1 = 100 since 2012-11-01", "2012-13Q2 = 75 since 2012-11-01"}));
    EXPECT_EQ(made(content, "E"), (Lines{"2012-13Q1 = 100 since 2012-11-01", "2012-13Q2 = 106.25 since 2012-11-01"}));
    EXPECT_EQ(made(content, "F"), (Lines{"2012-13Q2 = 24.494897", "2012-13Q1 = 20 since 2012-11-01"}));
}

TEST(Derive, DividesByNothing) {
    Content content = with_measures({measure("A"), measure("B"), computed("D", "A / B"), computed("E", "ratio(A, B)")});
    hand_in(content, "A", {value("2012-13Q1", "1")});
    hand_in(content, "B", {value("2012-13Q1", "0")});
    EXPECT_EQ(made(content, "D"), Lines{"2012-13Q1 = nothing_to_divide_by"});
    EXPECT_EQ(made(content, "E"), Lines{"2012-13Q1 = nothing_to_divide_by"});
}

TEST(Derive, CountiesAreComputedFromCountiesAndDistrictsFromDistricts) {
    Content content = with_measures({measure("A"), measure("B"), computed("D", "0.5*A + 0.5*B")});
    content.measures[0].quantity = content.measures[1].quantity = Quantity::count;
    for (const char* code : {"N", "S"})
        content.areas.push_back({AreaCode(code), code, AreaKind::district, county, {}, {}});
    const auto at = [](const char* area, const char* figure) {
        Observation observation = value("2012-13Q1", figure);
        observation.area = AreaCode(area);
        return observation;
    };
    hand_in(content, "A", {at("N", "10"), at("S", "20")});
    hand_in(content, "B", {at("N", "2")});
    EXPECT_EQ(made(content, "D"), Lines{"2012-13Q1 N = 6"});
    hand_in(content, "B", {at("S", "4")}, "2012-08-01");
    EXPECT_EQ(made(content, "D"),
              (Lines{"2012-13Q1 N = 6", "2012-13Q1 = 18 since 2012-08-01", "2012-13Q1 S = 12 since 2012-08-01"}));
}

TEST(Derive, WhatWasHandedInIsKept) {
    Content content = with_measures({measure("A"), computed("D", "A * 2")});
    hand_in(content, "D", {value("2012-13Q1", "99")});
    hand_in(content, "A", {value("2012-13Q1", "1"), value("2012-13Q2", "2")});
    EXPECT_EQ(made(content, "D"), Lines{"2012-13Q2 = 4"});
}

TEST(Derive, CarriesFlagsAlong) {
    Content content = with_measures({measure("A"), measure("B"), computed("D", "A + B")});
    Observation provisional = value("2012-13Q1", "1"), estimated = value("2012-13Q1", "2");
    provisional.flags = Flags(Flag::provisional);
    estimated.flags = Flags(Flag::estimated);
    hand_in(content, "A", {provisional});
    hand_in(content, "B", {estimated});
    const Content all = with_derived(content);
    EXPECT_EQ(all.returns.back().observations.at(0).flags, Flag::provisional | Flag::estimated);
}

TEST(Derive, LeavesCirclesAndBrokenFormulasAlone) {
    Content content = with_measures({measure("A"), computed("D", "E + A"), computed("E", "D"), computed("F", "A +"),
                                     computed("G", "NOWHERE"), computed("H", "D + A")});
    hand_in(content, "A", {value("2012-13Q1", "1")});
    EXPECT_EQ(with_derived(content).returns.size(), 1U);
}

TEST(Derive, WhatIsTooLargeIsAGap) {
    Content content = with_measures({measure("A"), computed("D", "A * A * A"), computed("E", "A * A * A / A / A")});
    hand_in(content, "A", {value("2012-13Q1", "9000000000000")});
    EXPECT_EQ(made(content, "D"), Lines{"2012-13Q1 = not_available (The formula's result is too large to be stored.)"});
    EXPECT_EQ(made(content, "E"), Lines{"2012-13Q1 = 9000000000000"});
}

// What a definition of another version does to the series.
Content redefined(std::optional<Decimal> link) {
    Content content = council();
    Measure changed = measure();
    Definition later;
    later.from = day("2012-07-01");
    later.reason = "Guidance changed.";
    later.link = link;
    changed.definitions.push_back(later);
    content.measures = {changed};
    hand_in(content, "M1", {value("2012-13Q1", "100"), value("2012-13Q2", "105"), value("2012-13Q3", "104")});
    return content;
}

TEST(Definition, ANewOneBreaksTheSeries) {
    const Content content = redefined({});
    const Figure first = figure_at(content, "2012-13Q2"), second = figure_at(content, "2012-13Q3");
    EXPECT_TRUE(has(first.flags, Flag::break_in_series));
    EXPECT_EQ(first.note, "Break in the series: Guidance changed.");
    EXPECT_EQ(first.previous.direction, Direction::not_comparable);
    EXPECT_FALSE(has(second.flags, Flag::break_in_series));
    EXPECT_EQ(second.previous.direction, Direction::worsened);
}

TEST(Definition, ALinkMakesItComparable) {
    const Figure figure = figure_at(redefined(number("1.08")), "2012-13Q2");
    EXPECT_FALSE(has(figure.flags, Flag::break_in_series));
    EXPECT_EQ(figure.previous.value, number("108"));
    EXPECT_EQ(figure.previous.direction, Direction::worsened) << "105 against 100 as it would count now";
}

} // namespace
} // namespace qd
