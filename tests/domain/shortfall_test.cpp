#include "domain/shortfall.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

struct Given {
    Measure measure;
    Figure figure;
};

Given personal_budgets() {
    Given given;
    given.measure.quantity = Quantity::percent;
    given.figure.numerator = Decimal(19252);
    given.figure.denominator = Decimal(22779);
    given.figure.goal = Goal{};
    given.figure.goal->lower = given.figure.goal->aim = Decimal(90);
    return given;
}

TEST(Shortfall, IsCountedInWholeThings) {
    Given given = personal_budgets();
    EXPECT_EQ(short_by(given.measure, given.figure, given.figure.goal), Decimal(1250));
    given.figure.numerator = Decimal(20502);
    EXPECT_EQ(short_by(given.measure, given.figure, given.figure.goal), std::nullopt); // reached
}

TEST(Shortfall, IsGivenOnlyForWholePartsAgainstASingleFigure) {
    Given given = personal_budgets();
    given.figure.goal->upper = Decimal(95);
    EXPECT_EQ(short_by(given.measure, given.figure, given.figure.goal), std::nullopt);
    given = personal_budgets();
    given.measure.polarity = Polarity::none;
    EXPECT_EQ(short_by(given.measure, given.figure, given.figure.goal), std::nullopt);
    given = personal_budgets();
    given.figure.numerator = Decimal::parse("19252.5");
    EXPECT_EQ(short_by(given.measure, given.figure, given.figure.goal), std::nullopt);
}

} // namespace
} // namespace qd
