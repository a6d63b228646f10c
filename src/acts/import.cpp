#include "acts/import.hpp"

#include "acts/inside.hpp"
#include "acts/permission.hpp"
#include "acts/sheet_statuses.hpp"
#include "acts/tolerance_history.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/folder.hpp"
#include "exchange/layouts/taking.hpp"
#include "exchange/replacing.hpp"
#include "exchange/row_changes.hpp"
#include "exchange/text_tables.hpp"
#include "exchange/withdrawing.hpp"
#include "exchange/workbook/convert_workbook.hpp"

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
void name_source(const std::filesystem::path& file, const std::string& hash, std::vector<Return>& returns) {
    if (hash.empty()) return;
    for (Return& each : returns) {
        if (each.known_at) continue;
        // a cell means nothing without the name of its file
        if (each.source.empty() && !each.observations.columns().cells.empty()) each.source = file.filename().string();
        if (each.source_sha256.empty()) each.source_sha256 = hash;
    }
}

// What the tables of a source withdraw, and the source read with the rest of the store, so that nothing in it
// refers to what is withdrawn.
struct Reading {
    SourceReading source;
    Withdrawing withdrawn;
    std::vector<FigureChange> without; // what becomes of figures by it
    std::vector<std::string> gone{};   // rows that are withdrawn since a complete table lacks them
};

constexpr std::size_t rows_named = 10;

std::string named(const AskedWithdrawal& row) { return replace_all(row.table, "_", " ") + " " + shown_key(row.words); }

// Of a complete source the rows of the store that it lacks. Complains where that takes figures back and no reason is given.
tl::expected<std::vector<AskedWithdrawal>, Complaints>
missing_from(const SourceReading& reading, const Content& all, const std::string& file, const std::string& reason) {
    if (reading.sheet)
        return tl::make_unexpected(
            Complaints{{file, 0, "", "", "A sheet that is read by a layout is not a complete table.",
                        "Leave out --replaces: what the sheet does not mention stays."}});
    std::vector<AskedWithdrawal> rows =
        missing_rows(all, reading, reason.empty() ? "Not in " + file + ", which is complete" : reason);
    std::vector<std::string> figures;
    for (const AskedWithdrawal& row : rows)
        if (row.table == "returns") figures.push_back(shown_key(row.words));
    if (figures.empty() || !reason.empty()) return rows;
    const std::size_t count = figures.size();
    if (count > rows_named)
        figures.resize(rows_named), figures.push_back("… and " + std::to_string(count - rows_named) + " more");
    return tl::make_unexpected(Complaints{
        {file, 0, "", "",
         "It lacks " + plural(count, "figure", "figures") + " that the store has: " + join(figures, ", ") + ".",
         "Say why they are withdrawn, with --reason; or leave out --replaces, and they stay."}});
}

tl::expected<Reading, Complaints> read(Store& store, const Content& known, const std::filesystem::path& source,
                                       Instant now, BadRows bad_rows, const SheetWish& wish,
                                       const FurtherWish& further) {
    auto first = read_source(source, known, bad_rows, now.date(), wish);
    if (!first) return tl::make_unexpected(std::move(first.error()));
    const bool is_complete = further.missing == FurtherWish::Missing::withdrawn;
    if (first->withdrawals.empty() && !is_complete) return Reading{*std::move(first), {}, {}};
    Content all = store.read();
    all.settings = known.settings;
    std::vector<std::string> gone;
    if (is_complete) {
        auto missing = missing_from(*first, all, source.filename().string(), std::string(trim(further.reason)));
        if (!missing) return tl::make_unexpected(std::move(missing.error()));
        for (const AskedWithdrawal& row : *missing) gone.push_back(named(row));
        std::ranges::move(*missing, std::back_inserter(first->withdrawals));
        if (first->withdrawals.empty()) return Reading{*std::move(first), {}, {}};
    }
    auto made = withdrawing(all, store.settings_text(), first->withdrawals);
    if (!made) return tl::make_unexpected(std::move(made.error()));
    if (Complaints both = handed_in_as_well(first->content, first->withdrawals); !both.empty())
        return tl::make_unexpected(std::move(both));
    auto second = made->rest ? read_source(source, *made->rest, bad_rows, now.date(), wish) : std::move(first);
    if (!second) return tl::make_unexpected(std::move(second.error()));
    std::vector<FigureChange> without = changes_without(all, *made, now);
    return Reading{*std::move(second), *std::move(made), std::move(without), std::move(gone)};
}

// The cells of rows that the store does not have, and those of figures.
std::vector<CellChange> new_rows(Store& store, const Content& known, const Content& given) {
    std::vector<CellChange> cells = cells_of_new_rows(known, given);
    if (given.returns.empty()) return cells;
    Content all = store.read();
    all.settings = given.settings.area.empty() ? known.settings : given.settings;
    std::ranges::move(changes_of_returns(all, given), std::back_inserter(cells));
    return cells;
}

SourceOutcome import_source(Store& store, const Actor& actor, const std::filesystem::path& source, Instant now,
                            DryRun dry_run, BadRows bad_rows, const SheetWish& wish, const FurtherWish& further) {
    const std::int64_t generation = store.generation();
    const Content known = known_to(store);
    SheetWish comparing = wish;
    comparing.stored = [&store] { return std::move(store.read().returns); };
    auto read_in = read(store, known, source, now, bad_rows, comparing, further);
    if (!read_in) return {source, tl::unexpected(std::move(read_in.error()))};
    SourceReading* reading = &read_in->source;
    if (reading->settings_text)
        if (Complaints complaints = another_council(known.settings, reading->content.settings); !complaints.empty())
            return {source, tl::unexpected(std::move(complaints))};
    name_source(source, reading->returns_sha256, reading->content.returns);
    const auto kept = kept_tolerances(known, reading->content,
                                      reading->settings_text ? &reading->content.settings : nullptr, store.today());
    reading->content.tolerances.insert(reading->content.tolerances.end(), kept.begin(), kept.end());
    const std::string settings = reading->settings_text.value_or("");
    std::vector<CellChange> cells = changes_between(known, reading->content);
    if (reading->settings_text)
        std::ranges::move(changes_of_settings(store.settings_text(), settings), std::back_inserter(cells));
    std::vector<CellChange> added;
    if (further.cells == FurtherWish::Cells::of_all_rows) added = new_rows(store, known, reading->content);
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
    act.reason = trim(further.reason);
    if (reading->files.size() == 1) act.sha256 = reading->returns_sha256;
    if (reading->sheet) act.layout = reading->sheet->layout;
    const Store::Further also{std::move(read_in->withdrawn.rows), one_council(reading->content.settings)};
    ImportOutcome outcome = dry_run == DryRun::yes ? store.try_import(reading->content, settings, act, also)
                                                   : store.import(reading->content, settings, act, also);
    if (is_convertible(source) && !reading->sheet)
        notes.push_back(source.filename().string() + " was converted by LibreOffice before it was read.");
    return {source,
            std::move(outcome),
            std::move(reading->left_out),
            reading->rows_left_out,
            reading->content.settings,
            std::move(cells),
            std::move(figures),
            std::move(notes),
            reading->sheet,
            std::move(read_in->gone),
            std::move(added)};
}

} // namespace

std::vector<SourceOutcome> import_sources(Desk& desk, const Actor& actor,
                                          const std::vector<std::filesystem::path>& sources, DryRun dry_run,
                                          BadRows bad_rows, const SheetWish& wish, const FurtherWish& further) {
    ask_permission(actor, "import");
    std::vector<SourceOutcome> outcomes;
    for (const std::filesystem::path& source : sources)
        outcomes.push_back(import_source(store_of(desk), actor, source, desk.now(), dry_run, bad_rows, wish, further));
    return outcomes;
}

} // namespace qd::inline acts
