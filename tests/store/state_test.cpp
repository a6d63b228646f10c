#include "store/store_fixture.hpp"

namespace qd {
namespace {

using test::expect_equal, test::in_one_piece, test::RandomContent, test::small_council;

class StateTest : public test::StoreTest {
protected:
    static void expect_same(const StoreState& moved_on, const StoreState& whole) {
        expect_equal(moved_on.content, whole.content);
        EXPECT_TRUE(moved_on.content == whole.content);
        EXPECT_EQ(moved_on.settings_text, whole.settings_text);
        EXPECT_EQ(moved_on.generation, whole.generation);
        EXPECT_EQ(moved_on.chain, whole.chain);
    }
    static void expect_same(const Past& moved_on, const Past& whole) {
        const PastRows mine = in_one_piece(moved_on), all = in_one_piece(whole);
        expect_equal(mine.rows, all.rows);
        EXPECT_EQ(mine.stood, all.stood);
        EXPECT_EQ(mine.settings_texts, all.settings_texts);
        EXPECT_EQ(moved_on.moments, whole.moments);
    }
};
QUARTERDAY_ON_BOTH_DATABASES(StateTest);

std::string settings(int version) { return "name = \"Shire " + std::to_string(version) + "\"\n"; }

Return return_of(const char* figure) {
    Return handed_in;
    handed_in.measure = MeasureCode("M1");
    Observation cell;
    cell.area = AreaCode("E1");
    cell.period = Period::quarter(2012, 3);
    cell.value = Decimal::parse(figure);
    handed_in.observations.add(cell);
    return handed_in;
}

// Acts of all kinds, some of them on one noun only.
class RandomActs {
public:
    explicit RandomActs(std::uint64_t seed) : random_(seed) {}

    void act(Store& store) {
        const int seed = random_.between(100, 200);
        const Content other = RandomContent(static_cast<std::uint64_t>(seed)).make();
        Content part;
        switch (random_.below(12)) {
        case 0: store.import(other, settings(seed), "all"); return;
        case 1: store.import(Content(), settings(seed), "settings"); return;
        case 2: part.actions = other.actions; break;
        case 3: part.targets = other.targets; break;
        case 4: part.updates = other.updates; break;
        case 5: part.measures = other.measures; break;
        case 6: part.statements = other.statements; break;
        case 7:
        case 8:
        case 9: return withdraw_one(store);
        default: part.returns = other.returns; break;
        }
        store.import(part, "", "part");
    }

private:
    void withdraw_one(Store& store) {
        const Content there = store.read();
        std::vector<Withdrawal> may_go;
        for (const Statement& row : there.statements) may_go.push_back({"statements", {row.code.text()}, "never said"});
        for (const Action& row : there.actions) may_go.push_back({"actions", {row.code.text()}, "a duplicate"});
        for (const Target& row : there.targets)
            may_go.push_back({"targets",
                              {row.measure.text(), row.area.text(), print(row.period), std::string(print(row.role))},
                              "never set"});
        if (!may_go.empty()) store.withdraw({random_.one_of(may_go)}, {});
    }

    RandomContent random_;
};

TEST_P(StateTest, MovedOnEqualsReadWhole) {
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const test::TemporaryPlace place(GetParam());
        Store::init(place.address(), clock);
        Store writer(place.address(), Opening::read_write, clock), reader(place.address(), Opening::read_only, clock);
        RandomActs acts(seed);
        writer.import(RandomContent(seed).make(), settings(0), "first");
        StoreState state = reader.state();
        Past past = reader.read_past(state.generation);
        for (int i = 0; i < 12; ++i) {
            for (int count = 0; count <= i % 3; ++count) acts.act(writer); // sometimes several at once
            clock.pass_days(1);
            state = reader.state(std::move(state));
            expect_same(state, reader.state());
            past = reader.read_past(state, std::move(past));
            expect_same(past, reader.read_past(state.generation));
            ASSERT_FALSE(HasFailure()) << "after " << i << " looks";
        }
    }
}

TEST_P(StateTest, SharesTheEarlierReturns) {
    Store store = open();
    Content content = small_council();
    content.returns = {return_of("1")};
    store.import(content, settings(1), "first");
    const StoreState before = store.state();
    content.returns = {return_of("2")};
    store.import(content, "", "second");
    const StoreState after = store.state(before);
    ASSERT_EQ(after.content.returns.size(), 2u);
    const auto columns = [](const StoreState& state, std::size_t number) {
        return &state.content.returns[number].observations.columns();
    };
    EXPECT_EQ(columns(after, 0), columns(before, 0)) << "not a copy of it";
    EXPECT_EQ(after.content.returns[1].observations.at(0).value, Decimal(2));
}

TEST_P(StateTest, ReadsNothingThatNoActWroteTo) {
    Store store = open();
    store.import(small_council(), settings(1), "first");
    const StoreState before = store.state();
    run("UPDATE units SET name = 'by another hand'");
    Content second;
    second.returns = {return_of("2")};
    store.import(second, "", "second");
    EXPECT_EQ(store.state(before).content.units, before.content.units);
    EXPECT_EQ(test::error_of([&] { store.state(); }).fault(), Fault::outage) << "read whole, it is seen";
}

TEST_P(StateTest, RefusesAChangedRowThatItReads) {
    Store store = open();
    store.import(small_council(), settings(1), "first");
    const StoreState before = store.state();
    Content content = small_council();
    content.units.front().name = "County council";
    store.import(content, "", "second");
    run("UPDATE units SET name = 'by another hand'");
    EXPECT_EQ(test::error_of([&] { store.state(before); }).fault(), Fault::outage);
}

TEST_P(StateTest, AnotherStoreIsReadWhole) {
    Store store = open();
    store.import(small_council(), settings(1), "first");
    const test::TemporaryPlace place(GetParam());
    Store::init(place.address(), clock);
    Store other(place.address(), Opening::read_write, clock);
    Content elsewhere = small_council();
    elsewhere.units.front().name = "Elsewhere";
    other.import(elsewhere, settings(3), "first");
    other.import(Content(), settings(4), "second");
    expect_same(other.state(store.state()), other.state());
}

TEST_P(StateTest, ALedgerThatDoesNotContinueIsReadWhole) {
    Store store = open();
    Content content = small_council();
    content.returns = {return_of("1")};
    store.import(content, settings(1), "first");
    const StoreState before = store.state();
    content.returns = {return_of("2")};
    store.import(content, "", "second");
    content.returns = {return_of("3")};
    store.import(content, "", "third");
    run("UPDATE acts SET written = '' WHERE number = 2"); // as though it had written nothing
    EXPECT_EQ(store.state(before).content.returns.size(), 3u);
}

} // namespace
} // namespace qd
