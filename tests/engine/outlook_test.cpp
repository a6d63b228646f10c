#include "engine/council.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

class OutlookTest : public testing::Test {
protected:
    OutlookTest() {
        content_.measures = {measure()};
        set_target(content_, "M1", "2012-13", "100");
    }

    OfficerForecast& forecast(std::string_view made_in, std::string_view figure, Outlook outlook = Outlook::unknown) {
        OfficerForecast made;
        made.measure = MeasureCode("M1");
        made.period = period("2012-13");
        made.made_in = period(made_in);
        if (!figure.empty()) made.value = number(figure);
        made.outlook = outlook;
        content_.forecasts.push_back(made);
        return content_.forecasts.back();
    }

    Outlook at(std::string_view of, std::string_view as_at = "2013-12-31") const {
        return figure_at(content_, of, as_at).outlook;
    }

    Content content_ = council();
};

TEST_F(OutlookTest, ComparesTheForecastWithTheYearsTarget) {
    set_target(content_, "M1", "2012-13Q3", "50", TargetRole::profile);
    forecast("2012-13Q3", "100");
    EXPECT_EQ(at("2012-13Q3"), Outlook::to_meet);
    content_.forecasts[0].value = number("99.999999");
    EXPECT_EQ(at("2012-13Q3"), Outlook::to_miss);
    content_.measures[0].polarity = Polarity::lower;
    EXPECT_EQ(at("2012-13Q3"), Outlook::to_meet);
}

TEST_F(OutlookTest, PutsTheOfficersWordBeforeTheFigure) {
    forecast("2012-13Q3", "90", Outlook::to_meet);
    EXPECT_EQ(at("2012-13Q3"), Outlook::to_meet);
}

TEST_F(OutlookTest, TakesTheNewestSaidByThen) {
    forecast("2012-13Q2", "90");
    forecast("2012-13Q3", "110").known_at = moment("2013-02-15");
    forecast("2012-13Q1", "110");
    EXPECT_EQ(at("2012-13Q1"), Outlook::to_meet);
    EXPECT_EQ(at("2012-13Q2"), Outlook::to_miss);
    EXPECT_EQ(at("2012-13Q3", "2013-02-14"), Outlook::to_miss);
    EXPECT_EQ(at("2012-13Q3", "2013-02-15"), Outlook::to_meet);
    EXPECT_EQ(figure_at(content_, "2012-13Q3").forecast, Decimal(110));
}

TEST_F(OutlookTest, IsUnknownIfNobodySaidAnything) {
    EXPECT_EQ(at("2012-13Q3"), Outlook::unknown);
    forecast("2012-13Q3", "110").period = period("2011-12");
    EXPECT_EQ(at("2012-13Q3"), Outlook::unknown);
    forecast("2012-13Q3", "110");
    content_.targets.clear();
    EXPECT_EQ(at("2012-13Q3"), Outlook::unknown);
}

TEST_F(OutlookTest, IsFinalWhenTheYearIs) {
    content_.measures[0].roll_up = RollUp::sum;
    forecast("2012-13Q3", "", Outlook::to_meet);
    hand_in(content_, "M1",
            {value("2012-13Q1", "25"), value("2012-13Q2", "25"), value("2012-13Q3", "25"), value("2012-13Q4", "24")});
    EXPECT_EQ(at("2012-13Q3"), Outlook::to_meet);
    EXPECT_EQ(at("2012-13Q4"), Outlook::missed);
    hand_in(content_, "M1", {value("2012-13Q4", "25")});
    EXPECT_EQ(at("2012-13Q4"), Outlook::met);
    Observation open = value("2012-13Q4", "24");
    open.flags = static_cast<Flags>(Flag::provisional);
    hand_in(content_, "M1", {open});
    EXPECT_EQ(at("2012-13Q4"), Outlook::to_meet); // not the last word yet
}

TEST_F(OutlookTest, LetsAnOfficerSayThatItIsFinal) {
    forecast("2012-13Q3", "", Outlook::missed);
    EXPECT_EQ(at("2012-13Q3"), Outlook::missed);
}

} // namespace
} // namespace qd
