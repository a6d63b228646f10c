#include "engine/reading.hpp"

#include "engine/council.hpp"

#include <gmock/gmock.h>

namespace qd::test {
namespace {

using testing::HasSubstr;

Reading reading_at(const Content& content, std::string_view at) {
    return compute_reading(content, MeasureCode("M1"), county, period(at), moment("2020-01-01"));
}

const OutturnReading& forecast_at(const Reading& reading) {
    EXPECT_TRUE(reading.forecast) << reading.forecast.why();
    return *reading.forecast;
}

Period quarter(std::size_t number) {
    return Period::quarter(2009 + static_cast<int>(number) / 4, static_cast<int>(number) % 4 + 1);
}

// So many quarters from 2009-10Q1 on, one figure each; an empty one is left out.
Content quarters(RollUp roll_up, const std::vector<std::string>& figures) {
    Content content = council();
    content.measures.push_back(measure());
    content.measures.back().roll_up = roll_up;
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (!figures[i].empty()) hand_in(content, "M1", {value(print(quarter(i)), figures[i])});
    return content;
}

// Gas of 1981/82 to 1985/86 as if it were of 2009/10 to 2013/14; the last quarter is still to come.
const std::vector<std::string> gas{"414.6", "227.1",  "564.4", "835.9", "472.7", "209.9", "647.2",
                                   "840.2", "501.2",  "251.2", "671.9", "949.7", "499.1", "276.5",
                                   "778.2", "1118.9", "534.7", "281.8", "787.6"};

TEST(Outturn, OfASumUsesTheMethodThatWasClosest) {
    Content content = quarters(RollUp::sum, gas);
    set_target(content, "M1", "2013-14", "2600");
    const Reading reading = reading_at(content, "2013-14Q3");
    const OutturnReading& forecast = forecast_at(reading);
    EXPECT_EQ(forecast.year, period("2013-14"));
    EXPECT_EQ(forecast.method, "share");
    EXPECT_EQ(forecast.outturn, number("2682.25")); // 1604.1 ÷ the mean of 0.61281, 0.59996 and 0.58136
    EXPECT_EQ(forecast.points, 19u);
    EXPECT_EQ(forecast.trials, 3u);
    ASSERT_EQ(forecast.path.size(), 1u);
    EXPECT_EQ(forecast.path[0].period, period("2013-14Q4"));
    ASSERT_TRUE(forecast.lower && forecast.upper);
    EXPECT_LT(*forecast.lower, number("2768"));
    EXPECT_GT(*forecast.upper, number("2768"));
    EXPECT_GT(forecast.probability.value(), 0.5);
    EXPECT_LT(forecast.probability.value(), 1);
    EXPECT_EQ(forecast.required, number("995.9")); // 2600 − 1604.1
    EXPECT_EQ(forecast.note, "");
}

TEST(Outturn, ShowsTheYearToDateOnItsWay) {
    const Reading reading = reading_at(quarters(RollUp::sum, gas), "2013-14Q1");
    const OutturnReading& forecast = forecast_at(reading);
    ASSERT_EQ(forecast.path.size(), 3u);
    EXPECT_GT(forecast.path[0].expected, number("534.7"));
    EXPECT_LT(forecast.path[0].expected, forecast.path[1].expected);
    EXPECT_EQ(forecast.path[2].expected, forecast.outturn);
    EXPECT_EQ(forecast.path[2].lower, forecast.lower);
    EXPECT_LT(*forecast.path[0].upper - *forecast.path[0].lower, *forecast.upper - *forecast.lower);
    EXPECT_FALSE(forecast.probability) << "there is no target";
    EXPECT_FALSE(forecast.required);
}

TEST(Outturn, SaysWhereFiguresAreTooFew) {
    const Reading reading = reading_at(quarters(RollUp::sum, {"10", "20", "30", "40", "11"}), "2010-11Q1");
    const OutturnReading& forecast = forecast_at(reading);
    EXPECT_EQ(forecast.method, "share");
    EXPECT_EQ(forecast.outturn, number("110"));
    EXPECT_FALSE(forecast.lower);
    EXPECT_FALSE(forecast.probability);
    EXPECT_EQ(forecast.note, "5 figures are too few to say how far off it may be: an interval needs at least 8.");
}

TEST(Outturn, SaysWhyThereIsNone) {
    EXPECT_EQ(reading_at(quarters(RollUp::sum, gas), "2012-13Q4").forecast.why(), "The year-end figure is known.");
    EXPECT_EQ(reading_at(quarters(RollUp::sum, {}), "2012-13Q4").forecast.why(), "No figure was known by then.");
    EXPECT_THAT(reading_at(quarters(RollUp::sum, {"1", "2", "3", "4", "", "6"}), "2010-11Q2").forecast.why(),
                HasSubstr("for this year is missing"));
    EXPECT_EQ(reading_at(quarters(RollUp::last, {"1", "2"}), "2009-10Q2").forecast.why(),
              "2 figures so far: a forecast needs 3.");
    EXPECT_THAT(reading_at(quarters(RollUp::last, {"1", "2"}), "2012-13Q1").forecast.why(), HasSubstr("too long ago"));
    EXPECT_THAT(reading_at(quarters(RollUp::by_hand, {"1", "2"}), "2009-10Q2").forecast.why(), HasSubstr("by hand"));
}

// The same gas, handed in as years to date.
Content years_to_date(Quantity quantity) {
    Content content = quarters(RollUp::by_hand, {});
    content.measures[0].quantity = quantity;
    Decimal so_far;
    for (std::size_t i = 0; i < gas.size(); ++i) {
        so_far = (i % 4 == 0 ? Decimal() : so_far) + number(gas[i]);
        hand_in(content, "M1", {value(print(content.settings.calendar.year_to_date(quarter(i))), print(so_far))});
    }
    return content;
}

TEST(Outturn, OfYearsToDateByHandUsesWhatEachPeriodAdded) {
    Content content = years_to_date(Quantity::count);
    set_target(content, "M1", "2013-14", "2600");
    const Reading reading = reading_at(content, "2013-14Q3");
    const OutturnReading& forecast = forecast_at(reading);
    EXPECT_EQ(forecast.method, "share");
    EXPECT_EQ(forecast.outturn.rounded(0), number("2682"));
    EXPECT_EQ(forecast.note, "It is forecast from what each period added to the year so far.");
    EXPECT_GT(forecast.probability.value(), 0.5);
    ASSERT_TRUE(reading.chart) << reading.chart.why();
    EXPECT_EQ(reading.chart->points[1].value, number("227.1"));
}

TEST(Outturn, OfYearsToDateThatDoNotAddUpIsNone) {
    const Reading reading = reading_at(years_to_date(Quantity::percent), "2013-14Q3");
    EXPECT_THAT(reading.forecast.why(), HasSubstr("only counts and money"));
    EXPECT_FALSE(reading.chart);
}

TEST(Outturn, CarriesASnapshotOn) {
    Content content = quarters(RollUp::last, {"50", "52", "54", "56", "58", "60", "62", "64", "66", "68"});
    set_target(content, "M1", "2011-12", "70");
    const Reading reading = reading_at(content, "2011-12Q2");
    const OutturnReading& forecast = forecast_at(reading);
    ASSERT_EQ(forecast.path.size(), 2u);
    EXPECT_GT(forecast.outturn, number("69"));
    EXPECT_LT(forecast.outturn, number("73"));
    EXPECT_EQ(forecast.required, number("1")); // from 68 to 70 in two quarters
    EXPECT_GE(forecast.probability.value(), 0);
}

TEST(Outturn, OfARatioWeighsWhatIsToComeLikeWhatWas) {
    Content content = council();
    content.measures.push_back(measure());
    content.measures.back().roll_up = RollUp::ratio;
    content.measures.back().quantity = Quantity::percent;
    content.measures.back().per = 100;
    content.measures.back().decimals = 1;
    for (std::size_t i = 0; i < 10; ++i) hand_in(content, "M1", {parts(print(quarter(i)), "80", "100")});
    const Reading reading = reading_at(content, "2011-12Q2");
    const OutturnReading& forecast = forecast_at(reading);
    EXPECT_EQ(forecast.outturn, number("80"));
    EXPECT_FALSE(forecast.lower) << "80 of 100 each time shows no spread";
    EXPECT_FALSE(forecast.probability);
    EXPECT_NE(forecast.note.find("without any error"), std::string::npos) << forecast.note;
}

// What is counted comes in whole numbers, and a year so far never falls.
TEST(Outturn, OfThingsIsWhole) {
    const auto counted = [](RollUp roll_up, const std::vector<std::string>& of) {
        Content content = quarters(roll_up, of);
        content.measures.back().quantity = Quantity::count;
        return content;
    };
    const std::vector<std::string> figures = {"9", "14", "11", "8", "12", "13", "10", "9", "15", "12"};
    const OutturnReading of_sum = forecast_at(reading_at(counted(RollUp::sum, figures), "2011-12Q2"));
    const auto is_whole = [](Decimal value) { return value == value.rounded(0); };
    for (const OutturnStep& step : of_sum.path) {
        EXPECT_TRUE(is_whole(step.expected)) << print(step.expected);
        EXPECT_TRUE(is_whole(step.lower.value()) && is_whole(step.upper.value()));
        EXPECT_GE(*step.lower, number("27")) << "15 and 12 have been counted";
        EXPECT_LT(*step.lower, *step.upper);
    }
    const OutturnReading of_last = forecast_at(reading_at(counted(RollUp::last, figures), "2011-12Q2"));
    EXPECT_TRUE(is_whole(of_last.outturn) && is_whole(of_last.lower.value()) && is_whole(of_last.upper.value()));
    const OutturnReading of_mean = forecast_at(reading_at(counted(RollUp::mean, figures), "2011-12Q2"));
    EXPECT_FALSE(is_whole(of_mean.lower.value()) && is_whole(of_mean.upper.value())) << "a mean of counts need not be";
}

TEST(Outturn, StaysWithinWhatTheMeasureCanBe) {
    Content content = quarters(RollUp::sum, {"90", "14", "11", "80", "12", "93", "10", "9", "95", "12"});
    content.measures.back().most = number("100"); // of a quarter
    const OutturnReading forecast = forecast_at(reading_at(content, "2011-12Q2"));
    ASSERT_EQ(forecast.path.size(), 2U);
    EXPECT_LE(*forecast.path[0].upper, number("207"));
    EXPECT_LE(*forecast.path[1].upper, number("307"));
    Content mean = quarters(RollUp::mean, {"90", "14", "11", "80", "12", "93", "10", "9", "95", "12"});
    mean.measures.back().quantity = Quantity::percent;
    const OutturnReading of_mean = forecast_at(reading_at(mean, "2011-12Q2"));
    EXPECT_LE(*of_mean.upper, number("76.75")) << "(95 + 12 + 100 + 100) ÷ 4";
    EXPECT_GE(*of_mean.lower, number("26.75"));
}

TEST(Outturn, NeverLeavesWhatAPercentageCanBe) {
    Content content = quarters(RollUp::last, {"90", "99", "91", "98", "92", "99", "93", "98", "94", "99"});
    content.measures.back().quantity = Quantity::percent;
    const Reading reading = reading_at(content, "2011-12Q2");
    EXPECT_LE(forecast_at(reading).upper.value(), number("100"));
    Content small = quarters(RollUp::last, {"9", "1", "9", "0", "9", "1", "9", "0", "9", "1"});
    const Reading of_small = reading_at(small, "2011-12Q2");
    EXPECT_GE(forecast_at(of_small).lower.value(), number("0"));
}

TEST(Outturn, OfRollingYearsSaysThatTheyOverlap) {
    Content content = council();
    content.measures.push_back(measure());
    content.measures.back().roll_up = RollUp::rolling;
    content.measures.back().decimals = 1;
    for (std::size_t i = 0; i < 10; ++i) {
        const Calendar calendar;
        const Date last = calendar.last_day(quarter(i + 4));
        Observation row = value("2009-10Q1", std::to_string(70 + i));
        row.period = Period::span(last.plus_days(1).plus_months(-12), last);
        hand_in(content, "M1", {row});
    }
    const Reading reading = reading_at(content, "2012-13Q2");
    const OutturnReading& forecast = forecast_at(reading);
    EXPECT_EQ(forecast.points, 10u);
    EXPECT_EQ(forecast.path.size(), 2u);
    EXPECT_GT(forecast.outturn, number("79"));
    EXPECT_THAT(forecast.note, HasSubstr("Rolling years overlap"));
}

TEST(Outturn, UsesOnlyWhatCameSinceAGap) {
    std::vector<std::string> figures(20, "5");
    figures[6] = "";
    const Reading reading = reading_at(quarters(RollUp::last, figures), "2013-14Q2");
    EXPECT_EQ(forecast_at(reading).points, 11u);
    EXPECT_THAT(forecast_at(reading).note, HasSubstr("since the last gap"));
}

TEST(Outturn, KnowsNothingLater) {
    const Content all = quarters(RollUp::sum, gas);
    const Content part = quarters(RollUp::sum, {gas.begin(), gas.begin() + 14});
    EXPECT_EQ(reading_at(all, "2012-13Q2").forecast, reading_at(part, "2012-13Q2").forecast);
}

} // namespace
} // namespace qd::test
