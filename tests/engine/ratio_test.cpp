#include "engine/ratio.hpp"

#include "base/error.hpp"

#include <cstdint>
#include <random>

#include <gtest/gtest.h>

namespace qd {
namespace {

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

TEST(Ratio, DistinguishesThirdsFromTheirPrintedFigure) {
    const Ratio third = Ratio::of(Decimal(1), Decimal(3), 100);
    EXPECT_GT(third, Ratio(number("33.333333")));
    EXPECT_LT(third, Ratio(number("33.333334")));
    EXPECT_EQ(third, Ratio::of(Decimal(4), Decimal(12), 100));
    EXPECT_EQ(third.rounded(), number("33.333333"));
    EXPECT_EQ(Ratio::of(Decimal(-2), Decimal(3)).rounded(), number("-0.666667"));
}

TEST(Ratio, MovesByItsOwnSize) {
    EXPECT_EQ(Ratio(Decimal(18)).plus_percent(Decimal(-5)), Ratio(number("17.1")));
    EXPECT_EQ(Ratio(Decimal(-20)).plus_percent(Decimal(-5)), Ratio(Decimal(-21)));
    EXPECT_EQ(Ratio(Decimal(90)).plus(Decimal(-5)), Ratio(Decimal(85)));
    EXPECT_EQ(Ratio(Decimal(100)).scaled(1, 12), Ratio::of(Decimal(25), Decimal(3)));
    EXPECT_EQ(Ratio(Decimal(3)).distance(Ratio(number("4.5"))), Ratio(number("1.5")));
}

TEST(Ratio, ComparesTheLargestFigures) {
    const Decimal most = Decimal::from_millionths(INT64_MAX), nearly = Decimal::from_millionths(INT64_MAX - 1);
    EXPECT_GT(Ratio::of(most, nearly, INT64_MAX), Ratio::of(nearly, most, INT64_MAX));
    EXPECT_LT(Ratio::of(-most, nearly), Ratio(Decimal(-1)));
    EXPECT_THROW(Ratio::of(most, nearly, 999'983).distance(Ratio::of(nearly, most, 999'979)), Error);
}

// Against products in long integers, for fractions small enough that these cannot overflow.
TEST(Ratio, OrdersFractionsAsTheirProductsDo) {
    std::mt19937_64 random(20121231);
    std::uniform_int_distribution<std::int64_t> any(-60, 60), positive(1, 60);
    for (int round = 0; round < 200'000; ++round) {
        const std::int64_t a = any(random), b = positive(random), c = any(random), d = positive(random);
        const Ratio left = Ratio::of(Decimal::whole(a), Decimal::whole(b)),
                    right = Ratio::of(Decimal::whole(c), Decimal::whole(d));
        ASSERT_EQ(left <=> right, a * d <=> c * b) << a << '/' << b << " and " << c << '/' << d;
        ASSERT_EQ(left == right, a * d == c * b);
    }
}

// Judged by the target times the denominator, in whole numbers, as a person would check it: n × 100 × 100 against
// t × (100 − p) × d. Denominators and targets are chosen so that exact ties come up often.
TEST(Ratio, PutsEveryTieOnTheRightSide) {
    int ties = 0;
    for (std::int64_t denominator = 1; denominator <= 200; ++denominator)
        for (std::int64_t numerator = 0; numerator <= denominator; ++numerator)
            for (const std::int64_t target : {18, 50, 60, 75, 80, 90, 95})
                for (const std::int64_t percent : {5, 10, 20}) {
                    const auto expected = numerator * 100 * 100 <=> target * (100 - percent) * denominator;
                    const Ratio edge = Ratio(Decimal::whole(target)).plus_percent(Decimal::whole(-percent));
                    ASSERT_EQ(Ratio::of(Decimal::whole(numerator), Decimal::whole(denominator), 100) <=> edge,
                              expected);
                    ties += expected == 0;
                }
    EXPECT_GT(ties, 50);
}

} // namespace
} // namespace qd
