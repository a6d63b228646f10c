#include "store/store_fixture.hpp"

#include <atomic>
#include <thread>

namespace qd {
namespace {

using test::error_of, test::expect_equal, test::RandomContent, test::small_council;

const std::string settings = "name = \"Shire\"\n";

Action action(const std::string& code, const std::string& title) {
    Action made;
    made.code = ActionCode(code);
    made.subject = {SubjectKind::measure, "M1"};
    made.title = title;
    made.due = {{{}, Date::parse("2013-03-31"), ""}};
    return made;
}

Content actions(const std::vector<Action>& given) {
    Content content;
    content.actions = given;
    return content;
}

Act by(const std::string& name, std::optional<std::int64_t> based_on = {}) {
    Act act;
    act.actor = {name, "Head of mending", "page"};
    act.kind = "edit";
    act.based_on = based_on;
    return act;
}

class HistoryTest : public test::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (HasFatalFailure()) return;
        store.emplace(open());
        store->import(small_council(), settings, "council");
        clock.pass_days(1);
        store->import(actions({action("A1", "Fill them"), action("A2", "Count them")}), "", "actions");
        clock.pass_days(1);
    }
    std::vector<std::string> titles(const Content& content) {
        std::vector<std::string> titles;
        for (const Action& each : content.actions) titles.push_back(each.title);
        return titles;
    }
    using Titles = std::vector<std::string>;

    std::optional<Store> store;
};
QUARTERDAY_ON_BOTH_DATABASES(HistoryTest);

TEST_P(HistoryTest, ARowThatIsChangedKeepsWhatItWas) {
    Action changed = action("A1", "Fill them twice");
    changed.due.push_back({{}, Date::parse("2013-06-30"), "at the latest"});
    EXPECT_EQ(store->import(actions({changed}), "", by("jsmith")).changes(), 1u);
    EXPECT_EQ(store->import(actions({changed}), "", by("jsmith")).changes(), 0u);
    const std::vector<RowVersion> history = store->history("actions", {"A1"});
    ASSERT_EQ(history.size(), 5u) << "two versions, and three rows of due dates";
    EXPECT_EQ(history[0].written_by.number, 2);
    ASSERT_TRUE(history[0].ended_by);
    EXPECT_EQ(history[0].ended_by->number, 3);
    EXPECT_EQ(history[0].ended_by->actor.name, "jsmith");
    EXPECT_FALSE(history[0].withdrawn);
    EXPECT_EQ(history[0].fields[2], (std::pair<std::string, std::string>("title", "Fill them")));
    EXPECT_FALSE(history[1].ended_by);
    EXPECT_EQ(history[1].fields[2].second, "Fill them twice");
    EXPECT_EQ(history[4].table, "due_dates");
    EXPECT_EQ(titles(store->read_at(2)), (Titles{"Fill them", "Count them"}));
    EXPECT_EQ(titles(store->read()), (Titles{"Fill them twice", "Count them"}));
    EXPECT_EQ(store->verify(), std::vector<std::string>());
}

TEST_P(HistoryTest, OnlyTheRowsThatAreGivenAreTouched) {
    store->import(actions({action("A2", "Count them again")}), "", by("jsmith"));
    EXPECT_EQ(store->history("actions", {"A1"}).front().written_by.number, 2);
    EXPECT_FALSE(store->history("actions", {"A1"}).front().ended_by);
}

TEST_P(HistoryTest, WhatIsWithdrawnIsInForceNoLongerAndMayBeHandedInAgain) {
    Act act = by("jsmith");
    act.reason = "a duplicate";
    const ImportOutcome outcome = store->withdraw({{"actions", {"A1"}, "a duplicate"}}, act);
    EXPECT_EQ(outcome.changes(), 1u);
    EXPECT_EQ(titles(store->read()), (Titles{"Count them"}));
    EXPECT_EQ(titles(store->read_at(2)), (Titles{"Fill them", "Count them"}));
    EXPECT_EQ(store->history("actions", {"A1"}).front().withdrawn, "a duplicate");
    EXPECT_EQ(store->acts().back().kind, "withdraw");
    EXPECT_EQ(error_of([&] { store->withdraw({{"actions", {"A1"}, "again"}}, act); }).fault(), Fault::absent);
    EXPECT_EQ(store->verify(), std::vector<std::string>());
    EXPECT_EQ(store->import(actions({action("A1", "Fill them")}), "", by("jsmith")).changes(), 1u);
    EXPECT_EQ(titles(store->read()), (Titles{"Fill them", "Count them"}));
    EXPECT_EQ(store->history("actions", {"A1"}).size(), 4u);
    EXPECT_EQ(store->verify(), std::vector<std::string>());
}

TEST_P(HistoryTest, WithdrawingIsRefusedWhereItCannotBeMeant) {
    const auto fault = [&](const Withdrawal& withdrawal) {
        const std::int64_t before = store->generation();
        const Fault found = error_of([&] { store->withdraw({withdrawal}, {}); }).fault();
        EXPECT_EQ(store->generation(), before);
        return found;
    };
    EXPECT_EQ(fault({"acts", {"1"}, "a reason"}), Fault::request);
    EXPECT_EQ(fault({"actions", {"A1", "2"}, "a reason"}), Fault::request);
    EXPECT_EQ(fault({"actions", {"A1"}, " "}), Fault::request);
    EXPECT_EQ(fault({"due_dates", {"A1", "1"}, "a reason"}), Fault::request);
    EXPECT_EQ(fault({"settings", {"council.toml"}, "a reason"}), Fault::request);
    EXPECT_EQ(fault({"actions", {"A9"}, "a reason"}), Fault::absent);
    EXPECT_EQ(fault({"units", {"U1"}, "a measure is owned by it"}), Fault::conflict);
    EXPECT_EQ(store->verify(), std::vector<std::string>());
}

TEST_P(HistoryTest, OfALedgerAllRowsOfTheKeyAreWithdrawn) {
    Content content;
    Update update;
    update.subject = {SubjectKind::measure, "M1"};
    update.period = Period::quarter(2012, 3);
    update.narrative = "on course";
    content.updates = {update};
    store->import(content, "", "first");
    content.updates.front().narrative = "behind";
    clock.pass(60);
    store->import(content, "", "second");
    EXPECT_EQ(store->read().updates.size(), 2u);
    store->withdraw({{"updates", {"measure:M1", "2012-13Q3"}, "of another measure"}}, {});
    EXPECT_EQ(store->read().updates.size(), 0u);
    EXPECT_EQ(store->read_at(4).updates.size(), 2u);
    EXPECT_EQ(store->verify(), std::vector<std::string>());
    clock.pass(60);
    store->import(content, "", "third");
    EXPECT_EQ(store->read().updates.size(), 1u);
    EXPECT_EQ(store->verify(), std::vector<std::string>());
}

TEST_P(HistoryTest, WhoWasQuickerIsNamed) {
    store->import(actions({action("A1", "Fill them twice")}), "", by("jsmith", 2));
    store->import(actions({action("A2", "Count them twice")}), "", by("other", 2));
    const Error error = error_of([&] { store->import(actions({action("A1", "Leave them")}), "", by("other", 2)); });
    EXPECT_EQ(error.fault(), Fault::conflict);
    for (const char* words : {"actions A1", "jsmith (Head of mending)", "2013-02-17", "act 3",
                              "title is “Fill them twice” instead of “Fill them”"})
        EXPECT_NE(std::string(error.what()).find(words), std::string::npos) << words << ": " << error.what();
    EXPECT_EQ(store->import(actions({action("A1", "Fill them twice")}), "", by("other", 2)).changes(), 0u)
        << "the same change";
    EXPECT_EQ(titles(store->read()), (Titles{"Fill them twice", "Count them twice"}));
    store->withdraw({{"actions", {"A2"}, "done elsewhere"}}, by("jsmith"));
    const Error gone = error_of([&] { store->import(actions({action("A2", "Count")}), "", by("other", 4)); });
    EXPECT_NE(std::string(gone.what()).find("withdrawn, because “done elsewhere”"), std::string::npos) << gone.what();
    EXPECT_EQ(error_of([&] {
                  store->withdraw({{"actions", {"A1"}, "old"}}, by("other", 2));
              }).fault(),
              Fault::conflict);
}

TEST_P(HistoryTest, WhoHandedInTheSameCellIsNamed) {
    const auto hand_in = [&](int value, const Period& period, std::int64_t based_on) {
        Content content;
        Return& handed_in = content.returns.emplace_back();
        handed_in.measure = MeasureCode("M1");
        handed_in.state = ReturnState::approved;
        Observation cell;
        cell.period = period;
        cell.value = Decimal(value);
        handed_in.observations.add(cell);
        return store->import(content, "", by("jsmith", based_on)).changes();
    };
    const Period q2 = Period::quarter(2012, 2), q3 = Period::quarter(2012, 3);
    EXPECT_EQ(hand_in(1, q3, 2), 1u);
    EXPECT_EQ(hand_in(1, q2, 2), 1u) << "another cell";
    const Error error = error_of([&] { hand_in(2, q3, 2); });
    EXPECT_EQ(error.fault(), Fault::conflict);
    EXPECT_NE(std::string(error.what()).find("returns M1, 2012-13Q3 was changed by jsmith"), std::string::npos)
        << error.what();
    EXPECT_EQ(hand_in(2, q3, 4), 1u);
}

TEST_P(HistoryTest, TheLedgerSaysWhoDidWhat) {
    Act act = by("jsmith");
    act.subject = "measure:M1";
    act.reason = "as agreed";
    store->import(actions({action("A1", "Fill them twice")}), "", act);
    const std::vector<Act> acts = store->acts();
    ASSERT_EQ(acts.size(), 3u);
    EXPECT_EQ(acts[0].kind, "import");
    EXPECT_EQ(acts[0].source, "council");
    EXPECT_EQ(acts[2].number, 3);
    EXPECT_EQ(acts[2].at, clock.now());
    EXPECT_EQ(acts[2].actor, (Actor{"jsmith", "Head of mending", "page"}));
    EXPECT_EQ(acts[2].reason, "as agreed");
    EXPECT_EQ(acts[2].changes, 1);
    EXPECT_EQ(store->acts("measure:M1").size(), 1u);
    run("UPDATE acts SET who = 'somebody else' WHERE number = 3");
    EXPECT_EQ(error_of([&] { store->acts(); }).fault(), Fault::outage);
    EXPECT_EQ(error_of([&] { store->import(actions({action("A1", "x")}), "", by("x")); }).fault(), Fault::outage)
        << "nobody builds on a broken ledger";
}

// Of two that bring the first council at once, one finds that it is there.
TEST_P(HistoryTest, ConditionsAreCheckedWhereItIsWritten) {
    const test::TemporaryPlace place(GetParam());
    Store::init(place.address(), clock);
    std::atomic<int> refused = 0;
    std::vector<std::thread> programs;
    for (int program = 0; program < 4; ++program)
        programs.emplace_back([&, program] {
            Store mine(place.address(), Opening::read_write, clock);
            const std::string name = "name = \"" + std::to_string(program) + "\"\n";
            const auto is_the_first = [&](const std::string& there) {
                if (!there.empty() && there != name) throw Error(Fault::conflict, "There is another council.");
            };
            try {
                mine.import(small_council(), name, by("x"), {.withdrawals = {}, .must_hold = is_the_first});
            } catch (const Error& error) {
                refused += error.fault() == Fault::conflict;
            }
        });
    for (std::thread& program : programs) program.join();
    EXPECT_EQ(refused, 3);
    EXPECT_EQ(Store(place.address(), Opening::read_only, clock).generation(), 1);
}

} // namespace
} // namespace qd
