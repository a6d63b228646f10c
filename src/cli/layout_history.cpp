#include "cli/layout_history.hpp"

#include "base/text.hpp"
#include "cli/table.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "views/ledger.hpp"

#include <algorithm>

namespace qd::cli {
namespace {

// The lines of one text that the other has not, in order.
std::vector<std::string> lines_missing(const std::string& text, const std::string& other) {
    std::vector<std::string> there = split(other, '\n'), missing;
    for (const std::string& line : split(text, '\n')) {
        if (trim(line).empty()) continue;
        const auto found = std::ranges::find(there, line);
        if (found == there.end())
            missing.push_back(line);
        else
            there.erase(found);
    }
    return missing;
}

void tell_change(Call& call, const std::string& before, const std::string& after) {
    const LayoutText was(before), is(after);
    const std::string plain_was = was.without_seen(), plain_is = is.without_seen();
    if (before.empty()) {
        call.out << wrap("  new: " + plural(split(plain_is, '\n').size() - 1, "line", "lines"), call.width, "    ")
                 << "\n";
    } else {
        for (const std::string& line : lines_missing(plain_was, plain_is)) call.out << "  - " << line << "\n";
        for (const std::string& line : lines_missing(plain_is, plain_was)) call.out << "  + " << line << "\n";
    }
    const std::string file = is.seen_file();
    if (!file.empty() && (file != was.seen_file() || plain_was == plain_is))
        call.out << wrap("  read " + file, call.width, "    ") << "\n";
}

} // namespace

void tell_layout_history(Call& call, const std::string& name) {
    const RowHistory history = Ledger(call.store, call.clock).row({"layouts", name});
    for (const HistoryStep& step : history.steps) {
        call.out << "Act " << step.act.number << ", " << print(step.act.at) << ", " << who(step.act.actor) << ": "
                 << step.act.kind << (step.act.source.empty() ? "" : " " + step.act.source) << "\n";
        if (step.withdrawn) call.out << wrap("  withdrawn: " + *step.withdrawn, call.width, "    ") << "\n";
        for (const HistoryStep::Change& change : step.changes)
            if (change.field == "text") tell_change(call, change.before, change.after);
    }
}

} // namespace qd::cli
