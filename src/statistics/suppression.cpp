#include "statistics/suppression.hpp"

#include "base/error.hpp"
#include "statistics/suppression_audit.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace qd::inline statistics {
namespace {

constexpr std::int64_t too_large = std::int64_t{1} << 40;

void refuse_what_does_not_add_up(const CountTable& table) {
    for (const std::int64_t count : table.counts)
        if (count < 0 || count >= too_large)
            throw Error(Fault::request, fmt::format("A table of counts has {}: only counts of 0 and more, below "
                                                    "1,099,511,627,776, can be protected.",
                                                    count));
    for (const TotalLine& line : table.lines) {
        std::int64_t sum = 0;
        for (const std::size_t part : line.parts) sum += table.counts[part];
        if (sum != table.counts[line.total])
            throw Error(Fault::request, fmt::format("A total is {}, but its parts add up to {}: correct the table.",
                                                    table.counts[line.total], sum));
    }
}

// In which order shown cells are given up: cells before totals before zeros, smaller ones first.
class Price {
public:
    explicit Price(const CountTable& table) : table_(table), is_total_(table.counts.size()) {
        for (const TotalLine& line : table.lines) is_total_[line.total] = true;
    }
    auto operator()(std::size_t cell) const {
        const int kind = table_.counts[cell] == 0 ? 2 : is_total_[cell] ? 1 : 0;
        return std::tuple(kind, table_.counts[cell], cell);
    }

private:
    const CountTable& table_;
    std::vector<bool> is_total_;
};

std::vector<std::size_t> cells_of(const TotalLine& line) {
    std::vector<std::size_t> cells = line.parts;
    cells.push_back(line.total);
    return cells;
}

// On the first line with exactly one hidden cell, the cheapest companion; false if there is no such line.
bool hide_a_companion(const CountTable& table, const Price& price, Hidden& hidden) {
    for (const TotalLine& line : table.lines) {
        std::vector<std::size_t> shown = cells_of(line);
        const auto hidden_here = std::erase_if(shown, [&](std::size_t cell) { return hidden[cell]; });
        if (hidden_here != 1 || shown.empty()) continue;
        hidden[std::ranges::min(shown, {}, price)] = true;
        return true;
    }
    return false;
}

bool is_safe(const CountTable& table, const Hidden& hidden, std::size_t cell) {
    for (const HiddenBlock& block : hidden_blocks(table, hidden)) {
        const auto found = std::ranges::find(block.cells, cell);
        if (found != block.cells.end())
            return is_protected(table, block, static_cast<std::size_t>(found - block.cells.begin()));
    }
    return true;
}

// The shown cells on lines with any hidden cell, cheapest first: what may help to protect one.
std::vector<std::size_t> candidates(const CountTable& table, const Price& price, const Hidden& hidden) {
    std::vector<std::size_t> found;
    for (const TotalLine& line : table.lines) {
        const std::vector<std::size_t> cells = cells_of(line);
        if (std::ranges::none_of(cells, [&](std::size_t cell) { return hidden[cell]; })) continue;
        std::ranges::copy_if(cells, std::back_inserter(found), [&](std::size_t cell) { return !hidden[cell]; });
    }
    std::ranges::sort(found, {}, price);
    const auto again = std::ranges::unique(found);
    found.erase(again.begin(), again.end());
    return found;
}

// The cheapest cell that alone protects it; where none does, the cheapest of all, and one will be looked for again.
void protect(const CountTable& table, const Price& price, Hidden& hidden, std::size_t cell) {
    const std::vector<std::size_t> possible = candidates(table, price, hidden);
    for (const std::size_t each : possible) {
        hidden[each] = true;
        if (is_safe(table, hidden, cell)) return;
        hidden[each] = false;
    }
    if (!possible.empty()) hidden[possible.front()] = true;
}

bool can_give_up_more(const CountTable& table, const Hidden& hidden) {
    return std::ranges::any_of(table.lines, [&](const TotalLine& line) {
        const auto cells = cells_of(line);
        return std::ranges::any_of(cells, [&](std::size_t cell) { return hidden[cell]; }) &&
               std::ranges::any_of(cells, [&](std::size_t cell) { return !hidden[cell]; });
    });
}

// Shows again what need not be hidden, dearest first. Only for tables of a size that people read: each try is an audit.
void show_what_can_be(const CountTable& table, const Price& price, const Hidden& primary, Hidden& hidden) {
    constexpr auto most = 256;
    std::vector<std::size_t> secondary;
    for (std::size_t cell = 0; cell < hidden.size(); ++cell)
        if (hidden[cell] && !primary[cell]) secondary.push_back(cell);
    if (std::ranges::count(hidden, true) > most) return;
    std::ranges::sort(secondary, std::ranges::greater{}, price);
    for (const std::size_t cell : secondary) {
        hidden[cell] = false;
        if (!unprotected_cells(table, hidden).empty()) hidden[cell] = true;
    }
}

} // namespace

CountTable cross_table(const std::vector<std::vector<std::int64_t>>& counts,
                       const std::vector<std::optional<std::size_t>>& row_parents) {
    const std::size_t rows = counts.size(), columns = rows == 0 ? 0 : counts.front().size();
    const auto at = [columns](std::size_t row, std::size_t column) { return row * (columns + 1) + column; };
    const auto parent_of = [&](std::size_t row) { return row < row_parents.size() ? row_parents[row] : std::nullopt; };
    CountTable table;
    table.counts.resize((rows + 1) * (columns + 1));
    for (std::size_t row = 0; row < rows; ++row) {
        TotalLine across{at(row, columns), {}};
        for (std::size_t column = 0; column < columns; ++column) {
            table.counts[at(row, column)] = counts[row].at(column);
            table.counts[across.total] += counts[row][column];
            across.parts.push_back(at(row, column));
        }
        table.lines.push_back(std::move(across));
    }
    TotalLine bottom{at(rows, columns), {}};
    for (std::size_t column = 0; column < columns; ++column) bottom.parts.push_back(at(rows, column));
    table.lines.push_back(std::move(bottom));
    for (std::size_t column = 0; column <= columns; ++column) {
        std::vector<TotalLine> down(rows + 1);
        for (std::size_t row = 0; row < rows; ++row)
            down[parent_of(row).value_or(rows)].parts.push_back(at(row, column));
        for (std::size_t row = 0; row <= rows; ++row) {
            down[row].total = at(row, column);
            if (!down[row].parts.empty()) table.lines.push_back(std::move(down[row]));
        }
        for (std::size_t row = 0; row < rows; ++row)
            if (!parent_of(row)) table.counts[at(rows, column)] += table.counts[at(row, column)];
    }
    refuse_what_does_not_add_up(table);
    return table;
}

Hidden primary_suppression(const CountTable& table, const SuppressionRule& rule) {
    Hidden hidden(table.counts.size());
    for (std::size_t cell = 0; cell < hidden.size(); ++cell) hidden[cell] = rule.hides(table.counts[cell]);
    return hidden;
}

Hidden suppress(const CountTable& table, const SuppressionRule& rule) {
    return suppress(table, primary_suppression(table, rule));
}

Hidden suppress(const CountTable& table, const Hidden& primary) {
    refuse_what_does_not_add_up(table);
    const Price price(table);
    Hidden hidden = primary;
    while (true) {
        while (hide_a_companion(table, price, hidden)) {}
        const std::vector<std::size_t> open = unprotected_cells(table, hidden);
        if (open.empty()) break;
        if (!can_give_up_more(table, hidden)) return hidden;
        protect(table, price, hidden, open.front());
    }
    show_what_can_be(table, price, primary, hidden);
    return hidden;
}

std::int64_t rounded_to_base(std::int64_t count, std::int64_t base) {
    if (base <= 1) return count;
    const std::int64_t size = count < 0 ? -count : count;
    const std::int64_t rounded = (size + base / 2) / base * base; // for an odd base no count is halfway
    return count < 0 ? -rounded : rounded;
}

} // namespace qd::inline statistics
