#include "store/store_fixture.hpp"

#include "domain/as_known.hpp"
#include "domain/past_tables.hpp"

#include <map>

namespace qd {
namespace {

using test::error_of, test::expect_equal, test::in_one_piece, test::RandomContent, test::small_council;

class PastTest : public test::StoreTest {};
QUARTERDAY_ON_BOTH_DATABASES(PastTest);

// Leaves rows unchanged that say themselves when they were known, or are always shown as they are now.
Content without_other_tables(Content content) {
    content.returns.clear();
    content.statements.clear();
    content.papers.clear();
    content.report_definitions.clear();
    content.reference_documents.clear();
    content.printed.clear();
    return content;
}

// Drops the rows of `content` whose keys `stood` does not have: what came later is shown as it is now.
void drop_what_came_later(Content& content, const Content& stood) {
    each_past([&](auto member) {
        using T = RowIn<decltype(member)>;
        if constexpr (!is_of_ledger<T>())
            std::erase_if(content.*member, [&](const T& row) {
                return std::ranges::none_of(stood.*member,
                                            [&](const T& there) { return key_of_row(there) == key_of_row(row); });
            });
    });
}

// For random contents, act by act, in every table: the content as at an act equals the content read after it.
TEST_P(PastTest, TheNewestKnowsWhatStoodAfterEachAct) {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const test::TemporaryPlace place(GetParam());
        Store::init(place.address(), clock);
        Store store(place.address(), Opening::read_write, clock);
        std::vector<std::pair<Instant, Content>> stood;
        Content council = RandomContent(seed).make();
        for (int act = 0; act < 5; ++act) {
            store.import(council, act % 2 ? "x = 1\n" : "x = 2\n", "act");
            if (act == 2 && !council.actions.empty())
                store.withdraw({{"actions", {council.actions.front().code.text()}, "a duplicate"}}, {});
            stood.emplace_back(clock.now(), store.read());
            clock.pass_days(1);
            council = RandomContent(seed * 100 + static_cast<std::uint64_t>(act), 4).make();
        }
        const Content newest = store.read();
        const Past past = store.read_past(store.generation());
        for (std::size_t act = 0; act < stood.size(); ++act) {
            SCOPED_TRACE("act " + std::to_string(act + 1));
            const auto& [moment, was] = stood[act];
            for (const Instant asked : {moment, Instant(moment.seconds() + 86'399)}) {
                Content then = as_stood(newest, past, asked).value_or(newest);
                drop_what_came_later(then, was);
                Content expected = was;
                // measures are in the order of the scorecard now
                std::ranges::sort(then.measures, {}, &Measure::code);
                std::ranges::sort(expected.measures, {}, &Measure::code);
                for (Content* each : {&then, &expected}) { // rows of ledgers say when they were known
                    each_past([&](auto member) {
                        if constexpr (is_of_ledger<RowIn<decltype(member)>>()) (each->*member).clear();
                    });
                    *each = without_other_tables(std::move(*each));
                }
                expect_equal(then, expected);
            }
        }
    }
}

TEST_P(PastTest, AGenerationHasWhatHadEndedByThen) {
    Store store = open();
    const auto import_action = [&](const char* title) {
        Content content = small_council();
        Action& made = content.actions.emplace_back();
        made.code = ActionCode("A1");
        made.subject = {SubjectKind::measure, "M1"};
        made.title = title;
        made.due = {{{}, Date::parse("2013-03-31"), title}};
        store.import(content, std::string("name = \"") + title + "\"\n", "import");
        clock.pass_days(1);
    };
    const Instant start = clock.now();
    for (const char* title : {"First", "Second", "Third"}) import_action(title);
    EXPECT_TRUE(store.read_past(1).pieces.empty());
    EXPECT_TRUE(store.read_past(0).pieces.empty());
    EXPECT_EQ(error_of([&] { store.read_past(4); }).fault(), Fault::absent);
    const PastRows of_two = in_one_piece(store.read_past(2));
    ASSERT_EQ(of_two.rows.actions.size(), 1u);
    EXPECT_EQ(of_two.rows.actions[0].title, "First");
    ASSERT_EQ(of_two.rows.actions[0].due.size(), 1u);
    EXPECT_EQ(of_two.rows.actions[0].due[0].words, "First");
    const Instant second(start.seconds() + 86'400);
    EXPECT_EQ(of_two.stood.at("actions"), (std::vector<Stood>{{start, second, false}}));
    ASSERT_EQ(of_two.settings_texts.size(), 1u);
    EXPECT_EQ(of_two.settings_texts[0].second, "name = \"First\"\n");
    const PastRows of_three = in_one_piece(store.read_past(3));
    ASSERT_EQ(of_three.rows.actions.size(), 2u);
    EXPECT_EQ(of_three.rows.actions[1].title, "Second");
    EXPECT_EQ(of_three.rows.actions[1].due[0].words, "Second");
    store.withdraw({{"actions", {"A1"}, "a duplicate"}}, {});
    EXPECT_TRUE(in_one_piece(store.read_past(4)).stood.at("actions").back().was_withdrawn);
    EXPECT_EQ(as_stood(store.read(), store.read_past(4), second)->actions.front().title, "Second");
}

// Nothing that comes back may refer to something that does not; nor may what its days leave of it.
TEST_P(PastTest, WhatIsReferredToIsThere) {
    for (std::uint64_t seed = 40; seed < 42; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const test::TemporaryPlace place(GetParam());
        Store::init(place.address(), clock);
        Store store(place.address(), Opening::read_write, clock);
        std::vector<Instant> moments{Instant(clock.now().seconds() - 1)};
        for (int act = 0; act < 3; ++act) {
            store.import(RandomContent(seed * 10 + static_cast<std::uint64_t>(act)).make(), "", "act");
            moments.push_back(clock.now());
            clock.pass_days(1);
            std::vector<Withdrawal> all;
            for (const Action& row : store.read().actions) all.push_back({"actions", {row.code.text()}, "a slip"});
            for (const Milestone& row : store.read().milestones)
                all.push_back({"milestones", {row.code.text()}, "a slip"});
            for (const Withdrawal& one : all)
                if (act % 2) store.withdraw({one}, {});
            moments.push_back(clock.now());
            clock.pass_days(1);
        }
        const Past past = store.read_past(store.generation());
        for (const Instant moment : moments) {
            const test::TemporaryPlace copy(GetParam());
            Store::init(copy.address(), clock);
            Store again(copy.address(), Opening::read_write, clock);
            const Content then = as_stood(store.read(), past, moment).value_or(store.read());
            EXPECT_NO_THROW(again.import(then, "", "the store refuses what refers to nothing"));
        }
        test::RandomContent random(seed);
        for (int i = 0; i < 10; ++i) {
            const test::TemporaryPlace copy(GetParam());
            Store::init(copy.address(), clock);
            Store again(copy.address(), Opening::read_write, clock);
            const Instant moment = i % 2 ? random.one_of(moments) : Instant::end_of(random.date());
            const Content known = as_known(store.read(), past, moment).value_or(store.read());
            EXPECT_NO_THROW(again.import(known, "", "as it was known")) << print(moment);
        }
    }
}

TEST_P(PastTest, AClockThatWasPutBackKeepsTheOrderOfActs) {
    Store store = open();
    Content content = small_council();
    store.import(content, "", "first");
    const Instant start = clock.now();
    for (const char* title : {"Second", "Third"}) {
        clock.pass(-3600);
        content.measures.front().title = title;
        store.import(content, "", "import");
    }
    const PastRows past = in_one_piece(store.read_past(3));
    EXPECT_EQ(past.stood.at("measures"), (std::vector<Stood>{{start, start, false}, {start, start, false}}));
}

TEST_P(PastTest, AVersionThatWasChangedSinceIsNotShown) {
    Store store = open();
    Content content = small_council();
    store.import(content, "", "first");
    content.measures.front().title = "Potholes";
    store.import(content, "", "second");
    run("UPDATE past_measures SET title = 'Another'");
    const Error error = error_of([&] { store.read_past(2); });
    EXPECT_EQ(error.fault(), Fault::outage);
    EXPECT_NE(std::string(error.what()).find("past_measures: row M1"), std::string::npos) << error.what();
}

} // namespace
} // namespace qd
