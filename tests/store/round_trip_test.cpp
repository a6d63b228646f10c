#include "store/store_fixture.hpp"

namespace qd {
namespace {

using test::as_known, test::expect_equal, test::RandomContent, test::small_council;

const std::string settings = "name = \"Shire\"\n# a remark, kept word for word: “ü”\n";

class RoundTripTest : public test::StoreTest {};
QUARTERDAY_ON_BOTH_DATABASES(RoundTripTest);

TEST_P(RoundTripTest, WhatWasBroughtInIsReadAgain) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const test::TemporaryPlace place(GetParam());
        const Content content = RandomContent(seed).make();
        Store::init(place.address(), clock);
        {
            Store store(place.address(), Opening::read_write, clock);
            EXPECT_GT(store.import(content, settings, "a folder").changes(), 0u);
        }
        Store store(place.address(), Opening::read_only, clock);
        SCOPED_TRACE("seed " + std::to_string(seed));
        expect_equal(store.read(), as_known(content, clock.now()));
        EXPECT_EQ(store.settings_text(), settings);
        EXPECT_EQ(store.verify(), std::vector<std::string>());
    }
}

TEST_P(RoundTripTest, TheSameAgainChangesNothing) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const test::TemporaryPlace place(GetParam());
        const Content content = RandomContent(seed).make();
        Store::init(place.address(), clock);
        Store store(place.address(), Opening::read_write, clock);
        store.import(content, settings, "a folder");
        const Content before = store.read();
        const std::int64_t generation = store.generation();
        clock.pass_days(3);
        SCOPED_TRACE("seed " + std::to_string(seed));
        EXPECT_EQ(store.import(content, settings, "the same folder").changes(), 0u);
        EXPECT_EQ(store.import(before, settings, "what was exported").changes(), 0u);
        EXPECT_EQ(store.import(before, "", "without council.toml").changes(), 0u);
        EXPECT_EQ(store.generation(), generation);
        expect_equal(store.read(), before);
    }
}

TEST_P(RoundTripTest, ChangedThingsAreWrittenAgain) {
    Store store = open();
    store.import(RandomContent(7).make(), settings, "first");
    const std::size_t measures = store.read().measures.size();
    const Content changed = RandomContent(8).make(); // the same codes, everything else another
    ImportOutcome outcome = store.import(changed, settings + "x = 1\n", "second");
    EXPECT_EQ(store.settings_text(), settings + "x = 1\n");
    const auto line = std::ranges::find(outcome.lines, "measures", &ImportOutcome::Line::table);
    EXPECT_EQ(line->changed, measures);
    EXPECT_EQ(line->added, 0u);
    const Content after = store.read();
    EXPECT_TRUE(after.areas == changed.areas);
    EXPECT_TRUE(after.units == changed.units);
    EXPECT_TRUE(after.measures == changed.measures);
    EXPECT_TRUE(after.priorities == changed.priorities);
    EXPECT_TRUE(after.recovery_plans == changed.recovery_plans);
    EXPECT_TRUE(after.actions == changed.actions);
    EXPECT_TRUE(after.projects == changed.projects);
    EXPECT_TRUE(after.statements == changed.statements);
    EXPECT_TRUE(after.papers == changed.papers);
    EXPECT_GT(after.returns.size(), changed.returns.size()) << "the old ones stay";
    EXPECT_EQ(store.verify(), std::vector<std::string>());
}

TEST_P(RoundTripTest, MeasuresKeepTheOrderInWhichTheyWereGiven) {
    Content content = small_council();
    for (const char* code : {"M9", "M3"}) {
        content.measures.push_back(content.measures.front());
        content.measures.back().code = MeasureCode(code);
    }
    const auto order = [](const Content& in) {
        std::string codes;
        for (const Measure& measure : in.measures) codes += measure.code.text() + " ";
        return codes;
    };
    Store store = open();
    store.import(content, "", "three");
    EXPECT_EQ(order(store.read()), "M1 M9 M3 ");

    std::ranges::reverse(content.measures);
    EXPECT_EQ(store.import(content, "", "turned round").changes(), 1u);
    EXPECT_EQ(order(store.read()), "M3 M9 M1 ");

    content.measures.resize(2);
    content.measures[0].code = MeasureCode("M2");
    content.measures[1].title = "Another title";
    store.import(content, "", "one new, one changed");
    EXPECT_EQ(order(store.read()), "M3 M9 M1 M2 ");
    EXPECT_EQ(store.read().measures[1].title, "Another title");
}

TEST_P(RoundTripTest, ATryChangesNothing) {
    Store store = open();
    store.import(small_council(), settings, "council");
    const Content before = store.read();
    const std::int64_t generation = store.generation();
    const Content content = RandomContent(3).make();
    const ImportOutcome tried = store.try_import(content, "name = \"Other\"\n", "random");
    EXPECT_GT(tried.changes(), 0u);
    expect_equal(store.read(), before);
    EXPECT_EQ(store.settings_text(), settings);
    EXPECT_EQ(store.generation(), generation);
    const ImportOutcome done = store.import(content, "name = \"Other\"\n", "random");
    ASSERT_EQ(done.lines.size(), tried.lines.size());
    for (std::size_t i = 0; i < done.lines.size(); ++i) {
        EXPECT_EQ(done.lines[i].added, tried.lines[i].added) << done.lines[i].table;
        EXPECT_EQ(done.lines[i].changed, tried.lines[i].changed) << done.lines[i].table;
    }
    EXPECT_EQ(store.generation(), generation + 1);
}

TEST_P(RoundTripTest, AnImportThatFailsLeavesTheStoreAsItWas) {
    Store store = open();
    store.import(RandomContent(4).make(), settings, "first");
    const Content before = store.read();
    const std::int64_t generation = store.generation();

    Content unknown_owner = RandomContent(5).make();
    unknown_owner.measures.back().owner = UnitCode("NOBODY");
    Content twice = RandomContent(5).make();
    twice.papers.push_back(twice.papers.front());
    twice.papers[0].code = twice.papers.back().code = PaperCode("B99");
    Content no_text = RandomContent(5).make();
    no_text.papers.back().purpose = "\xff";
    Content no_period = RandomContent(5).make();
    no_period.returns.front().observations.add(RandomContent(1).observation({}, Period::year(2500)));
    for (const Content& content : {unknown_owner, twice, no_text, no_period}) {
        const auto import = [&] { store.import(content, "name = \"Other\"\n", "broken"); };
        EXPECT_NE(test::error_of(import).fault(), Fault::outage);
        expect_equal(store.read(), before);
        EXPECT_EQ(store.settings_text(), settings);
        EXPECT_EQ(store.generation(), generation);
        EXPECT_EQ(store.verify(), std::vector<std::string>());
    }
    EXPECT_GT(store.import(RandomContent(5).make(), "", "sound").changes(), 0u);
}

TEST_P(RoundTripTest, AboutCountsWhatIsThere) {
    Store store = open();
    store.import(small_council(), settings, "council");
    const Store::About about = store.about();
    EXPECT_TRUE(about.database.starts_with(on_sqlite() ? "SQLite 3." : "PostgreSQL ")) << about.database;
    EXPECT_GE(about.schema, 2);
    const auto rows = [&](std::string_view table) {
        const auto found = std::ranges::find(about.rows, table, &std::pair<std::string, std::int64_t>::first);
        return found == about.rows.end() ? -1 : found->second;
    };
    EXPECT_EQ(rows("areas"), 1);
    EXPECT_EQ(rows("measures"), 1);
    EXPECT_EQ(rows("acts"), 1);
    EXPECT_EQ(rows("papers"), 0);
}

} // namespace
} // namespace qd
