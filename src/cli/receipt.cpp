#include "cli/receipt.hpp"

#include "base/text.hpp"
#include "cli/table.hpp"
#include "exchange/csv.hpp"
#include "views/ledger.hpp"

#include <algorithm>

namespace qd::cli {
namespace {

std::string grouped(std::size_t number) { return print_grouped(Decimal(static_cast<int>(number)), 0); }
std::string count(std::size_t number) { return number == 0 ? "-" : grouped(number); }

ImportOutcome::Line sum_of(const std::vector<ImportOutcome::Line>& lines) {
    ImportOutcome::Line sum;
    for (const ImportOutcome::Line& line : lines) {
        sum.added += line.added;
        sum.changed += line.changed;
        sum.same += line.same;
        sum.withdrawn += line.withdrawn;
        sum.hand_ins += line.hand_ins;
    }
    return sum;
}

void print_brought(Call& call, const std::vector<ImportOutcome::Line>& brought) {
    if (brought.empty()) return;
    TextTable table({{"  TABLE"},
                     {"ROWS", Align::right},
                     {"HAND-INS", Align::right},
                     {"NEW", Align::right},
                     {"CHANGED", Align::right},
                     {"THE SAME", Align::right},
                     {"WITHDRAWN", Align::right}});
    for (const ImportOutcome::Line& line : brought)
        table.add({"  " + replace_all(line.table, "_", " "), count(line.rows()), count(line.hand_ins),
                   count(line.added), count(line.changed), count(line.same), count(line.withdrawn)});
    call.out << "\n" << table.print(call.width);
}

} // namespace

void tell_act(Call& call, const Act& act, const std::vector<Act>& about) {
    const auto line = [&](const char* term, const std::string& text) {
        if (!text.empty()) call.out << wrap("  " + std::string(term) + text, call.width, "            ") << "\n";
    };
    call.out << (act.kind == "import" ? "Receipt " : "Act ") << act.number << "\n";
    line("What      ", act.kind);
    line("When      ", print(act.at));
    line("Who       ", who(act.actor));
    line("About     ", act.subject);
    line("From      ", act.source);
    line("SHA-256   ", act.sha256);
    line("Layout    ", act.layout);
    line("Reason    ", act.reason);
    if (act.left_out > 0)
        line("Left out  ", plural(static_cast<std::size_t>(act.left_out), "row", "rows") + " with complaints");
    print_brought(call, act.brought);
    bool is_undone = false;
    for (const Act& other : about) {
        is_undone = is_undone || other.kind == "undo";
        call.out << "\n"
                 << wrap("Act " + std::to_string(other.number) + ", " + print(other.at) + ", " + who(other.actor) +
                             ": " + other.kind + (other.reason.empty() ? "" : ": " + other.reason),
                         call.width, "  ")
                 << "\n";
    }
    if (!is_undone && act.kind != "issue" && act.kind != "publish")
        call.out << "\nTo undo it: quarterday undo " << act.number << "\n";
}

void tell_receipt(Call& call, const SourceOutcome& source) {
    if (!source.outcome || source.outcome->receipt == 0) return;
    const ImportOutcome::Line sum = sum_of(source.outcome->lines);
    const std::string number = std::to_string(source.outcome->receipt);
    std::vector<std::string> parts;
    const auto add = [&](std::size_t of_them, const char* what) {
        if (of_them > 0) parts.push_back(grouped(of_them) + " " + what);
    };
    add(sum.added, "new"), add(sum.changed, "changed"), add(sum.same, "the same"), add(sum.withdrawn, "withdrawn");
    add(source.rows_left_out, "left out");
    call.out << "\n"
             << wrap("Receipt " + number + ": " + plural(sum.rows() + source.rows_left_out, "row", "rows") +
                         (sum.hand_ins == 0 ? "" : ", " + plural(sum.hand_ins, "hand-in", "hand-ins")) + "; " +
                         join(parts, ", ") + ". To see it: quarterday history act:" + number +
                         ". To undo it: quarterday undo " + number,
                     call.width, "  ")
             << "\n";
}

std::string changes_as_csv(const std::vector<SourceOutcome>& outcomes) {
    CsvRows rows{{"table", "row", "field", "old", "new"}};
    for (const SourceOutcome& source : outcomes) {
        if (!source.outcome) continue;
        for (const auto* changes : {&source.cells, &source.new_rows})
            for (const CellChange& change : *changes)
                rows.push_back({change.table, change.row, change.field, change.before, change.after});
    }
    return write_csv(rows);
}

} // namespace qd::cli
