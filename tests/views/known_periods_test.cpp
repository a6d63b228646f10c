#include "views/known_periods.hpp"

#include "base/error.hpp"
#include "views/snapshot.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

Period period(std::string_view text) { return Period::parse(text).value(); }
Instant moment(std::string_view text) { return Instant::parse(text).value(); }

Content council() {
    Content content;
    content.settings.area = AreaCode("E10000017");
    content.areas.emplace_back().code = content.settings.area;
    Measure& measure = content.measures.emplace_back();
    measure.code = MeasureCode("M1");
    measure.definitions.emplace_back();
    return content;
}

Return& hand_in(Content& content, std::string_view of, std::string_view number = "5") {
    Return& handed_in = content.returns.emplace_back();
    handed_in.measure = MeasureCode("M1");
    Observation row;
    row.period = period(of);
    if (number.empty())
        row.gap = GapReason::not_applicable;
    else
        row.value = Decimal::parse(number);
    handed_in.observations.add(row);
    return handed_in;
}

std::string default_of(const Content& content, std::string_view now = "2026-01-01") {
    const auto found = KnownPeriods(content).last_ended(moment(now));
    return found ? print(*found) : "none";
}

TEST(DefaultPeriod, IsTheLastThatHasEnded) {
    Content content = council();
    hand_in(content, "2024-25Q1");
    hand_in(content, "2024-25Q2");
    EXPECT_EQ(default_of(content), "2024-25Q2");
    EXPECT_EQ(default_of(content, "2024-08-15"), "2024-25Q1");
    hand_in(content, "2062-63Q2"); // a slip
    EXPECT_EQ(default_of(content), "2024-25Q2");
}

TEST(DefaultPeriod, CountsNothingThatWasWithdrawnOrIsADraftOrForetold) {
    Content content = council();
    hand_in(content, "2024-25Q1");
    hand_in(content, "2024-25Q2").known_at = moment("2024-10-20");
    hand_in(content, "2024-25Q2", "").known_at = moment("2024-10-21");
    EXPECT_EQ(default_of(content), "2024-25Q1");
    hand_in(content, "2024-25Q3").state = ReturnState::draft;
    EXPECT_EQ(default_of(content), "2024-25Q1");
    Return& foretold = hand_in(content, "2024-25Q4");
    Observation row = foretold.observations.at(0);
    row.flags = static_cast<Flags>(Flag::forecast);
    foretold.observations = Observations();
    foretold.observations.add(row);
    EXPECT_EQ(default_of(content), "2024-25Q1");
    hand_in(content, "2024-25Q3").known_at = moment("2025-01-20"); // approved since
    EXPECT_EQ(default_of(content), "2024-25Q3");
    EXPECT_EQ(default_of(content, "2025-01-10"), "2024-25Q1") << "it was not known then";
}

TEST(DefaultPeriod, IsMadeKnownByMonthsYearsToDateAndHalves) {
    Content content = council();
    hand_in(content, "2023-24Q4");
    hand_in(content, "2024-05");
    EXPECT_EQ(default_of(content), "2024-25Q1");
    hand_in(content, "2024-04-01/2024-09-30");
    EXPECT_EQ(default_of(content), "2024-25Q2");
    hand_in(content, "2024-25H2");
    EXPECT_EQ(default_of(content), "2024-25Q4");
    hand_in(content, "2024-07-01/2025-09-30"); // no period of the council's ends a stretch like this
    EXPECT_EQ(default_of(content), "2024-25Q4");
}

TEST(DefaultPeriod, IsOfTheRegistersWhereThereIsNothingElse) {
    Content programmes = council();
    Delivery& row = programmes.delivery.emplace_back();
    row.period = period("2021-22Q3");
    EXPECT_EQ(default_of(programmes), "2021-22Q3");
    Content meetings = council();
    meetings.meetings.emplace_back().date = Date::parse("2024-11-12").value();
    EXPECT_EQ(default_of(meetings), "2024-25Q3");
    EXPECT_EQ(default_of(council()), "none");
}

TEST(AskedPeriods, AreAnsweredFromTheFirstDayWithAnythingKnown) {
    Content content = council();
    hand_in(content, "2023-24");
    const KnownPeriods known(content);
    const Date today = Date::parse("2024-12-01").value();
    for (const char* text : {"2023-24", "2023-24Q2", "2023-05", "2024-25Q1", "AY2023-24", "2023-01-01/2023-12-31"})
        EXPECT_TRUE(known.answers(period(text), today)) << text;
    for (const char* text : {"2022-23Q4", "2025-26Q1"}) EXPECT_FALSE(known.answers(period(text), today)) << text;
    content.statements.emplace_back().period = period("2025-26H1");
    EXPECT_TRUE(KnownPeriods(content).answers(period("2025-26Q1"), today));
}

TEST(AskedPeriods, MayBeOfAnyGrain) {
    Content content = council();
    hand_in(content, "2023-24Q4");
    const Snapshot snapshot(std::move(content), "", 1, AboutStore());
    for (const char* text : {"2023-24", "2024-02", "2023-24H2", "AY2023-24", "2023-04-01/2024-03-31"}) {
        const View view = snapshot.view({period(text), {}, {}}, moment("2024-06-01"));
        EXPECT_EQ(snapshot.scorecard(view)->figures.size(), 1u) << text;
        EXPECT_NO_THROW(snapshot.findings(view)) << text;
    }
    EXPECT_THROW(snapshot.view({period("2019-20"), {}, {}}, moment("2024-06-01")), Error);
}

} // namespace
} // namespace qd
