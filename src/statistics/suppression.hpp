#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace qd::inline statistics {

// One total and what it is the sum of, as indices into the cells of a table.
struct TotalLine {
    std::size_t total = 0;
    std::vector<std::size_t> parts;
};

// Counts of people or cases that are published together, totals among them. Lines say which of them add up to which: rows,
// columns, areas within areas, quarters within a year. A line that does not add up is Error(request).
struct CountTable {
    std::vector<std::int64_t> counts; // never negative, each below 2^40
    std::vector<TotalLine> lines;
};

// rows × columns counts, row by row, with the totals added: cell (r, c) is at r × (columns + 1) + c, totals at the last
// column and row. `row_parents` gives, for each row, the row it is part of (areas within areas; the parent's own counts
// are then given as a row, and the grand total is of rows without a parent); empty = no row is part of another.
CountTable cross_table(const std::vector<std::vector<std::int64_t>>& counts,
                       const std::vector<std::optional<std::size_t>>& row_parents = {});

enum class Zeros { shown, hidden };

// What is too small to be shown: 1 to threshold − 1, and 0 too where zeros are hidden.
struct SuppressionRule {
    std::int64_t threshold = 5;
    Zeros zeros = Zeros::shown;

    bool hides(std::int64_t count) const {
        return count == 0 ? zeros == Zeros::hidden && threshold > 0 : count > 0 && count < threshold;
    }
};

// One flag a cell.
using Hidden = std::vector<bool>;

// The cells that the rule hides by their own size.
Hidden primary_suppression(const CountTable& table, const SuppressionRule& rule);

// The hidden cells that can be worked out exactly from the shown ones by adding and subtracting lines: those whose indicator is
// in the row space of the lines over the hidden cells. Gauss-Jordan elimination in exact fractions; if a fraction exceeds 64
// bits, its cell counts as worked out. Source of the criterion: Hundepool et al., Statistical Disclosure Control (2012), 4.3.
std::vector<std::size_t> recoverable_cells(const CountTable& table, const Hidden& hidden);

// The least and most that a hidden cell can be, for somebody who sees the shown cells and knows that counts are never negative.
// Exact linear programme (two-phase simplex, Bland's rule); bounds are rounded inwards to whole counts. For tables of rows and
// columns both ends are reached by some table; elsewhere the true bounds may be further inside.
struct Bounds {
    std::int64_t least = 0;
    std::optional<std::int64_t> most; // absent = no bound

    bool is_exact() const { return most == least; }
};
Bounds bounds_of(const CountTable& table, const Hidden& hidden, std::size_t cell);

// Primary suppression, then on every line with exactly one hidden cell the smallest companion that is not zero (a total only
// where no other is left), then the audit: while a hidden cell can be worked out, exactly or because counts are never
// negative, the smallest shown cell that prevents it. The result withstands both audits, at the latest with all cells hidden;
// a table so small that its lines cannot keep a secret loses its totals too.
Hidden suppress(const CountTable& table, const SuppressionRule& rule);
// The same for cells that are hidden for whatever reason.
Hidden suppress(const CountTable& table, const Hidden& primary);

// To the nearest multiple of the base, halves up; 0 stays a true 0.
std::int64_t rounded_to_base(std::int64_t count, std::int64_t base);

} // namespace qd::inline statistics
