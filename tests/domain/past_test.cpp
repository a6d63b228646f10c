#include "domain/as_known.hpp"
#include "domain/past_tables.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Date day(std::string_view text) { return *Date::parse(text); }
Instant from(std::string_view text) { return Instant::start_of(day(text)); }
Instant until_end_of(std::string_view text) { return Instant::end_of(day(text)); }

Action action(const char* code, ActionState state, const char* completed = "") {
    Action made;
    made.code = ActionCode(code);
    made.subject = {SubjectKind::priority, "P1"};
    made.title = "Widen the ford";
    made.state = state;
    made.completed_on = Date::parse(completed);
    return made;
}

// The action as it was until it was replaced or withdrawn.
void add(Past& past, Action row, const char* written, const char* ended, bool was_withdrawn = false) {
    PastRows ended_rows;
    ended_rows.rows.actions.push_back(std::move(row));
    ended_rows.stood["actions"].push_back({from(written), from(ended), was_withdrawn});
    add_later(past, std::move(ended_rows));
}

std::vector<std::string> states(const Content& content, const Past& past, const char* on) {
    std::vector<std::string> words;
    for (const Action& row : as_known(content, past, until_end_of(on)).value_or(content).actions)
        words.push_back(row.code.text() + " " + std::string(print(row.state)));
    return words;
}
using Words = std::vector<std::string>;

TEST(Past, WhatHadBeenHandedInIsAsItWasThen) {
    Content content;
    content.actions = {action("A1", ActionState::cancelled), action("A2", ActionState::no_update)};
    Past past;
    add(past, action("A1", ActionState::not_started), "2024-06-01", "2024-09-01");
    add(past, action("A1", ActionState::under_way), "2024-09-01", "2024-12-01");
    EXPECT_EQ(states(content, past, "2024-06-01"), (Words{"A1 not_started", "A2 no_update"}));
    EXPECT_EQ(states(content, past, "2024-08-31"), (Words{"A1 not_started", "A2 no_update"}));
    EXPECT_EQ(states(content, past, "2024-11-30"), (Words{"A1 under_way", "A2 no_update"}));
    EXPECT_EQ(states(content, past, "2024-12-01"), (Words{"A1 cancelled", "A2 no_update"}));
    EXPECT_EQ(as_known(content, past, until_end_of("2024-12-01")), std::nullopt) << "all of it stands";
}

TEST(Past, WhatWasHandedInLaterIsAsItIsNow) {
    Content content;
    content.actions = {action("A1", ActionState::cancelled)};
    content.actions[0].title = "Widen the ford, as it is rightly spelt";
    Past past;
    add(past, action("A1", ActionState::not_started), "2024-06-01", "2024-06-02");
    EXPECT_EQ(states(content, past, "2024-05-31"), (Words{"A1 cancelled"}));
    EXPECT_EQ(as_known(content, past, until_end_of("2024-05-31")), std::nullopt);
}

TEST(Past, AnEarlierVersionReplacesOneWithLaterDays) {
    Content content;
    content.actions = {action("A1", ActionState::complete, "2024-03-20")};
    Past past;
    add(past, action("A1", ActionState::not_started), "2024-06-01", "2024-06-02");
    add(past, action("A1", ActionState::under_way), "2024-06-02", "2024-06-03");
    add(past, action("A1", ActionState::complete, "2024-03-19"), "2024-06-03", "2024-06-04");
    EXPECT_EQ(states(content, past, "2024-03-18"), (Words{"A1 under_way"}));
    EXPECT_EQ(states(content, past, "2024-03-19"), (Words{"A1 complete"})) << "as the third version has it";
    EXPECT_EQ(states(content, past, "2024-03-20"), (Words{"A1 complete"}));
    Past withdrawn;
    Action first = action("A1", ActionState::not_started);
    add(withdrawn, first, "2024-06-01", "2024-06-02");
    add(withdrawn, action("A1", ActionState::under_way), "2024-06-02", "2024-06-03", true);
    add(withdrawn, action("A1", ActionState::complete, "2024-03-19"), "2024-06-03", "2024-06-04", true);
    EXPECT_EQ(states(content, withdrawn, "2024-03-18"), (Words{"A1 not_started"})) << "the withdrawn ones say nothing";
    Past elsewhere;
    first.subject = {SubjectKind::priority, "P2"};
    add(elsewhere, first, "2024-06-01", "2024-06-02");
    EXPECT_EQ(states(content, elsewhere, "2024-03-18"), (Words{"A1 not_complete"}))
        << "of another priority, perhaps gone";
}

TEST(Past, AnUpdateOfThenTakesPrecedenceOverAnEarlierVersion) {
    Content content;
    content.actions = {action("A1", ActionState::complete, "2024-03-20")};
    Update update;
    update.subject = {SubjectKind::action, "A1"};
    update.period = Period::quarter(2023, 3);
    update.status = Status::amber;
    update.known_at = from("2024-01-10");
    content.updates = {update};
    Past past;
    add(past, action("A1", ActionState::not_started), "2024-06-01", "2024-06-02");
    EXPECT_EQ(states(content, past, "2024-02-01"), (Words{"A1 under_way"}));
    EXPECT_EQ(states(content, past, "2024-01-09"), (Words{"A1 not_started"}));
}

TEST(Past, WhatWasWithdrawnStoodUntilThen) {
    Content content;
    Past past;
    add(past, action("A1", ActionState::under_way), "2024-06-01", "2024-09-01", true);
    EXPECT_EQ(states(content, past, "2024-05-31"), Words()) << "handed in later, and no longer there";
    EXPECT_EQ(states(content, past, "2024-08-31"), (Words{"A1 under_way"}));
    EXPECT_EQ(states(content, past, "2024-09-01"), Words());
    content.actions = {action("A1", ActionState::complete)}; // handed in again
    EXPECT_EQ(states(content, past, "2024-08-31"), (Words{"A1 under_way"}));
    EXPECT_EQ(states(content, past, "2024-09-01"), (Words{"A1 complete"}));
}

TEST(Past, WithdrawnRowsOfALedgerComeBeforeOthersWithTheirKey) {
    Content content;
    Update update;
    update.subject = {SubjectKind::measure, "M1"};
    update.period = Period::quarter(2023, 3);
    update.narrative = "handed in again";
    content.updates = {update};
    Past past;
    std::int64_t number = 2; // in the ledger: the second was withdrawn before the first
    for (const auto& [words, ended] : {std::pair("withdrawn too", "2024-08-31"), {"withdrawn first", "2024-09-01"}}) {
        update.narrative = words;
        PastRows ended_rows;
        ended_rows.rows.updates.push_back(update);
        ended_rows.stood["updates"].push_back({from("2024-06-01"), from(ended), true, number--});
        add_later(past, std::move(ended_rows));
    }
    const Content then = as_known(content, past, until_end_of("2024-08-30")).value_or(Content());
    ASSERT_EQ(then.updates.size(), 3U);
    EXPECT_EQ(then.updates[0].narrative, "withdrawn first");
    EXPECT_EQ(then.updates[1].narrative, "withdrawn too");
    EXPECT_EQ(then.updates[2].narrative, "handed in again");
    EXPECT_EQ(as_known(content, past, until_end_of("2024-09-01")), std::nullopt);
}

TEST(Past, MeasuresKeepTheOrderOfTheScorecard) {
    Content content;
    content.measures.resize(3);
    content.measures[0].code = MeasureCode("M3");
    content.measures[1].code = MeasureCode("M1");
    content.measures[2].code = MeasureCode("M2");
    Past past;
    PastRows ended_rows;
    ended_rows.rows.measures = {content.measures[1]};
    ended_rows.rows.measures[0].title = "As it was called";
    ended_rows.stood["measures"] = {{from("2024-06-01"), from("2024-09-01"), false}};
    add_later(past, std::move(ended_rows));
    const Content then = as_known(content, past, until_end_of("2024-08-31")).value_or(Content());
    ASSERT_EQ(then.measures.size(), 3U);
    EXPECT_EQ(then.measures[1].title, "As it was called");
    EXPECT_EQ(then.measures[0].code.text(), "M3");
}

// The next Past shares what it can, and has few pieces however many acts there were.
TEST(Past, GrowsByWhatEnded) {
    Past past;
    PastRows many;
    for (int i = 0; i < 100; ++i) {
        many.rows.actions.push_back(action("A0", ActionState::no_update));
        many.stood["actions"].push_back({from("2024-01-01"), from("2024-01-02")});
    }
    add_later(past, std::move(many));
    const auto first = past.pieces.front();
    for (int i = 1; i <= 90; ++i) {
        add(past, action(("A" + std::to_string(i)).c_str(), ActionState::no_update), "2024-01-01", "2024-02-01");
        EXPECT_LE(past.pieces.size(), 8U);
    }
    EXPECT_EQ(past.pieces.front(), first);
    std::vector<std::string> codes;
    each_ended(past, &Content::actions, [&](const Action& row, const Stood&) { codes.push_back(row.code.text()); });
    ASSERT_EQ(codes.size(), 190U);
    for (int i = 1; i <= 90; ++i) EXPECT_EQ(codes[99U + static_cast<std::size_t>(i)], "A" + std::to_string(i));
    add_later(past, PastRows());
    EXPECT_LE(past.pieces.size(), 8U) << "nothing ended";
}

} // namespace
} // namespace qd::test
