#include "checks/plausible.hpp"

#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

// Quarters from 2009-10Q1 on, one figure each.
Content quarters(const std::vector<std::string>& figures, const Measure& of = measure()) {
    Content content = council();
    content.measures = {of};
    for (std::size_t i = 0; i < figures.size(); ++i)
        hand_in(
            content, "M1",
            {value(print(Period::quarter(2009 + static_cast<int>(i) / 4, static_cast<int>(i) % 4 + 1)), figures[i])});
    return content;
}

TEST(Outliers, FindAFigureFarFromAllBefore) {
    const Finding found =
        only(checked(quarters({"50", "52", "49", "51", "50", "53", "48", "51", "900"}), "2011-12Q1"), "value-outlying");
    EXPECT_EQ(found.severity, Severity::note);
    EXPECT_EQ(found.message, "900 is far from all of the 8 figures before it, whose middle is 51.");
    EXPECT_EQ(found.subject, (Subject{SubjectKind::measure, "M1"}));
}

TEST(Outliers, LeaveAloneWhatAStepOfItsOwnSizeReaches) {
    EXPECT_FALSE(
        has(checked(quarters({"50", "52", "49", "51", "50", "53", "48", "51", "54"}), "2011-12Q1"), "value-outlying"));
    // a trend that gets there step by step
    EXPECT_FALSE(
        has(checked(quarters({"10", "20", "30", "40", "50", "60", "70", "80", "90"}), "2011-12Q1"), "value-outlying"));
}

TEST(Outliers, NeedEightFiguresBefore) {
    EXPECT_FALSE(
        has(checked(quarters({"50", "52", "49", "51", "50", "53", "48", "900"}), "2010-11Q4"), "value-outlying"));
}

TEST(Outliers, RestartWhereTheSeriesBreaks) {
    Content content = quarters({"50", "52", "49", "51", "50", "53", "48", "51"});
    Observation counted_anew = value("2011-12Q1", "900");
    counted_anew.flags = static_cast<Flags>(Flag::break_in_series);
    hand_in(content, "M1", {counted_anew});
    EXPECT_FALSE(has(checked(content, "2011-12Q1"), "value-outlying"));
}

TEST(Outliers, AreFoundWhereMostAreEqualAndNotWhereAllAre) {
    EXPECT_TRUE(
        has(checked(quarters({"50", "50", "50", "50", "50", "50", "50", "51", "900"}), "2011-12Q1"), "value-outlying"));
    EXPECT_FALSE(
        has(checked(quarters({"50", "50", "50", "50", "50", "50", "50", "50", "51"}), "2011-12Q1"), "value-outlying"));
}

// A county of ten districts, the last with another value; 60 to 68 are the others'.
Content districts(const std::string& last, Quantity quantity = Quantity::percent) {
    Content content = council();
    content.measures = {measure()};
    content.measures[0].quantity = quantity;
    content.measures[0].per = quantity == Quantity::percent ? 100 : 1;
    content.areas = {{county, "County", AreaKind::county, {}, {}, {}}};
    for (int i = 0; i < 10; ++i) {
        const AreaCode code("D" + std::to_string(i));
        content.areas.push_back({code, "District " + std::to_string(i), AreaKind::district, county, {}, {}});
        Observation row = value("2012-13Q1", i < 9 ? std::to_string(60 + i) : last);
        row.area = code;
        hand_in(content, "M1", {row});
    }
    return content;
}

TEST(Outliers, FindAnAreaFarFromAllOthers) {
    const Finding found = only(checked(districts("2"), "2012-13Q1"), "peer-outlying");
    EXPECT_EQ(
        found.message,
        "District 9 has 2%, and the middle of the other 9 is 64%: further apart than areas of one kind usually are.");
    EXPECT_FALSE(has(checked(districts("55"), "2012-13Q1"), "peer-outlying"));
    EXPECT_FALSE(has(checked(districts("2", Quantity::count), "2012-13Q1"), "peer-outlying"))
        << "a small district counts less";
}

TEST(Outliers, CompareTheNewestVersionForEachArea) {
    Content content = districts("2");
    Observation corrected = value("2012-13Q1", "62");
    corrected.area = AreaCode("D9");
    hand_in(content, "M1", {corrected}, "2012-09-01");
    EXPECT_FALSE(has(checked(content, "2012-13Q1"), "peer-outlying"));
    EXPECT_TRUE(has(checked(content, "2012-13Q1", "2012-08-31"), "peer-outlying"));
}

TEST(Plausible, ReportsEverythingImplausibleAboutOneFigure) {
    Measure share = measure();
    share.quantity = Quantity::percent;
    share.per = 100;
    share.most = Decimal(100);
    const Content content = quarters({"50", "52", "49", "51", "50", "53", "48", "51", "900"}, share);
    const Series series = compute_series(content, MeasureCode("M1"), county, moment("2020-01-01"));
    EXPECT_EQ(
        kinds_of(implausible(content.measures[0], series, series.points.back(), "quarter 1")),
        (std::vector<std::string>{"error value-implausible", "warning value-implausible", "note value-outlying"}));
    EXPECT_TRUE(implausible(content.measures[0], series, series.points.front(), "quarter 1").empty());
}

} // namespace
} // namespace qd
