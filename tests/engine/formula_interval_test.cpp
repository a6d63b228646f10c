#include "engine/formula_interval.hpp"

#include "engine/beside.hpp"
#include "engine/council.hpp"
#include "engine/derive.hpp"
#include "engine/reading.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

constexpr std::array weights = {5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000,
                                7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000};
// PHEindicatormethods, testdata_big: 19 age groups of five years.
constexpr std::array events = {127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91};
constexpr std::array people = {636, 558, 609, 543, 384, 594, 669, 843, 660, 576,
                               606, 522, 426, 273, 300, 288, 153, 123, 207};

void hand_in_ages(Content& content, int divided_by, std::string_view of = "2012-13Q1", const AreaCode& area = county) {
    for (std::size_t i = 0; i < events.size(); ++i) {
        Observation count = value(of, std::to_string(events[i] / divided_by)),
                    size = value(of, std::to_string(people[i]));
        count.area = size.area = area;
        hand_in(content, fmt::format("A{}", i), {count});
        hand_in(content, fmt::format("P{}", i), {size});
    }
}

Content by_age() {
    Content content = council();
    std::string formula;
    for (std::size_t i = 0; i < events.size(); ++i) {
        content.measures.push_back(measure(fmt::format("A{}", i)));
        content.measures.push_back(measure(fmt::format("P{}", i)));
        formula += fmt::format("{}A{}, P{}, {}", i ? ", " : "dsr(", i, i, weights[i]);
    }
    for (Measure& each : content.measures) each.quantity = Quantity::count;
    Measure rate = measure("DSR");
    rate.quantity = Quantity::rate;
    rate.per = 100'000;
    rate.formula = formula + ")";
    content.measures.push_back(rate);
    return content;
}

Reading reading_of(const Content& content, const char* code, const AreaCode& area = county) {
    return compute_reading(content, MeasureCode(code), area, period("2012-13Q1"), moment("2020-01-01"));
}

Figure standardised(const Content& content) {
    return compute_scorecard(content, period("2012-13Q1"), county, moment("2020-01-01")).figures.back();
}

TEST(FormulaInterval, StandardisesRatesAndGivesDobsonsInterval) {
    Content content = by_age();
    hand_in_ages(content, 1);
    content = with_derived(std::move(content));
    EXPECT_EQ(print_fixed(standardised(content).actual.value(), 6), "10430.247991");
    const Reading reading = reading_of(content, "DSR");
    ASSERT_TRUE(reading.interval) << reading.interval.why();
    EXPECT_EQ(reading.interval->method, IntervalMethod::dobson);
    EXPECT_EQ(print_fixed(reading.interval->lower, 6), "9717.709068");
    EXPECT_EQ(print_fixed(reading.interval->upper, 6), "11178.940915");
    EXPECT_LT(reading.interval->far_lower, reading.interval->lower);
}

TEST(FormulaInterval, StandardisesNothingBelowTenEvents) {
    Content content = by_age();
    hand_in_ages(content, 60); // 2, 1 twice … of 127, 68 and 74: nine events
    content = with_derived(std::move(content));
    const Figure figure = standardised(content);
    EXPECT_EQ(figure.actual, Cell(GapReason::not_available));
    EXPECT_EQ(figure.note, "Fewer than ten events: no standardised rate is given.");
    EXPECT_EQ(reading_of(content, "DSR").interval.why(), "There is no figure.");
}

TEST(FormulaInterval, HasNoneOfAFigureThatWasHandedIn) {
    Content content = by_age();
    hand_in_ages(content, 1);
    hand_in(content, "DSR", {value("2012-13Q1", "9000")});
    content = with_derived(std::move(content));
    EXPECT_EQ(reading_of(content, "DSR").interval.why(),
              "The figure is not what the formula makes of one period, so its interval is not known.");
}

TEST(FormulaInterval, ComparesAreasByIt) {
    Content content = by_age();
    for (const char* code : {"D1", "D2"})
        content.areas.push_back({AreaCode(code), code, AreaKind::district, county, {}, {}});
    hand_in_ages(content, 1, "2012-13Q1", AreaCode("D1"));
    hand_in_ages(content, 2, "2012-13Q1", AreaCode("D2"));
    content = with_derived(std::move(content));
    const Beside beside =
        compute_beside(content, MeasureCode("DSR"), county, {}, period("2012-13Q1"), moment("2020-01-01"));
    ASSERT_EQ(beside.areas.size(), 2u);
    ASSERT_TRUE(beside.areas[0].lower);
    EXPECT_EQ(print_fixed(*beside.areas[0].lower, 6), "9717.709068");
    ASSERT_TRUE(beside.whole_figure);
    EXPECT_EQ(beside.areas[0].comparison, Comparison::much_better) << "the county is between the two";
    EXPECT_EQ(beside.areas[1].comparison, Comparison::much_worse);
    EXPECT_TRUE(beside.funnel.empty());
}

// PHEindicatormethods, means: area 1, eight values of mean 53.704345 and standard deviation 20.975575.
Content sampled() {
    Content content = council();
    content.measures = {measure("MEAN"), measure("SD"), measure("N"), measure("SURVEY")};
    for (Measure& each : content.measures) each.quantity = Quantity::score;
    content.measures[2].quantity = Quantity::count;
    content.measures[3].formula = "sampled(MEAN, SD, N)";
    hand_in(content, "MEAN", {value("2012-13Q1", "53.704345")});
    hand_in(content, "SD", {value("2012-13Q1", "20.975575")});
    hand_in(content, "N", {value("2012-13Q1", "8")});
    return content;
}

TEST(FormulaInterval, GivesASampledMeanStudentsInterval) {
    const Content content = with_derived(sampled());
    EXPECT_EQ(standardised(content).actual, Cell(number("53.704345")));
    const Reading reading = reading_of(content, "SURVEY");
    ASSERT_TRUE(reading.interval) << reading.interval.why();
    EXPECT_EQ(reading.interval->method, IntervalMethod::student);
    EXPECT_EQ(print_fixed(reading.interval->lower, 4), "36.1683");
    EXPECT_EQ(print_fixed(reading.interval->upper, 4), "71.2404");
    EXPECT_EQ(print_fixed(reading.interval->far_lower, 4), "18.2167");
    EXPECT_EQ(print_fixed(reading.interval->far_upper, 4), "89.1920");
}

TEST(FormulaInterval, SaysWhatIsMissing) {
    Content content = sampled();
    hand_in(content, "SD", {gap("2012-13Q1", GapReason::not_available)});
    EXPECT_EQ(reading_of(with_derived(content), "SURVEY").interval.why(),
              "Some of what its interval is made from is not known.");
    hand_in(content, "SD", {value("2012-13Q1", "-1")});
    EXPECT_EQ(reading_of(with_derived(content), "SURVEY").interval.why(),
              "Its interval is made from something other than the deviation of a sample, or from too few cases.");
}

} // namespace
} // namespace qd
