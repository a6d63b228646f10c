#include "views/library.hpp"

#include "exchange/folder.hpp"
#include "random_content.hpp"
#include "store/store.hpp"

#include "base/error.hpp"

#include <filesystem>

#include <unistd.h>

#include <gtest/gtest.h>

// A snapshot that follows on another shares and keeps what did not change: all its answers are those of a snapshot
// of the store read whole.

namespace qd {
namespace {

class MovedClock : public Clock {
public:
    Instant now() const override { return Instant(seconds); }
    std::int64_t seconds = 1'360'886'400; // 15 February 2013
};

struct Moving : testing::Test {
    Moving() {
        std::string name = (std::filesystem::temp_directory_path() / "quarterday-moving.XXXXXX").string();
        folder = ::mkdtemp(name.data());
        address = "sqlite:" + (folder / "store.db").string();
        Store::init(address, clock);
    }
    ~Moving() override { std::filesystem::remove_all(folder); }

    std::filesystem::path folder;
    std::string address;
    MovedClock clock;
};

// The result of a call, or the error that it throws.
template <class Call> auto given(Call call) -> std::pair<std::optional<decltype(call())>, std::string> {
    try {
        return {call(), ""};
    } catch (const Error& error) {
        return {std::nullopt, error.what()};
    }
}

template <class Ask>
void expect_same_answer(const Snapshot& moved_on, const Snapshot& whole, const char* what, Ask ask) {
    EXPECT_TRUE(given([&] { return ask(moved_on); }) == given([&] { return ask(whole); })) << what;
}

// Everything kept for a view.
void expect_same_view(const Snapshot& moved_on, const Snapshot& whole, const View& view) {
    const auto same = [&](const char* what, auto ask) { expect_same_answer(moved_on, whole, what, ask); };
    same("scorecard", [&](const Snapshot& of) { return *of.scorecard(view); });
    same("signals", [&](const Snapshot& of) { return *of.signals(view); });
    same("outturns", [&](const Snapshot& of) { return *of.outturns(view); });
    same("partnership", [&](const Snapshot& of) { return *of.partnership(view); });
    same("findings", [&](const Snapshot& of) { return *of.findings(view); });
    same("series", [&](const Snapshot& of) { return *of.series(view); });
    same("courses", [&](const Snapshot& of) {
        std::vector<Series> all;
        for (const auto& course : *of.courses(view)) all.push_back(*course);
        return all;
    });
    for (const Measure& measure : whole.content().measures) {
        SCOPED_TRACE(measure.code.text());
        same("figure", [&](const Snapshot& of) { return of.figure(measure.code, view); });
        same("reading", [&](const Snapshot& of) { return *of.reading(measure.code, view); });
        same("beside", [&](const Snapshot& of) { return *of.beside(measure.code, {}, view); });
    }
    const auto mine = moved_on.grid(view.as_at), all = whole.grid(view.as_at);
    for (std::size_t i = 0; i < whole.content().measures.size(); ++i) {
        const GridBlock *a = mine->block(i), *b = all->block(i);
        ASSERT_EQ(a == nullptr, b == nullptr);
        if (!a) continue;
        ASSERT_EQ(a->states.size(), b->states.size());
        for (std::size_t cell = 0; cell < a->states.size(); ++cell) {
            EXPECT_EQ(a->states[cell], b->states[cell]);
            EXPECT_EQ(a->ratings[cell], b->ratings[cell]);
            EXPECT_EQ(a->ranks[cell], b->ranks[cell]);
        }
    }
}

void expect_same(const Snapshot& moved_on, const Snapshot& whole, Instant now) {
    EXPECT_TRUE(moved_on.content() == whole.content());
    EXPECT_EQ(moved_on.generation(), whole.generation());
    EXPECT_EQ(moved_on.settings_text(), whole.settings_text());
    ASSERT_EQ(moved_on.periods(), whole.periods());
    EXPECT_EQ(moved_on.about().rows, whole.about().rows);
    const auto codes = [](const Snapshot& of) {
        std::vector<MeasureCode> found;
        for (const Measure* measure : of.spread_over_areas()) found.push_back(measure->code);
        return found;
    };
    EXPECT_EQ(codes(moved_on), codes(whole));
    if (whole.periods().empty()) return;
    const Instant today = Instant::end_of(now.date());
    const auto known = moved_on.known_by(today), known_whole = whole.known_by(today);
    EXPECT_TRUE(known->content() == known_whole->content());
    for (const Area& area : {whole.content().areas.front(), whole.content().areas.back()}) {
        const View view = whole.view({{}, area.code, {}}, now);
        expect_same_view(moved_on, whole, view);
        expect_same_view(*known, *known_whole, view);
    }
}

std::string settings(int version) {
    std::string text = "name = \"Shire " + std::to_string(version) + "\"\narea = \"E0\"\n";
    if (version % 2 == 1) text += "[neighbours]\nmeasures = [\"M0\", \"M1\"]\n";
    return text;
}

// Of some rows of a content another version each: a few of them are what an edit changes.
template <class Row, class Change>
std::vector<Row> some_changed(test::RandomContent& random, std::vector<Row> rows, Change change) {
    std::erase_if(rows, [&](const Row&) { return random.below(3) > 0; });
    for (Row& row : rows) change(row);
    return rows;
}

// What somebody changes at a time, of a content that is there.
Content changes(test::RandomContent& random, const Content& there, const Content& other, std::uint64_t step) {
    Content part;
    switch (step) {
    case 1: part.actions = other.actions; break;
    case 3: part.targets = some_changed(random, there.targets, [](Target& row) { row.reason += " again"; }); break;
    case 5:
        part.measures =
            some_changed(random, there.measures, [](Measure& row) { row.decimals = (row.decimals + 1) % 7; });
        break;
    case 6: part.forecasts = other.forecasts, part.rebases = other.rebases; break;
    case 7: part.updates = other.updates, part.tolerances = other.tolerances; break;
    case 8: part.measures = other.measures; break;
    default: part.returns = {other.returns.begin(), other.returns.begin() + 1}; break;
    }
    return part;
}

TEST_F(Moving, AnswersLikeAWholeSnapshot) {
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        test::RandomContent random(seed);
        const std::string place = "sqlite:" + (folder / std::to_string(seed)).string();
        Store::init(place, clock);
        Store store(place, Opening::read_write, clock);
        store.import(test::RandomContent(seed).make(), settings(static_cast<int>(seed)), "first");
        Library library(place, clock), for_everyone(place, clock, Reader::everyone);
        for (std::uint64_t step = 0; step < 9; ++step) {
            SCOPED_TRACE("step " + std::to_string(step));
            const Content other = test::RandomContent(100 + seed * 10 + step).make();
            store.import(changes(random, store.read(), other, step), "", "part");
            library.look();
            expect_same(*library.newest(), *Snapshot::read(store), clock.now());
            for_everyone.look();
            expect_same(*for_everyone.newest(), *Snapshot::read(store, Reader::everyone), clock.now());
            if (HasFailure()) return;
        }
    }
}

// A real council: every measure is handed in again, with other figures.
TEST_F(Moving, AnswersLikeAWholeSnapshotForLancashire) {
    const auto reading = read_source("examples/lancashire", Content());
    ASSERT_TRUE(reading.has_value());
    Store store(address, Opening::read_write, clock);
    store.import(reading->content, reading->settings_text.value_or(""), "first");
    Library library(address, clock);
    expect_same(*library.newest(), *Snapshot::read(store), clock.now());
    test::RandomContent random(1);
    std::size_t changes = 0;
    for (int step = 0; step < 8; ++step) {
        SCOPED_TRACE("step " + std::to_string(step));
        clock.seconds += 60;
        const Return& before = random.one_of(reading->content.returns);
        Return handed_in = before;
        handed_in.known_at.reset();
        handed_in.observations = Observations();
        for (std::size_t row = 0; row < before.observations.size(); ++row) {
            Observation cell = before.observations.at(row);
            if (cell.value) cell.value = *cell.value + Decimal(1);
            if (cell.numerator) cell.numerator = *cell.numerator + Decimal(1);
            handed_in.observations.add(cell);
        }
        Content content;
        content.returns = {handed_in};
        changes += store.import(content, "", "once more").changes(); // a gap stays a gap, and changes nothing
        library.look();
        expect_same(*library.newest(), *Snapshot::read(store), clock.now());
        if (HasFailure()) return;
    }
    EXPECT_GE(changes, 3u);
}

TEST_F(Moving, KeepsWhatWasComputedForOtherMeasures) {
    Store store(address, Opening::read_write, clock);
    const auto reading = read_source("examples/lancashire", Content());
    ASSERT_TRUE(reading.has_value());
    store.import(reading->content, reading->settings_text.value_or(""), "first");
    Library library(address, clock);
    const auto before = library.newest();
    const View view = before->view({}, clock.now());
    const Return& changed = reading->content.returns.front();
    const auto other = std::ranges::find_if(reading->content.measures,
                                            [&](const Measure& each) { return each.code != changed.measure; });
    const auto kept = before->reading(other->code, view), not_kept = before->reading(changed.measure, view);
    Content content;
    content.returns = {changed};
    content.returns.front().known_at.reset();
    content.returns.front().reason = "once more";
    Observation cell = changed.observations.at(0);
    cell.value = Decimal(7);
    cell.numerator = cell.denominator = std::nullopt;
    cell.gap.reset();
    content.returns.front().observations = Observations();
    content.returns.front().observations.add(cell);
    store.import(content, "", "second");
    library.look();
    const auto after = library.newest();
    ASSERT_NE(after, before);
    EXPECT_EQ(after->reading(other->code, view), kept);
    EXPECT_NE(after->reading(changed.measure, view), not_kept);
    store.import(Content(), reading->settings_text.value_or("") + "\n# a remark\n", "third");
    library.look();
    EXPECT_EQ(library.newest()->reading(other->code, view), kept) << "a remark is no rule";
}

} // namespace
} // namespace qd
