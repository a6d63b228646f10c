#include "acts/tolerance_history.hpp"

#include <algorithm>

namespace qd::inline acts {
namespace {

using Changes = std::vector<ToleranceChange>;

bool speaks_of(const Changes& changes, const MeasureCode& measure) {
    return std::ranges::find(changes, measure, &ToleranceChange::measure) != changes.end();
}

// The last of its changes; null = none.
const ToleranceChange* last_of(const Changes& changes, const MeasureCode& measure) {
    const ToleranceChange* last = nullptr;
    for (const ToleranceChange& change : changes)
        if (change.measure == measure && (!last || last->from <= change.from)) last = &change;
    return last;
}

// `before` and `now` are what measures.csv or council.toml said and says; none = the measure has none of its own.
void keep(Changes& kept, const Content& known, const Content& given, const MeasureCode& measure,
          const std::optional<Tolerance>& before, const std::optional<Tolerance>& now, Date today) {
    if (before == now) return;
    const ToleranceChange* last = last_of(known.tolerances, measure);
    if (last && last->tolerance == now) return; // the change was dated already
    if (!last) kept.push_back({measure, {}, before, {}, {}});
    if (!speaks_of(given.tolerances, measure)) kept.push_back({measure, today, now, {}, {}});
}

std::string words_of(const std::optional<Tolerance>& tolerance) {
    return tolerance ? print(*tolerance) : std::string("the council’s own");
}

} // namespace

std::vector<ToleranceChange> kept_tolerances(const Content& known, const Content& given, const Settings* given_settings,
                                             Date today) {
    Changes kept;
    if (given_settings && !known.settings.area.empty())
        keep(kept, known, given, {}, known.settings.tolerance, given_settings->tolerance, today);
    for (const Measure& measure : given.measures) {
        const Measure* there = find_row(known.measures, measure.code);
        if (there != nullptr) keep(kept, known, given, measure.code, there->tolerance, measure.tolerance, today);
    }
    return kept;
}

std::vector<std::string> told(const std::vector<ToleranceChange>& kept) {
    std::vector<std::string> sentences;
    for (const ToleranceChange& change : kept) {
        if (!change.from) continue;
        const auto before = std::ranges::find_if(
            kept, [&](const ToleranceChange& each) { return each.measure == change.measure && !each.from; });
        const std::string whose =
            change.measure.empty() ? "The council’s tolerance" : change.measure.text() + ": the tolerance";
        sentences.push_back(whose + " is " + words_of(change.tolerance) + " for periods that end on or after " +
                            print_long(*change.from) + "; earlier ones keep " +
                            (before == kept.end() ? "theirs" : words_of(before->tolerance)) +
                            ". To apply it from another day, give that day in tolerances.csv.");
    }
    return sentences;
}

} // namespace qd::inline acts
