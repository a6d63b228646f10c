#include "store/store_fixture.hpp"

namespace qd {
namespace {

using test::small_council;

Decimal number(int value) { return Decimal(value); }

Target target(int value, const char* set_on = "") {
    Target target;
    target.measure = MeasureCode("M1");
    target.period = Period::year(2012);
    target.value = number(value);
    target.set_on = Date::parse(set_on);
    return target;
}

OfficerForecast forecast(int value, const char* known_at = "") {
    OfficerForecast forecast;
    forecast.measure = MeasureCode("M1");
    forecast.period = Period::year(2012);
    forecast.made_in = Period::quarter(2012, 3);
    forecast.value = number(value);
    forecast.known_at = Instant::parse(known_at);
    return forecast;
}

Update update(const std::string& narrative, const char* known_at = "") {
    Update update;
    update.subject = {SubjectKind::measure, "M1"};
    update.period = Period::quarter(2012, 3);
    update.narrative = narrative;
    update.known_at = Instant::parse(known_at);
    return update;
}

Observation cell(int value, Period period = Period::quarter(2012, 3)) {
    Observation row;
    row.period = period;
    row.value = number(value);
    return row;
}

Return handed_in(std::vector<Observation> cells, const char* known_at = "") {
    Return handed_in;
    handed_in.measure = MeasureCode("M1");
    handed_in.known_at = Instant::parse(known_at);
    for (const Observation& row : cells) handed_in.observations.add(row);
    return handed_in;
}

class LedgerTest : public test::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (HasFatalFailure()) return;
        store.emplace(open());
        store->import(small_council(), "", "council");
    }
    // An hour and a day after the last one.
    template <class Row, class Part> std::size_t bring(std::vector<Row> Part::*table, std::vector<Row> rows) {
        clock.pass(90'000);
        return bring_at_once(table, std::move(rows));
    }
    template <class Row, class Part> std::size_t bring_at_once(std::vector<Row> Part::*table, std::vector<Row> rows) {
        Content content;
        content.*table = std::move(rows);
        const std::size_t changes = store->import(content, "", "test").changes();
        EXPECT_EQ(store->import(content, "", "test").changes(), 0u) << "the same again changes nothing";
        clock.pass(30);
        EXPECT_EQ(store->import(content, "", "test").changes(), 0u) << "nor does it later";
        EXPECT_EQ(store->verify(), std::vector<std::string>());
        return changes;
    }
    std::size_t targets(std::vector<Target> rows) { return bring(&Content::targets, std::move(rows)); }
    std::size_t forecasts(std::vector<OfficerForecast> rows) { return bring(&Content::forecasts, std::move(rows)); }
    std::size_t updates(std::vector<Update> rows) { return bring(&Content::updates, std::move(rows)); }
    std::size_t returns(std::vector<Return> rows) { return bring(&Content::returns, std::move(rows)); }

    std::string values() {
        std::string out;
        for (const Target& row : store->read().targets)
            out += print(*row.value) + (row.set_on ? " " + print(*row.set_on) : "") + "; ";
        return out;
    }
    std::string cells() {
        std::string out;
        for (const Return& row : store->read().returns) {
            for (std::size_t i = 0; i < row.observations.size(); ++i) out += print(*row.observations.at(i).value) + " ";
            out += std::string(print(row.state)) + "; ";
        }
        return out;
    }

    std::optional<Store> store;
};
QUARTERDAY_ON_BOTH_DATABASES(LedgerTest);

TEST_P(LedgerTest, TheFirstTargetWasAlwaysSoAndAChangedOneIsSetToday) {
    EXPECT_EQ(targets({target(90)}), 1u); // 16 February
    EXPECT_EQ(values(), "90; ");
    EXPECT_EQ(targets({target(95)}), 1u);
    EXPECT_EQ(values(), "90; 95 2013-02-17; ");
    EXPECT_EQ(targets({target(90)}), 1u);
    EXPECT_EQ(values(), "90; 95 2013-02-17; 90 2013-02-18; ");
    EXPECT_EQ(targets({target(95, "2013-02-17")}), 0u) << "a part of the history";
}

TEST_P(LedgerTest, ATargetMayChangeTwiceADay) {
    EXPECT_EQ(targets({target(90)}), 1u);
    EXPECT_EQ(bring_at_once(&Content::targets, {target(95)}), 1u);
    EXPECT_EQ(bring_at_once(&Content::targets, {target(90)}), 1u);
    EXPECT_EQ(bring_at_once(&Content::targets, {target(95)}), 1u);
    EXPECT_EQ(values(), "90; 95 2013-02-16; 90 2013-02-16; 95 2013-02-16; ");
    const std::vector<Target> all = store->read().targets;
    EXPECT_EQ(targets(all), 0u);
    const test::TemporaryPlace place(GetParam());
    Store::init(place.address(), clock);
    Store other(place.address(), Opening::read_write, clock);
    other.import(store->read(), "", "what was exported");
    EXPECT_TRUE(other.read().targets == all);
}

TEST_P(LedgerTest, AHistoryOfTargetsMayStartWithoutADate) {
    EXPECT_EQ(targets({target(90), target(95, "2013-01-07")}), 2u);
    EXPECT_EQ(values(), "90; 95 2013-01-07; ");
    EXPECT_EQ(targets({target(90), target(95, "2013-01-07"), target(97, "2013-02-01")}), 1u);
    EXPECT_EQ(targets({target(90), target(95, "2013-01-07")}), 0u) << "an older copy of the folder";
    EXPECT_EQ(targets({target(97)}), 0u) << "what is in force, without its date";
}

TEST_P(LedgerTest, ATargetOfTheFutureIsNotYetInForce) {
    EXPECT_EQ(targets({target(90), target(99, "2013-04-01")}), 2u);
    EXPECT_EQ(targets({target(90)}), 0u);
    clock.pass_days(60);
    EXPECT_EQ(targets({target(99)}), 0u);
}

TEST_P(LedgerTest, TargetsForOtherPlacesAreSeparate) {
    Target of_area = target(90), of_year = target(90), stretch = target(90);
    of_area.area = AreaCode("E1");
    of_year.period = Period::year(2013);
    stretch.role = TargetRole::stretch;
    EXPECT_EQ(targets({target(90), of_area, of_year, stretch}), 4u);
    EXPECT_EQ(values(), "90; 90; 90; 90; ");
}

TEST_P(LedgerTest, ForecastsAreKnownFromTheImportUnlessTheySay) {
    EXPECT_EQ(forecasts({forecast(70)}), 1u);
    EXPECT_EQ(store->read().forecasts.front().known_at, Instant::parse("2013-02-16T13:00:00Z"));
    EXPECT_EQ(forecasts({forecast(75)}), 1u);
    EXPECT_EQ(forecasts({forecast(70)}), 1u);
    EXPECT_EQ(forecasts({forecast(60, "2012-12-31"), forecast(61, "2013-01-02")}), 2u) << "what was known earlier";
    EXPECT_EQ(forecasts({forecast(70)}), 0u) << "still what is in force, though others were entered later";
    EXPECT_EQ(store->read().forecasts.size(), 5u);
}

TEST_P(LedgerTest, UpdatesToo) {
    EXPECT_EQ(updates({update("on course")}), 1u);
    EXPECT_EQ(updates({update("behind")}), 1u);
    EXPECT_EQ(bring_at_once(&Content::updates, {update("on course")}), 1u);
    EXPECT_EQ(updates({update("early days", "2012-10-01")}), 1u);
    EXPECT_EQ(updates({update("on course")}), 0u);
    Update red = update("on course");
    red.status = Status::red;
    EXPECT_EQ(updates({red}), 1u);
    EXPECT_EQ(store->read().updates.size(), 5u);
}

TEST_P(LedgerTest, OfSeveralRowsThatDoNotSayWhenTheLastCounts) {
    EXPECT_EQ(updates({update("a"), update("b")}), 2u);
    EXPECT_EQ(updates({update("b"), update("a"), update("b")}), 0u);
    EXPECT_EQ(updates({update("b"), update("a")}), 1u);
    EXPECT_EQ(store->read().updates.back().narrative, "a");
}

TEST_P(LedgerTest, AReturnThatRepeatsWhatIsInForceAddsNothing) {
    const Period q2 = Period::quarter(2012, 2);
    EXPECT_EQ(returns({handed_in({cell(1, q2), cell(2)}, "2012-12-01")}), 2u) << "rows, not hand-ins";
    EXPECT_EQ(returns({handed_in({cell(2)})}), 0u);
    EXPECT_EQ(returns({handed_in({cell(2), cell(1, q2)})}), 0u) << "in another order";
    EXPECT_EQ(returns({handed_in({cell(1, q2)}), handed_in({cell(2)})}), 0u) << "in two";
    EXPECT_EQ(returns({handed_in({cell(1, q2), cell(3)})}), 1u);
    EXPECT_EQ(returns({handed_in({cell(1, q2)})}), 0u);
    Observation noted = cell(3);
    noted.note = "recounted";
    EXPECT_EQ(returns({handed_in({noted})}), 1u);
    EXPECT_EQ(cells(), "1 2 approved; 1 3 approved; 3 approved; ");
}

TEST_P(LedgerTest, AReturnMayGoBackToAnEarlierFigure) {
    EXPECT_EQ(returns({handed_in({cell(1)})}), 1u);
    EXPECT_EQ(returns({handed_in({cell(2)})}), 1u);
    EXPECT_EQ(bring_at_once(&Content::returns, {handed_in({cell(1)})}), 1u);
    EXPECT_EQ(bring_at_once(&Content::returns, {handed_in({cell(2)})}), 1u);
    EXPECT_EQ(cells(), "1 approved; 2 approved; 1 approved; 2 approved; ");
    const std::vector<Return> all = store->read().returns;
    EXPECT_EQ(returns(all), 0u);
    const test::TemporaryPlace place(GetParam());
    Store::init(place.address(), clock);
    Store other(place.address(), Opening::read_write, clock);
    other.import(store->read(), "", "what was exported");
    EXPECT_TRUE(other.read().returns == all);
}

TEST_P(LedgerTest, EvenWithinOneSecond) {
    Content content;
    for (const int value : {1, 2, 1}) {
        content.returns = {handed_in({cell(value)})};
        content.targets = {target(value)};
        content.forecasts = {forecast(value)};
        EXPECT_EQ(store->import(content, "", "test").changes(), 3u);
    }
    EXPECT_EQ(cells(), "1 approved; 2 approved; 1 approved; ");
    EXPECT_EQ(store->read().forecasts.back().value, number(1));
    EXPECT_EQ(store->verify(), std::vector<std::string>());
    EXPECT_EQ(store->import(store->read(), "", "what was exported").changes(), 0u);
}

TEST_P(LedgerTest, ReturnsThatSayWhenAreLookedForInTheLedger) {
    EXPECT_EQ(returns({handed_in({cell(1)}, "2012-11-01"), handed_in({cell(2)}, "2012-12-01")}), 2u);
    EXPECT_EQ(returns({handed_in({cell(1)}, "2012-11-01")}), 0u);
    EXPECT_EQ(returns({handed_in({cell(1)}, "2012-12-24")}), 1u) << "a restatement back";
    Return corrected = handed_in({cell(1)}, "2012-11-01");
    corrected.source = "another file";
    EXPECT_EQ(returns({corrected}), 1u);
    EXPECT_EQ(returns({handed_in({cell(1)})}), 0u);
    EXPECT_EQ(returns({handed_in({cell(9)}, "2014-01-01")}), 1u) << "known from next year on";
    EXPECT_EQ(returns({handed_in({cell(1)})}), 0u);
}

TEST_P(LedgerTest, WhatIsNotApprovedDoesNotCountAndIsKeptSeparate) {
    Return draft = handed_in({cell(5)});
    draft.state = ReturnState::draft;
    EXPECT_EQ(returns({handed_in({cell(1)})}), 1u);
    EXPECT_EQ(returns({draft}), 1u);
    EXPECT_EQ(returns({handed_in({cell(1)})}), 0u);
    Return submitted = draft;
    submitted.state = ReturnState::submitted;
    EXPECT_EQ(returns({submitted}), 1u);
    EXPECT_EQ(returns({draft}), 1u) << "taken back";
    EXPECT_EQ(returns({handed_in({cell(5)})}), 1u);
    Return certified = handed_in({cell(5)});
    certified.state = ReturnState::certified;
    EXPECT_EQ(returns({certified}), 1u);
    EXPECT_EQ(returns({handed_in({cell(5)})}), 0u) << "certified is approved";
    EXPECT_EQ(cells(), "1 approved; 5 draft; 5 submitted; 5 draft; 5 approved; 5 certified; ");
}

TEST_P(LedgerTest, TheSameCellReportedForAnotherPeriodIsAnotherReturn) {
    Observation first = cell(4), again = cell(4);
    first.reported_in = Period::quarter(2012, 2);
    again.reported_in = Period::quarter(2012, 3);
    EXPECT_EQ(returns({handed_in({first})}), 1u);
    EXPECT_EQ(returns({handed_in({again})}), 1u);
    Return third = handed_in({first});
    third.source = "q2.csv";
    EXPECT_EQ(returns({third, handed_in({again})}), 0u);
}

// Rows that refer to one another are found by their codes: looked for one by one, they took minutes.
TEST_P(LedgerTest, TakesFortyThousandRowsAtOnce) {
    Content content;
    const int years = 50, measures = 200;
    for (int m = 0; m < measures; ++m) {
        content.measures.push_back(small_council().measures.front());
        content.measures.back().code = MeasureCode("T" + std::to_string(m));
        for (int year = 0; year < years; ++year) {
            for (int quarter = 1; quarter <= 4; ++quarter) {
                Target row = target(m);
                row.measure = content.measures.back().code;
                row.period = Period::quarter(2000 + year, quarter);
                content.targets.push_back(row);
            }
        }
    }
    ASSERT_EQ(content.targets.size(), 40'000u);
    EXPECT_EQ(store->import(content, "", "large").changes(), 40'200u);
    for (Measure& measure : content.measures) measure.title += " again"; // targets refer to each
    EXPECT_EQ(store->import(content, "", "large").changes(), 200u);
}

} // namespace
} // namespace qd
