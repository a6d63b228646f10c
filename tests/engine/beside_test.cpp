#include "engine/beside.hpp"

#include "base/error.hpp"
#include "engine/council.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace qd {
namespace {

using namespace test;

// A county with four districts, three of them with figures, and two wards in the first.
class BesideTest : public testing::Test {
protected:
    BesideTest() {
        content_.measures = {measure()};
        content_.measures[0].quantity = Quantity::percent;
        content_.measures[0].missing = MissingParts::leave_out;
        for (const char* code : {"D1", "D2", "D3", "D4"}) add(code, AreaKind::district, county);
        add("W1", AreaKind::ward, AreaCode("D1"));
        add("W2", AreaKind::ward, AreaCode("D1"));
        hand_in(content_, "M1",
                {in("D1", parts("2012-13Q1", "90", "100")), in("D2", parts("2012-13Q1", "700", "1000")),
                 in("D3", parts("2012-13Q1", "80", "100"))});
    }

    void add(std::string_view code, AreaKind kind, AreaCode parent) {
        content_.areas.push_back({AreaCode(std::string(code)), std::string(code), kind, std::move(parent), {}, {}});
    }

    static Observation in(std::string_view area, Observation observation) {
        observation.area = AreaCode(std::string(area));
        return observation;
    }

    Beside beside(const AreaCode& area, std::optional<AreaKind> kind = {}) const {
        return compute_beside(content_, MeasureCode("M1"), area, kind, period("2012-13Q1"), moment("2020-01-01"));
    }

    Content content_ = council();
};

TEST_F(BesideTest, ShowsThePartsWithTheWhole) {
    const Beside found = beside(county);
    ASSERT_EQ(found.areas.size(), 4U);
    EXPECT_EQ(found.given, 3U);
    EXPECT_EQ(found.whole, county);
    EXPECT_EQ(found.whole_figure->actual, Cell(number("72.5")));
    // Wilson: 90 of 100 is 82.6 to 94.5; 700 of 1,000 is 67.1 to 72.8, which includes 72.5; 80 of 100 is 71.1 to 86.7.
    EXPECT_EQ(found.areas[0].comparison, Comparison::much_better);
    EXPECT_EQ(found.areas[0].lower->rounded(1), number("82.6"));
    EXPECT_EQ(found.areas[0].upper->rounded(1), number("94.5"));
    EXPECT_EQ(found.areas[1].comparison, Comparison::similar);
    EXPECT_EQ(found.areas[2].comparison, Comparison::similar);
    EXPECT_EQ(found.areas[3].comparison, Comparison::not_compared);
}

TEST_F(BesideTest, RanksThoseWithAFigure) {
    const Beside found = beside(county);
    EXPECT_EQ(found.areas[0].place, 1U);
    EXPECT_EQ(found.areas[1].place, 3U);
    EXPECT_EQ(found.areas[2].place, 2U);
    EXPECT_FALSE(found.areas[3].place.has_value());
    EXPECT_FALSE(found.areas[0].quarter.has_value()); // three make no quarters
}

TEST_F(BesideTest, DrawsAFunnelAroundTheWhole) {
    const Beside found = beside(county);
    ASSERT_FALSE(found.funnel.empty());
    for (const FunnelLine& line : found.funnel) {
        EXPECT_LE(line.far_lower, line.lower);
        EXPECT_LE(line.lower, number("72.5"));
        EXPECT_GE(line.upper, number("72.5"));
        EXPECT_GE(line.far_upper, line.upper);
    }
    EXPECT_GT(found.funnel.back().size, Decimal(1000));
    EXPECT_EQ(found.areas[0].funnel, FunnelClass::high_001); // 90 of 100 where 72.5 % is expected
    EXPECT_EQ(found.areas[2].funnel, FunnelClass::not_significant);
}

// The funnel, the comparison and the interval are three ways to say one thing of an area.
void expect_agreement(const Beside& found) {
    const Decimal whole = found.whole_figure->actual.value();
    for (const BesideArea& area : found.areas) {
        if (area.comparison == Comparison::not_compared) continue;
        const bool near = *area.lower <= whole && whole <= *area.upper;
        const auto is = [&](std::initializer_list<Comparison> any) {
            return std::ranges::find(any, area.comparison) != any.end();
        };
        EXPECT_EQ(is({Comparison::similar}), near);
        EXPECT_EQ(area.funnel == FunnelClass::not_significant, near);
        EXPECT_EQ(area.funnel == FunnelClass::high_001, is({Comparison::much_better}));
        EXPECT_EQ(area.funnel == FunnelClass::high_025, is({Comparison::better}));
        EXPECT_EQ(area.funnel == FunnelClass::low_025, is({Comparison::worse}));
        EXPECT_EQ(area.funnel == FunnelClass::low_001, is({Comparison::much_worse}));
    }
    // between two sizes that are drawn the limits are between theirs
    for (const BesideArea& area : found.areas) {
        if (area.comparison == Comparison::not_compared) continue;
        const auto after = std::ranges::find_if(
            found.funnel, [&](const FunnelLine& line) { return line.size > *area.figure.denominator; });
        ASSERT_TRUE(after != found.funnel.end() && after != found.funnel.begin());
        const Decimal value = area.figure.actual.value();
        if (area.funnel == FunnelClass::high_001 || area.funnel == FunnelClass::high_025) {
            EXPECT_GT(value, std::min(after->upper, std::prev(after)->upper));
        } else if (area.funnel == FunnelClass::not_significant) {
            EXPECT_LE(value, std::max(after->upper, std::prev(after)->upper));
            EXPECT_GE(value, std::min(after->lower, std::prev(after)->lower));
        }
    }
}

TEST_F(BesideTest, SaysTheSameAboutAnAreaEverywhere) {
    std::mt19937 random(3);
    for (int round = 0; round < 40; ++round) {
        content_.returns.clear();
        content_.measures[0].quantity = round % 2 == 0 ? Quantity::percent : Quantity::rate;
        content_.measures[0].per = 1000;
        const double average = std::uniform_real_distribution(0.02, 0.98)(random);
        std::vector<Observation> rows;
        for (const char* district : {"D1", "D2", "D3", "D4"}) {
            const int of = std::uniform_int_distribution(2, 600)(random);
            const double own = std::clamp(average + std::normal_distribution(0.0, 0.05)(random), 0.0, 1.0);
            const int events = std::binomial_distribution(of, own)(random);
            rows.push_back(in(district, parts("2012-13Q1", std::to_string(events), std::to_string(of) + ".5")));
        }
        hand_in(content_, "M1", {rows[0], rows[1], rows[2], rows[3]});
        const Beside found = beside(county);
        ASSERT_FALSE(found.funnel.empty());
        expect_agreement(found);
    }
}

TEST_F(BesideTest, AnAreaWithoutPartsIsShownAmongItsSiblings) {
    const Beside found = beside(AreaCode("D2"));
    EXPECT_EQ(found.whole, county);
    EXPECT_EQ(found.own, AreaCode("D2"));
    EXPECT_EQ(found.areas.size(), 4U);
}

TEST_F(BesideTest, UsesTheKindAskedFor) {
    hand_in(content_, "M1", {in("W1", parts("2012-13Q1", "40", "50")), in("W2", parts("2012-13Q1", "50", "50"))});
    EXPECT_EQ(beside(county).kind, AreaKind::district);
    EXPECT_EQ(beside(county).kinds, (std::vector{AreaKind::district, AreaKind::ward}));
    EXPECT_EQ(beside(county, AreaKind::ward).areas.size(), 2U);
    EXPECT_EQ(beside(county, AreaKind::nation).kind, AreaKind::district); // nobody has one
}

TEST_F(BesideTest, WithoutCountsThereIsNoInterval) {
    content_.returns.clear();
    hand_in(
        content_, "M1",
        {in("D1", value("2012-13Q1", "90")), in("D2", value("2012-13Q1", "70")), in("D3", value("2012-13Q1", "80"))});
    const Beside found = beside(county);
    EXPECT_EQ(found.given, 3U);
    EXPECT_FALSE(found.areas[0].lower.has_value());
    EXPECT_TRUE(found.funnel.empty());
    EXPECT_EQ(found.areas[1].place, 3U);
}

TEST_F(BesideTest, OneAreaAloneIsNotCompared) {
    content_.returns.clear();
    hand_in(content_, "M1", {in("D1", parts("2012-13Q1", "90", "100"))});
    EXPECT_TRUE(beside(county).areas.empty());
    EXPECT_THROW(compute_beside(content_, MeasureCode("M9"), county, {}, period("2012-13Q1"), moment("2020-01-01")),
                 Error);
}

} // namespace
} // namespace qd
