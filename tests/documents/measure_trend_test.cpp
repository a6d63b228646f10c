#include "documents/sections/measure_trend.hpp"

#include "charts/samples.hpp"
#include "documents/lancashire.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

struct Shown {
    test::SmallCouncil council = test::small_lancashire();

    TrendInput trend(std::size_t figure, std::size_t series) const {
        const Figure& shown = council.now.figures[figure];
        return measure_trend(council.content, council.content.measures[figure], council.series[series], shown,
                             Bearing::unknown, "t");
    }
};

std::string axis(const TrendInput& trend) {
    std::string out;
    for (const TrendPoint& point : trend.points) out += (out.empty() ? "" : ", ") + point.group + " " + point.tick;
    return out;
}

TEST(MeasureTrend, EndsAtTheYearEndWithProfileTargetAndForecast) {
    const TrendInput trend = Shown().trend(1, 0);
    EXPECT_EQ(axis(trend), "2011/12 Q3, 2011/12 Q4, 2012/13 Q1, 2012/13 Q2, 2012/13 Q3, 2012/13 Q4");
    EXPECT_EQ(trend.target_word, "profile");
    EXPECT_EQ(trend.points[5].value, Cell(GapReason::not_due));
    EXPECT_EQ(trend.points[5].target, Decimal(95));
    EXPECT_EQ(trend.year_end, Decimal(95));
    EXPECT_EQ(trend.forecast, Decimal(90));
    EXPECT_EQ(trend.ceiling, Decimal(100));
}

TEST(MeasureTrend, LeavesAPlaceForPeriodsWithNothingKnown) {
    Shown shown;
    std::vector<Figure>& points = shown.council.series[0].points;
    points.erase(points.begin() + 2);
    const TrendInput trend = shown.trend(1, 0);
    EXPECT_EQ(axis(trend), "2011/12 Q3, 2011/12 Q4, 2012/13 Q1, 2012/13 Q2, 2012/13 Q3, 2012/13 Q4");
    EXPECT_EQ(trend.points[2].value, Cell(GapReason::not_available));
}

TEST(MeasureTrend, DrawsNoThousandPeriodsForAMistypedYear) {
    Shown shown;
    Figure& oldest = shown.council.series[0].points[0];
    oldest.period = oldest.described = Period::quarter(1012, 3);
    EXPECT_EQ(shown.trend(1, 0).points.size(), 6U);
}

TEST(MeasureTrend, DoesNotMixTheYearsTargetIntoTheProfile) {
    Shown shown;
    Figure& point = shown.council.series[0].points[2];
    point.goal->role = TargetRole::annual;
    point.goal->aim = Decimal(95);
    const TrendInput trend = shown.trend(1, 0);
    EXPECT_EQ(trend.points[2].target, std::nullopt);
    EXPECT_EQ(trend.points[3].target, Decimal(85));
}

TEST(MeasureTrend, PlacesLateFiguresWhereTheyBelong) {
    const TrendInput trend = Shown().trend(0, 1);
    EXPECT_EQ(axis(trend), " 2009/10,  2010/11,  2011/12");
    EXPECT_EQ(trend.points[2].label, "school year 2011/12");
    EXPECT_EQ(trend.target_word, "target");
}

TEST(MeasureTrend, StopsAtTheReportedPeriod) {
    Shown shown;
    Figure later = shown.council.series[0].points.back();
    later.period = later.described = Period::quarter(2013, 1);
    shown.council.series[0].points.push_back(later);
    EXPECT_EQ(shown.trend(1, 0).points.size(), 6U);
    const SparklineInput spark = measure_sparkline(shown.council.content, shown.council.content.measures[1],
                                                   shown.council.series[0], shown.council.now.figures[1], "s");
    EXPECT_EQ(spark.values.size(), 5U);
    EXPECT_EQ(spark.target, Decimal(90));
}

} // namespace
} // namespace qd
