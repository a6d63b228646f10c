#include "domain/cell.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(Cell, IsANumberOrAReason) {
    EXPECT_TRUE(Cell(Decimal{}).has_value());
    EXPECT_EQ(Cell(Decimal{3}).value(), Decimal{3});
    EXPECT_FALSE(Cell(GapReason::not_due).has_value());
    EXPECT_EQ(Cell(GapReason::not_due).gap(), GapReason::not_due);
    EXPECT_EQ(Cell(), Cell(GapReason::not_available));
    EXPECT_FALSE(Cell(Decimal{}) == Cell(GapReason::not_due)) << "no number is not zero";
    EXPECT_FALSE(Cell(GapReason::overdue) == Cell(GapReason::not_due));
}

} // namespace
} // namespace qd
