#include "forecasting/interval.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(Interval, knows_how_probable_a_target_is) {
    EXPECT_NEAR(probability_of_meeting(90, 2, 95, TargetSide::at_least), 0.00621, 5e-6);
    EXPECT_NEAR(probability_of_meeting(9.2, 0.4, 9.0, TargetSide::at_most), 0.30854, 5e-6);
    EXPECT_EQ(probability_of_meeting(9, 0, 8, TargetSide::at_least), 1);
    EXPECT_EQ(probability_of_meeting(9, 0, 8, TargetSide::at_most), 0);
    EXPECT_EQ(probability_of_meeting(8, 0, 8, TargetSide::at_most), 0.5);
}

// Tables of Student's t, two-sided 95 %.
TEST(Interval, is_wider_where_less_is_known) {
    EXPECT_NEAR(deviations_for_95(3), 3.182, 0.001);
    EXPECT_NEAR(deviations_for_95(5), 2.571, 0.001);
    EXPECT_NEAR(deviations_for_95(10), 2.228, 0.001);
    EXPECT_NEAR(deviations_for_95(30), 2.042, 0.001);
    EXPECT_NEAR(deviations_for_95(1e9), 1.96, 0.0001);
    EXPECT_EQ(deviations_for_95(0), deviations_for_95(2));
}

TEST(Interval, goes_by_what_the_trials_were_off) {
    Course course{{10, 10}, {}, {1, 2}};
    for (int i = 0; i < 20; ++i) course.residuals.insert(course.residuals.end(), {1, -1});
    const std::vector<Trial> none;
    EXPECT_NEAR(deviations(course, none)[0], 1.6, 1e-12);
    EXPECT_NEAR(deviations(course, none)[1], 3.2, 1e-12);
    Course longer = course;
    for (int i = 0; i < 50; ++i) longer.residuals.insert(longer.residuals.end(), {1, -1});
    EXPECT_NEAR(deviations(longer, none)[0], 1 + 0.6 * 45 / 141, 1e-12);
    std::vector<Trial> bad, good;
    for (std::size_t i = 0; i < 200; ++i) {
        bad.push_back({i, 1, {1, 2}, {4, -8}});
        good.push_back({i, 1, {1, 2}, {0.5, -1}});
    }
    EXPECT_NEAR(deviations(course, bad)[0], 4, 0.1);
    EXPECT_NEAR(deviations(course, good)[0], 0.5, 0.1);
    const std::vector<Trial> without_scale{{9, 0, {1, 2}, {4, 4}}};
    EXPECT_EQ(deviations(course, without_scale), deviations(course, none));
}

TEST(Interval, doubts_most_what_was_chosen_for_its_luck) {
    const auto of = [](Method method, std::size_t season, Selection selection) {
        return usual_excess(method, season, selection);
    };
    const Method adds = Method::holt_winters_additive, multiplies = Method::holt_winters_multiplicative;
    EXPECT_LT(of(Method::seasonal_naive, 4, Selection::by_trials), of(Method::combination, 4, Selection::by_trials));
    EXPECT_LT(of(Method::combination, 4, Selection::by_trials), of(adds, 4, Selection::by_trials));
    EXPECT_LT(of(adds, 4, Selection::by_trials), of(multiplies, 4, Selection::by_trials));
    EXPECT_LT(of(adds, 12, Selection::by_trials), of(adds, 4, Selection::by_trials));
    EXPECT_EQ(of(adds, 4, Selection::given), of(Method::damped, 4, Selection::given));
    Course course{{10}, {1, -1, 1, -1}, {1}};
    EXPECT_NEAR(deviations(course, {}, 1.2)[0], 2.2, 1e-12);
}

} // namespace
} // namespace qd
