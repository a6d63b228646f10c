#include "base/or_why.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

OrWhy<int> half(int number) {
    if (number % 2 != 0) return "It is odd.";
    return number / 2;
}

TEST(OrWhy, IsAValueOrTheReasonWhyThereIsNone) {
    ASSERT_TRUE(half(8));
    EXPECT_EQ(*half(8), 4);
    EXPECT_EQ(half(8).why(), "");
    EXPECT_FALSE(half(7));
    EXPECT_EQ(half(7).why(), "It is odd.");
    EXPECT_EQ(half(8), OrWhy<int>(4));
    EXPECT_NE(half(7), OrWhy<int>("Another reason."));
    EXPECT_FALSE(OrWhy<int>()) << "none without a reason";
    EXPECT_EQ(OrWhy<int>().why(), "");
}

} // namespace
} // namespace qd
