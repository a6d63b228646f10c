#include "domain/measure.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

Measure shown_as(Quantity quantity, int decimals) {
    Measure measure;
    measure.quantity = quantity;
    measure.decimals = decimals;
    return measure;
}
Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

TEST(Show, AValueAsPeopleReadIt) {
    EXPECT_EQ(show(shown_as(Quantity::percent, 1), number("84.516441")), "84.5%");
    EXPECT_EQ(show(shown_as(Quantity::count, 0), Decimal{19'252}), "19,252");
    EXPECT_EQ(show(shown_as(Quantity::days, 2), number("2.41")), "2.41 days");
    EXPECT_EQ(show(shown_as(Quantity::days, 0), Decimal{1}), "1 day");
    EXPECT_EQ(show(shown_as(Quantity::days, 0), Decimal{10}), "10 days");
    EXPECT_EQ(show(shown_as(Quantity::money, 2), number("1234.5")), "£1,234.50");
    EXPECT_EQ(show(shown_as(Quantity::money, 0), Decimal{3'558'067}), "£3,558,067");
    EXPECT_EQ(show(shown_as(Quantity::rate, 1), number("41.24")), "41.2");
    EXPECT_EQ(show(shown_as(Quantity::number, 1), Decimal{0}), "0.0");
}

TEST(Show, ANegativeValueWithARealMinus) {
    EXPECT_EQ(show(shown_as(Quantity::money, 2), number("-12.5")), "−£12.50");
    EXPECT_EQ(show(shown_as(Quantity::percent, 1), number("-0.05")), "−0.1%");
    EXPECT_EQ(show(shown_as(Quantity::percent, 1), number("-0.04")), "0.0%");
}

TEST(Show, TheGreatestFiguresToo) {
    const Decimal greatest = Decimal::from_millionths(INT64_MAX);
    EXPECT_EQ(show(shown_as(Quantity::days, 0), greatest), "9,223,372,036,855 days");
    EXPECT_EQ(show_difference(shown_as(Quantity::percent, 0), -greatest), "−9,223,372,036,855 points");
}

TEST(Show, ADifferenceWithItsSign) {
    EXPECT_EQ(show_difference(shown_as(Quantity::percent, 1), Decimal{1}), "+1.0 point");
    EXPECT_EQ(show_difference(shown_as(Quantity::percent, 1), number("-1.04")), "−1.0 point");
    EXPECT_EQ(show_difference(shown_as(Quantity::percent, 1), number("-0.4")), "−0.4 points");
    EXPECT_EQ(show_difference(shown_as(Quantity::percent, 1), number("2.6")), "+2.6 points");
    EXPECT_EQ(show_difference(shown_as(Quantity::percent, 0), Decimal{10}), "+10 points");
    EXPECT_EQ(show_difference(shown_as(Quantity::percent, 1), number("-0.04")), "0.0 points");
    EXPECT_EQ(show_difference(shown_as(Quantity::count, 0), Decimal{1250}), "+1,250");
    EXPECT_EQ(show_difference(shown_as(Quantity::count, 0), Decimal{-20}), "−20");
    EXPECT_EQ(show_difference(shown_as(Quantity::count, 0), Decimal{0}), "0");
    EXPECT_EQ(show_difference(shown_as(Quantity::money, 2), number("-0.5")), "−£0.50");
    EXPECT_EQ(show_difference(shown_as(Quantity::days, 2), number("0.41")), "+0.41 days");
    EXPECT_EQ(show_difference(shown_as(Quantity::rate, 1), number("2.6")), "+2.6");
}

} // namespace
} // namespace qd
