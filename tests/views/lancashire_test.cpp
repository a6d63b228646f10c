#include "engine/scorecard.hpp"
#include "exchange/folder.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

namespace qd {
namespace {

// Lancashire's corporate scorecard, quarter 3 of 2012/13, as the cabinet committee on performance improvement had it on
// 26 February 2013, item 4: from the council folder to the judged figures.
class Lancashire : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const auto reading = read_source("examples/lancashire", Content());
        if (!reading)
            for (const Complaint& complaint : reading.error()) ADD_FAILURE() << print(complaint);
        content_ = reading.value().content;
    }

    static Scorecard scorecard(std::string_view of, std::string_view as_at) {
        return compute_scorecard(content_, Period::parse(of).value(), content_.settings.area,
                                 Instant::parse(as_at).value());
    }

    static Figure figure(std::string_view code, std::string_view of = "2012-13Q3",
                         std::string_view as_at = "2013-02-15") {
        const Scorecard all = scorecard(of, as_at);
        return *std::ranges::find(all.figures, MeasureCode(std::string(code)), &Figure::measure);
    }

    static inline Content content_;
};

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

TEST_F(Lancashire, HasThirtyOfThirtyFiveForecastToMeet) {
    const Scorecard all = scorecard("2012-13Q3", "2013-02-15");
    Counts expected;
    expected.measures = 35;
    expected.rated = 5;
    expected.green = 2;
    expected.red = 3;
    expected.not_rated = 30;
    expected.outlook_meet = 30;
    expected.outlook_miss = 5;
    EXPECT_EQ(all.counts, expected);
    std::set<std::string> missing;
    for (const Figure& each : all.figures)
        if (each.outlook == Outlook::to_miss || each.outlook == Outlook::missed) missing.insert(each.measure.text());
    EXPECT_EQ(missing, (std::set<std::string>{"CYP1", "CYP2", "ASC1", "ASC2", "ORG1"}));
}

TEST_F(Lancashire, HasSelfDirectedSupportRedAgainstTheProfile) {
    const Figure support = figure("ASC1");
    EXPECT_EQ(support.numerator, Decimal(19252));
    EXPECT_EQ(support.denominator, Decimal(22779));
    EXPECT_EQ(support.actual.value().rounded(1), number("84.5"));
    EXPECT_EQ(support.goal->aim, Decimal(90));
    EXPECT_EQ(support.year_end->aim, Decimal(95));
    EXPECT_EQ(support.status.status, Status::red);
    EXPECT_EQ(support.outlook, Outlook::to_miss);
    EXPECT_EQ(support.forecast, Decimal(90));
    EXPECT_EQ(print(support.described), "2012-01-01/2012-12-31");
    EXPECT_EQ(support.published, number("84.5"));
}

TEST_F(Lancashire, HasReoffendingWorsened) {
    const Figure reoffending = figure("CYP2");
    EXPECT_EQ(reoffending.actual, Cell(number("41.2")));
    EXPECT_EQ(reoffending.goal->upper, number("38.6"));
    EXPECT_EQ(reoffending.status.status, Status::red);
    EXPECT_EQ(reoffending.previous.direction, Direction::worsened);
    EXPECT_EQ(reoffending.previous.difference, number("1.4"));
    EXPECT_EQ(reoffending.last_year.direction, Direction::worsened);
    EXPECT_EQ(reoffending.last_year.difference, number("2.3"));
}

TEST_F(Lancashire, HasTheSchoolYearsResultAsFinal) {
    const Figure results = figure("CYP1");
    EXPECT_EQ(results.described, Period::academic_year(2011));
    EXPECT_EQ(results.actual.value().rounded(1), number("12.9"));
    EXPECT_EQ(results.goal->aim, Decimal(18));
    EXPECT_EQ(results.status.status, Status::red);
    EXPECT_EQ(results.outlook, Outlook::missed);
    EXPECT_EQ(results.previous.direction, Direction::improved);
    EXPECT_EQ(results.previous.difference->rounded(1), number("1.0"));
}

TEST_F(Lancashire, HasPotholesOnTrackForTheYear) {
    const Figure potholes = figure("HWY1");
    EXPECT_EQ(potholes.actual, Cell(Decimal(90)));
    EXPECT_EQ(potholes.in_period, Cell(Decimal(97)));
    EXPECT_EQ(potholes.status.status, Status::green);
    EXPECT_EQ(potholes.outlook, Outlook::to_meet);
    EXPECT_EQ(potholes.previous.direction, Direction::same);
}

TEST_F(Lancashire, HasHelpDirectJudgedAndTheOverdueNotRated) {
    const Figure issues = figure("ASC4");
    EXPECT_EQ(issues.status.status, Status::green);
    EXPECT_EQ(issues.status.basis, Verdict::Basis::judged);
    EXPECT_EQ(issues.computed.status, Status::not_rated);
    EXPECT_EQ(issues.actual, Cell(GapReason::not_available));
    const Figure contacts = figure("ASC3");
    EXPECT_EQ(contacts.status.status, Status::not_rated);
    EXPECT_EQ(contacts.goal->aim, Decimal(38000));
    for (const std::string_view code : {"ASC2", "ORG1"}) {
        EXPECT_EQ(figure(code).actual, Cell(GapReason::overdue)) << code;
        EXPECT_EQ(figure(code).due_on, Date::parse("2013-01-30")) << code;
    }
}

TEST_F(Lancashire, HadThreeOffTargetAQuarterBefore) {
    const Scorecard all = scorecard("2012-13Q2", "2012-11-22");
    EXPECT_EQ(all.counts.outlook_miss, 3u);
    EXPECT_EQ(all.counts.outlook_meet, 32u);
    std::set<std::string> missing;
    for (const Figure& each : all.figures)
        if (each.outlook == Outlook::to_miss || each.outlook == Outlook::missed) missing.insert(each.measure.text());
    EXPECT_EQ(missing, (std::set<std::string>{"ASC3", "ASC4", "HWY1"}));
}

TEST_F(Lancashire, GivesEveryMeasureASeries) {
    std::map<std::string, std::size_t> points;
    for (const Measure& measure : content_.measures)
        points[measure.code.text()] =
            compute_series(content_, measure.code, content_.settings.area, Instant::parse("2013-02-15").value())
                .points.size();
    EXPECT_EQ(points["CYP1"], 3u);
    EXPECT_EQ(points["CYP2"], 5u);
    EXPECT_EQ(points["ASC1"], 3u);
    EXPECT_EQ(points["HWY1"], 2u);
}

} // namespace
} // namespace qd
