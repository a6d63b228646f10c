#include "cli/import_changes.hpp"

#include "base/text.hpp"
#include "cli/table.hpp"
#include "views/snapshot.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace qd::cli {
namespace {

constexpr std::size_t value_length = 60; // characters of a value that is shown

struct ImportTold {
    bool is_cleared = false;
    std::string line;
};

std::string quoted(const std::string& value) {
    if (value.empty()) return "(empty)";
    const std::string line = replace_all(value, "\n", " ");
    return "“" + shorten(line, value_length) + "”";
}

ImportTold told(const CellChange& change) {
    return {change.is_cleared(), replace_all(change.table, "_", " ") + " " + change.row + ", " + change.field + ": " +
                                     quoted(change.before) + " → " + quoted(change.after)};
}

std::string told_status(const FigureChange& change) {
    if (change.status_before.empty() && change.status_after.empty()) return "";
    if (change.status_before == change.status_after) return ", still " + change.status_after;
    const auto word = [](const std::string& status) { return status.empty() ? std::string("not rated") : status; };
    return ", " + word(change.status_before) + " → " + word(change.status_after);
}

ImportTold told(const FigureChange& change, const Settings& settings) {
    const std::string where = change.area == settings.area || change.area.empty() ? "" : ", " + change.area.text();
    const std::string numbers = change.before == change.after ? change.after : change.before + " → " + change.after;
    return {change.is_cleared, change.measure.text() + " " + settings.calendar.label(change.period) + where + ": " +
                                   numbers + told_status(change)};
}

} // namespace

void tell_withdrawn(Call& call, const WithdrawOutcome& outcome) {
    for (const CellChange& cell : outcome.cells)
        call.out << wrap("  " + replace_all(cell.field, "_", " ") + ": " + quoted(cell.before), call.width, "    ")
                 << "\n";
    if (outcome.figures.empty()) {
        call.out << "No figure or status changes.\n";
        return;
    }
    call.out << "Effect on figures:\n";
    for (const FigureChange& change : outcome.figures)
        call.out << wrap("  " + told(change, outcome.settings).line, call.width, "    ") << "\n";
}

void tell_changes(Call& call, const SourceOutcome& source, std::size_t most) {
    std::vector<ImportTold> lines;
    for (const CellChange& change : source.cells) lines.push_back(told(change));
    for (const FigureChange& change : source.figures.changes) lines.push_back(told(change, source.settings));
    if (!source.figures.was_looked_at)
        call.out << "\n"
                 << wrap("  There are too many figures (" +
                             print_grouped(Decimal(static_cast<int>(source.figures.figures)), 0) +
                             ") to show what each was before. To see how a measure has changed: "
                             "quarterday measure CODE",
                         call.width, "  ")
                 << "\n";
    if (source.figures.unjudged_series > 0)
        call.out << "\n"
                 << wrap("  The figures change for " +
                             print_grouped(Decimal(static_cast<int>(source.figures.unjudged_series)), 0) +
                             " measures in areas, too many to check for changes of status: at most " +
                             std::to_string(FigureChanges::most_series) +
                             " are checked. To see the statuses: quarterday scorecard --area AREA",
                         call.width, "  ")
                 << "\n";
    if (lines.empty()) return;
    std::ranges::stable_sort(lines, {}, [](const ImportTold& line) { return line.is_cleared ? 0 : 1; });
    call.out << "\n  Before and after:\n";
    for (std::size_t i = 0; i < std::min(lines.size(), most); ++i)
        call.out << wrap("    " + lines[i].line, call.width, "      ") << "\n";
    if (lines.size() > most)
        call.out << "    … and " << print_grouped(Decimal(static_cast<int>(lines.size() - most)), 0)
                 << " more. To see them all, use --dry-run before importing\n";
}

} // namespace qd::cli
