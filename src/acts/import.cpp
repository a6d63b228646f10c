#include "acts/import.hpp"

#include "acts/inside.hpp"
#include "acts/permission.hpp"
#include "acts/sheet_statuses.hpp"
#include "acts/tolerance_history.hpp"
#include "base/error.hpp"
#include "exchange/folder.hpp"
#include "exchange/withdrawing.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

namespace qd::inline acts {
namespace {

// What the store has, with its settings where they can be read; a source that mends them must not fail over the old ones.
Content known_to(Store& store) {
    Content known = store.read_without_returns();
    const std::string text = store.settings_text();
    if (auto settings = parse_settings(text, "council.toml"); !text.empty() && settings)
        known.settings = *std::move(settings);
    return known;
}

// Two councils in one store would judge each other's figures by their own rules.
Complaints another_council(const Settings& here, const Settings& given) {
    if (here.area.empty() || given.area.empty() || here.area == given.area) return {};
    return {{.file = "council.toml",
             .row = 0,
             .column = "area",
             .value = given.area.text(),
             .message = "is not the council in this store, " + here.name + " (" + here.area.text() + ").",
             .remedy = "Give it a store of its own: quarterday --store FILE init"}};
}

// The same, asked of the settings that are there when it is written: somebody may have been quicker.
std::function<void(const std::string&)> one_council(const Settings& given) {
    return [given](const std::string& settings_text) {
        const auto here = parse_settings(settings_text, "council.toml");
        if (settings_text.empty() || !here) return;
        if (const Complaints complaints = another_council(*here, given); !complaints.empty())
            throw Error(Fault::conflict, print(complaints.front()));
    };
}

// A figure handed in now is from this file, if it does not say where it is from; imported history has its own source. (A return
// with known_at is identified by all that it says: other contents of the file must not make it a different one.)
void name_source(const std::string& hash, std::vector<Return>& returns) {
    if (hash.empty()) return;
    for (Return& each : returns)
        if (!each.known_at && each.source_sha256.empty()) each.source_sha256 = hash;
}

// What the tables of a source withdraw, and the source read with the rest of the store, so that nothing in it
// refers to what is withdrawn.
struct Reading {
    SourceReading source;
    Withdrawing withdrawn;
    std::vector<FigureChange> without; // what becomes of figures by it
};
tl::expected<Reading, Complaints> read(Store& store, const Content& known, const std::filesystem::path& source,
                                       Instant now, BadRows bad_rows, const SheetWish& wish) {
    auto first = read_source(source, known, bad_rows, now.date(), wish);
    if (!first) return tl::make_unexpected(std::move(first.error()));
    if (first->withdrawals.empty()) return Reading{*std::move(first), {}, {}};
    Content all = store.read();
    all.settings = known.settings;
    auto made = withdrawing(all, store.settings_text(), first->withdrawals);
    if (!made) return tl::make_unexpected(std::move(made.error()));
    if (Complaints both = handed_in_as_well(first->content, first->withdrawals); !both.empty())
        return tl::make_unexpected(std::move(both));
    auto second = made->rest ? read_source(source, *made->rest, bad_rows, now.date(), wish) : std::move(first);
    if (!second) return tl::make_unexpected(std::move(second.error()));
    std::vector<FigureChange> without = changes_without(all, *made, now);
    return Reading{*std::move(second), *std::move(made), std::move(without)};
}

SourceOutcome import_source(Store& store, const Actor& actor, const std::filesystem::path& source, Instant now,
                            DryRun dry_run, BadRows bad_rows, const SheetWish& wish) {
    const std::int64_t generation = store.generation();
    const Content known = known_to(store);
    SheetWish comparing = wish;
    comparing.stored = [&store] { return std::move(store.read().returns); };
    auto read_in = read(store, known, source, now, bad_rows, comparing);
    if (!read_in) return {source, tl::unexpected(std::move(read_in.error()))};
    SourceReading* reading = &read_in->source;
    if (reading->settings_text)
        if (Complaints complaints = another_council(known.settings, reading->content.settings); !complaints.empty())
            return {source, tl::unexpected(std::move(complaints))};
    name_source(reading->returns_sha256, reading->content.returns);
    const auto kept = kept_tolerances(known, reading->content,
                                      reading->settings_text ? &reading->content.settings : nullptr, store.today());
    reading->content.tolerances.insert(reading->content.tolerances.end(), kept.begin(), kept.end());
    const std::string settings = reading->settings_text.value_or("");
    std::vector<CellChange> cells = changes_between(known, reading->content);
    if (reading->settings_text)
        std::ranges::move(changes_of_settings(store.settings_text(), settings), std::back_inserter(cells));
    FigureChanges figures = changes_of_figures(store, known, reading->content, now);
    std::ranges::move(read_in->without, std::back_inserter(figures.changes));
    std::ranges::move(read_in->withdrawn.cells, std::back_inserter(cells));
    std::ranges::move(read_in->withdrawn.gaps, std::back_inserter(reading->content.returns));
    std::vector<std::string> notes = told(kept);
    if (reading->sheet)
        std::ranges::move(compare_statuses(store, known, reading->content, *reading->sheet, now),
                          std::back_inserter(notes));
    Act act = act_of(actor, "import", generation);
    act.source = source.string();
    act.left_out = static_cast<std::int64_t>(reading->rows_left_out);
    const Store::Further further{std::move(read_in->withdrawn.rows), one_council(reading->content.settings)};
    ImportOutcome outcome = dry_run == DryRun::yes ? store.try_import(reading->content, settings, act, further)
                                                   : store.import(reading->content, settings, act, further);
    return {source,
            std::move(outcome),
            std::move(reading->left_out),
            reading->rows_left_out,
            reading->content.settings,
            std::move(cells),
            std::move(figures),
            std::move(notes),
            reading->sheet};
}

} // namespace

std::vector<SourceOutcome> import_sources(Desk& desk, const Actor& actor,
                                          const std::vector<std::filesystem::path>& sources, DryRun dry_run,
                                          BadRows bad_rows, const SheetWish& wish) {
    ask_permission(actor, "import");
    std::vector<SourceOutcome> outcomes;
    for (const std::filesystem::path& source : sources)
        outcomes.push_back(import_source(store_of(desk), actor, source, desk.now(), dry_run, bad_rows, wish));
    return outcomes;
}

} // namespace qd::inline acts
