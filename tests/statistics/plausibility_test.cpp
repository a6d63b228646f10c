#include "statistics/plausibility.hpp"

#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(Median, IsTheMiddle) {
    EXPECT_EQ(median({}), std::nullopt);
    EXPECT_EQ(median(std::vector<double>{3, 1, 2}), 2);
    EXPECT_EQ(median(std::vector<double>{4, 1, 3, 2}), 2.5);
}

TEST(RobustZ, IsNotStretchedByOneWildValue) {
    const std::vector<double> others{10, 11, 12, 13, 14, 1000};
    // median 12.5, distances 2.5 1.5 0.5 0.5 1.5 987.5, their median 1.5
    EXPECT_NEAR(*robust_z(others, 20), 0.6745 * 7.5 / 1.5, 1e-12);
    EXPECT_NEAR(*robust_z(others, 9.5), -0.6745 * 3.0 / 1.5, 1e-12);
}

TEST(RobustZ, UsesTheMeanDistanceIfMostAreEqual) {
    // median 7, distances 0 0 0 0 2, their mean 0.4
    EXPECT_NEAR(*robust_z(std::vector<double>{7, 7, 7, 7, 9}, 50), 43 / (1.253314 * 0.4), 1e-12);
    EXPECT_NEAR(*robust_z(std::vector<double>{7, 7, 7, 7, 9}, 7), 0, 1e-12);
}

TEST(RobustZ, SaysNothingOfFewOrEqualValues) {
    EXPECT_EQ(robust_z(std::vector<double>{1, 2, 3, 4}, 50), std::nullopt);
    EXPECT_EQ(robust_z(std::vector<double>{7, 7, 7, 7, 7}, 50), std::nullopt);
}

TEST(RobustZ, OfEachIsOfItAgainstAllOthers) {
    std::mt19937 random(3);
    for (std::size_t count = 0; count < 60; ++count)
        for (const unsigned kinds : {2u, 5u, 1000u}) { // nearly all equal, many equal, hardly any
            std::vector<double> values;
            for (std::size_t i = 0; i < count; ++i) values.push_back(static_cast<double>(random() % kinds) / 8 - 3);
            const auto each = robust_z_of_each(values);
            ASSERT_EQ(each.size(), count);
            for (std::size_t i = 0; i < count; ++i) {
                std::vector<double> others = values;
                others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
                const auto expected = robust_z(others, values[i]);
                ASSERT_EQ(each[i].has_value(), expected.has_value()) << count << " of " << kinds;
                if (expected) {
                    EXPECT_NEAR(*each[i], *expected, 1e-9) << count << " of " << kinds;
                }
            }
        }
}

TEST(StepZ, JudgesTheLastStepByThoseBefore) {
    const std::vector<double> climbing{10, 12, 15, 16, 20, 22, 25};
    EXPECT_LT(*step_z(climbing), 3.5) << "as it always climbed";
    const std::vector<double> leaping{10, 12, 15, 16, 20, 22, 60};
    EXPECT_GT(*step_z(leaping), 3.5);
    EXPECT_EQ(step_z(std::vector<double>{1}), std::nullopt);
}

} // namespace
} // namespace qd
