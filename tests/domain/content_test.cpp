#include "domain/content.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace qd {
namespace {

template <class Row, class Code> std::vector<Row> coded(std::initializer_list<const char*> codes, Code Row::*code) {
    std::vector<Row> rows;
    for (const char* text : codes) {
        rows.emplace_back();
        rows.back().*code = Code(text);
    }
    return rows;
}

TEST(Content, GoesByCode) {
    Content content;
    content.areas = coded({"E2", "E1"}, &Area::code);
    content.units = coded({"u2", "u1"}, &Unit::code);
    content.plans = coded({"p2", "p1"}, &Plan::code);
    content.priorities = coded({"P2", "P1"}, &Priority::code);
    content.recovery_plans = coded({"R2", "R1"}, &RecoveryPlan::code);
    content.actions = coded({"A2", "A1"}, &Action::code);
    content.projects = coded({"J2", "J1"}, &Project::code);
    content.statements = coded({"S2", "S1"}, &Statement::code);
    content.papers = coded({"B2", "B1"}, &Paper::code);
    content.measures = coded({"M2", "M1"}, &Measure::code);

    const Content ordered = in_canonical_order(content);
    EXPECT_EQ(ordered.areas, coded({"E1", "E2"}, &Area::code));
    EXPECT_EQ(ordered.units, coded({"u1", "u2"}, &Unit::code));
    EXPECT_EQ(ordered.plans, coded({"p1", "p2"}, &Plan::code));
    EXPECT_EQ(ordered.priorities, coded({"P1", "P2"}, &Priority::code));
    EXPECT_EQ(ordered.recovery_plans, coded({"R1", "R2"}, &RecoveryPlan::code));
    EXPECT_EQ(ordered.actions, coded({"A1", "A2"}, &Action::code));
    EXPECT_EQ(ordered.projects, coded({"J1", "J2"}, &Project::code));
    EXPECT_EQ(ordered.statements, coded({"S1", "S2"}, &Statement::code));
    EXPECT_EQ(ordered.papers, coded({"B1", "B2"}, &Paper::code));
    EXPECT_EQ(ordered.measures, content.measures) << "the scorecard's order is the council's";
}

TEST(Content, KeepsTheLedgerOrderOfVersions) {
    Content content;
    for (const char* reason : {"second measure", "first", "corrects the first"}) {
        Return handed_in;
        handed_in.measure = MeasureCode(std::string_view(reason).starts_with("second") ? "M2" : "M1");
        handed_in.reason = reason;
        content.returns.push_back(handed_in);
        Target target;
        target.measure = handed_in.measure;
        target.reason = reason;
        content.targets.push_back(target);
    }
    const Content ordered = in_canonical_order(content);
    ASSERT_EQ(ordered.returns.size(), 3u);
    EXPECT_EQ(ordered.returns[0].reason, "first");
    EXPECT_EQ(ordered.returns[1].reason, "corrects the first");
    EXPECT_EQ(ordered.returns[2].reason, "second measure");
    EXPECT_EQ(ordered.targets[0].reason, "first");
    EXPECT_EQ(ordered.targets[1].reason, "corrects the first");
}

TEST(Content, OrdersWhatIsAboutPeriods) {
    Content content;
    for (int quarter = 4; quarter >= 1; --quarter) {
        Update update;
        update.subject = {SubjectKind::priority, "P1"};
        update.period = Period::quarter(2013, quarter);
        content.updates.push_back(update);
        OfficerForecast forecast;
        forecast.measure = MeasureCode("M1");
        forecast.period = Period::year(2013);
        forecast.made_in = update.period;
        content.forecasts.push_back(forecast);
    }
    const Content ordered = in_canonical_order(content);
    EXPECT_TRUE(std::ranges::is_sorted(ordered.updates, {}, &Update::period));
    EXPECT_TRUE(std::ranges::is_sorted(ordered.forecasts, {}, &OfficerForecast::made_in));
    EXPECT_EQ(in_canonical_order(ordered), ordered);
}

} // namespace
} // namespace qd
