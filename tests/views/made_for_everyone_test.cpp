#include "views/snapshot.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

// A county of three districts with a count each; one of them is small.
const AreaCode county("E10000017");

Content districts() {
    Content content;
    content.settings.area = county;
    content.settings.status_rules = {usual_status_rules()};
    Measure counted;
    counted.code = MeasureCode("M1");
    counted.title = "Cases";
    counted.definitions.emplace_back();
    counted.quantity = Quantity::count;
    counted.roll_up = RollUp::sum;
    content.measures = {counted};
    content.areas = {{county, "County", AreaKind::county, {}, {}, {}}};
    for (const auto& [code, figure] : {std::pair{"A", 3}, {"B", 20}, {"C", 14}}) {
        content.areas.push_back({AreaCode(code), code, AreaKind::district, county, {}, {}});
        Observation row;
        row.area = AreaCode(code);
        row.period = *Period::parse("2012-13Q1");
        row.value = Decimal(figure);
        Return handed_in;
        handed_in.measure = counted.code;
        handed_in.known_at = *Instant::parse("2012-08-01");
        handed_in.observations.add(row);
        content.returns.push_back(std::move(handed_in));
    }
    return content;
}

class MadeForEveryone : public testing::Test {
protected:
    View view(const char* area) const {
        Question question;
        question.area = AreaCode(area);
        return snapshot_.view(question, *Instant::parse("2020-01-01"));
    }

    Snapshot snapshot_{districts(), "", 1, {}, Reader::everyone};
};

TEST_F(MadeForEveryone, ShowsWhatMayBePublished) {
    EXPECT_EQ(snapshot_.scorecard(view("A"))->figures.at(0).actual, Cell(GapReason::suppressed));
    EXPECT_EQ(snapshot_.scorecard(view("B"))->figures.at(0).actual, Cell(Decimal(20)));
    EXPECT_EQ(snapshot_.scorecard(view("E10000017"))->figures.at(0).actual, Cell(Decimal(37)));
}

TEST_F(MadeForEveryone, ContainsTheSmallCountNowhere) {
    for (const Return& each : snapshot_.content().returns)
        for (std::size_t row = 0; row < each.observations.size(); ++row)
            EXPECT_NE(each.observations.at(row).value, Decimal(3));
    const Beside beside = *snapshot_.beside(MeasureCode("M1"), {}, view("E10000017"));
    ASSERT_EQ(beside.areas.size(), 3u);
    EXPECT_FALSE(beside.areas[0].figure.actual.has_value());
    EXPECT_EQ(snapshot_.series(MeasureCode("M1"), view("A")).points.at(0).actual, Cell(GapReason::suppressed));
}

TEST_F(MadeForEveryone, FindsNothing) { EXPECT_TRUE(snapshot_.findings(view("A"))->empty()); }

} // namespace
} // namespace qd
