#include "service/import.hpp"

#include "engine/scorecard.hpp"
#include "exchange/folder.hpp"
#include "service/snapshot.hpp"

namespace qd::inline service {
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

SourceOutcome import_source(Store& store, const std::filesystem::path& source, DryRun dry_run, BadRows bad_rows) {
    const Content known = known_to(store);
    auto reading = read_source(source, known, bad_rows);
    if (!reading) return {source, tl::unexpected(std::move(reading.error()))};
    if (reading->settings_text)
        if (Complaints complaints = another_council(known.settings, reading->content.settings); !complaints.empty())
            return {source, tl::unexpected(std::move(complaints))};
    const std::string settings = reading->settings_text.value_or("");
    ImportOutcome outcome = dry_run == DryRun::yes
                                ? store.try_import(reading->content, settings, source.string())
                                : store.import(reading->content, settings, source.string(), reading->rows_left_out);
    return {source, std::move(outcome), std::move(reading->left_out), reading->rows_left_out};
}

} // namespace

std::vector<SourceOutcome> import_sources(Store& store, const std::vector<std::filesystem::path>& sources,
                                          DryRun dry_run, BadRows bad_rows) {
    std::vector<SourceOutcome> outcomes;
    for (const std::filesystem::path& source : sources)
        outcomes.push_back(import_source(store, source, dry_run, bad_rows));
    return outcomes;
}

void rebuild(Store& store, const Clock& clock) {
    const auto snapshot = Snapshot::read(store);
    if (snapshot->periods().empty()) return store.write_figures({});
    const View view = snapshot->view({}, clock.now());
    store.write_figures(compute_scorecards(snapshot->content(), snapshot->periods(), view.area, view.as_at));
}

} // namespace qd::inline service
