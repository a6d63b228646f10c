#include "acts/import.hpp"

#include "acts/inside.hpp"
#include "acts/permission.hpp"
#include "acts/tolerance_history.hpp"
#include "exchange/folder.hpp"

#include <algorithm>
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
             .message = "is another council than the store's, " + here.name + " (" + here.area.text() + ").",
             .remedy = "Give it a store of its own: quarterday --store FILE init"}};
}

// What was handed in just now is from this file, if it does not say where it is from; history that is carried over has its own
// source. (A return with known_at is told apart by all that it says: it must not become another by what else is in the file.)
void name_source(const std::string& hash, std::vector<Return>& returns) {
    if (hash.empty()) return;
    for (Return& each : returns)
        if (!each.known_at && each.source_sha256.empty()) each.source_sha256 = hash;
}

SourceOutcome import_source(Store& store, const std::filesystem::path& source, Instant now, DryRun dry_run,
                            BadRows bad_rows) {
    const Content known = known_to(store);
    auto reading = read_source(source, known, bad_rows, now.date());
    if (!reading) return {source, tl::unexpected(std::move(reading.error()))};
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
    ImportOutcome outcome = dry_run == DryRun::yes
                                ? store.try_import(reading->content, settings, source.string())
                                : store.import(reading->content, settings, source.string(), reading->rows_left_out);
    return {source,
            std::move(outcome),
            std::move(reading->left_out),
            reading->rows_left_out,
            reading->content.settings,
            std::move(cells),
            std::move(figures),
            told(kept)};
}

} // namespace

std::vector<SourceOutcome> import_sources(Desk& desk, const Actor& actor,
                                          const std::vector<std::filesystem::path>& sources, DryRun dry_run,
                                          BadRows bad_rows) {
    ask_permission(actor, "import");
    std::vector<SourceOutcome> outcomes;
    for (const std::filesystem::path& source : sources)
        outcomes.push_back(import_source(store_of(desk), source, desk.now(), dry_run, bad_rows));
    return outcomes;
}

} // namespace qd::inline acts
