#include "statistics/plausibility.hpp"

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

TEST(RobustZ, TakesTheMeanDistanceWhereMostAreEqual) {
    // median 7, distances 0 0 0 0 2, their mean 0.4
    EXPECT_NEAR(*robust_z(std::vector<double>{7, 7, 7, 7, 9}, 50), 43 / (1.253314 * 0.4), 1e-12);
    EXPECT_NEAR(*robust_z(std::vector<double>{7, 7, 7, 7, 9}, 7), 0, 1e-12);
}

TEST(RobustZ, SaysNothingOfFewOrEqualValues) {
    EXPECT_EQ(robust_z(std::vector<double>{1, 2, 3, 4}, 50), std::nullopt);
    EXPECT_EQ(robust_z(std::vector<double>{7, 7, 7, 7, 7}, 50), std::nullopt);
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
