#include "documents/sections/timeline.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

Figure of(const char* period, Decimal value) {
    Figure figure;
    figure.period = figure.described = Period::parse(period).value();
    figure.actual = value;
    return figure;
}

TEST(Timeline, GivesWhatNobodyReportedItsPlace) {
    const Calendar calendar;
    const Series series{MeasureCode{"M"}, AreaCode{"A"}, {of("2012-13Q1", Decimal(1)), of("2012-13Q4", Decimal(4))}};
    const Series even = at_even_steps(calendar, series, series.points.back());
    ASSERT_EQ(even.points.size(), 4U);
    EXPECT_EQ(calendar.text(even.points[2].period), "2012-13Q3");
    EXPECT_FALSE(even.points[2].actual.has_value());
}

TEST(Timeline, KeepsOneLineOfTargets) {
    const Calendar calendar;
    Series series{MeasureCode{"M"}, AreaCode{"A"}, {of("2012-13Q1", Decimal(1)), of("2012-13Q2", Decimal(4))}};
    for (Figure& point : series.points) point.goal = Goal{};
    series.points.back().goal->role = TargetRole::profile;
    const Series even = at_even_steps(calendar, series, series.points.back());
    EXPECT_FALSE(even.points.front().goal.has_value());
    EXPECT_TRUE(even.points.back().goal.has_value());
}

} // namespace
} // namespace qd
