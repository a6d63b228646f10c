#include "base/text.hpp"
#include "exchange/row_keys.hpp"
#include "exchange/withdrawing.hpp"

#include <algorithm>
#include <map>

namespace qd::inline exchange {
namespace {

// What a table passes on of its rows, and what it keeps.
class Sieve {
public:
    Sieve(const Table& table, std::vector<AskedWithdrawal>& noted, ComplaintBook& complaints)
        : table_(table), noted_(noted), complaints_(complaints) {
        const std::vector<TextKind> kinds = text_kinds();
        const auto kind = std::ranges::find(kinds, table.name(), &TextKind::name);
        if (kind != kinds.end()) keys_ = kind->keys;
    }

    void take(std::size_t number, std::span<const std::string_view> cells, const OnRow& on_row) {
        if (!has_heading_) {
            has_heading_ = true;
            for (const std::string_view cell : cells) heading_.emplace_back(trim(cell));
            at_ = static_cast<std::size_t>(std::ranges::find(heading_, withdrawn_column) - heading_.begin());
        } else if (at_ < cells.size() && !trim(cells[at_]).empty()) {
            return note(number, cells);
        }
        if (at_ >= cells.size()) return on_row(number, cells);
        std::vector<std::string_view> others(cells.begin(), cells.end());
        others[at_] = {}; // the others stay in their columns
        on_row(number, others);
    }

private:
    void note(std::size_t number, std::span<const std::string_view> cells) {
        AskedWithdrawal asked{table_.name(), {}, std::string(trim(cells[at_])), table_.place(), number};
        for (const TextKind::Key& key : keys_) {
            const auto at = static_cast<std::size_t>(std::ranges::find(heading_, key.column) - heading_.begin());
            asked.words.emplace_back(at < cells.size() ? trim(cells[at]) : std::string_view());
            if (!asked.words.back().empty() || key.may_be_empty) continue;
            return complaints_.add({table_.place(), number, key.column, "", "The cell is empty.",
                                    "Fill it in: it says which row is withdrawn."});
        }
        noted_.push_back(std::move(asked));
    }

    const Table& table_;
    std::vector<AskedWithdrawal>& noted_;
    ComplaintBook& complaints_;
    std::vector<TextKind::Key> keys_;
    bool has_heading_ = false;
    std::vector<std::string> heading_;
    std::size_t at_ = 0;
};

} // namespace

Table without_withdrawn(const Table& table, std::vector<AskedWithdrawal>& noted, ComplaintBook& complaints) {
    if (table.csv()) { // a large one is read in pieces where it has no such column
        const std::string_view heading = table.csv()->substr(0, csv_line_length(*table.csv()));
        if (heading.find(withdrawn_column) == std::string_view::npos) return table;
    }
    Table sifted(table.name(), table.place(), [table, &noted, &complaints](const OnRow& on_row) {
        Sieve sieve(table, noted, complaints);
        return table.each_row(
            [&](std::size_t number, std::span<const std::string_view> cells) { sieve.take(number, cells, on_row); });
    });
    sifted.on_sheet(table.sheet());
    return sifted;
}

Complaints handed_in_as_well(const Content& given, const std::vector<AskedWithdrawal>& asked) {
    Complaints complaints;
    const std::vector<SourceFile> files = to_files(given, "");
    std::map<std::string, TextTable> tables;
    for (const TextKind& kind : text_kinds()) tables.emplace(kind.name, text_table(files, kind));
    for (const AskedWithdrawal& each : asked) {
        const TextTable& table = tables.at(each.table);
        if (std::ranges::none_of(table.rows, [&](const TextTable::Row& row) {
                return names_key(each.words, table.kind.keys, row.key, given.settings.area);
            }))
            continue;
        complaints.push_back({each.file, each.row, std::string(withdrawn_column), shown_key(each.words),
                              "is handed in as well.", "Either withdraw the row, or hand it in."});
    }
    return complaints;
}

} // namespace qd::inline exchange
