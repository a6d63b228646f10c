#include "statistics/suppression.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace qd {
namespace {

using Indices = std::vector<std::size_t>;

std::vector<std::size_t> cells_of(const Hidden& hidden) {
    std::vector<std::size_t> cells;
    for (std::size_t i = 0; i < hidden.size(); ++i)
        if (hidden[i]) cells.push_back(i);
    return cells;
}

Hidden hiding(const CountTable& table, const std::vector<std::size_t>& cells) {
    Hidden hidden(table.counts.size());
    for (const std::size_t cell : cells) hidden[cell] = true;
    return hidden;
}

// A 3, 12 (15); B 20, 7 (27); C 14, 9 (23); 37, 28, 65.
const CountTable three_by_two = cross_table({{3, 12}, {20, 7}, {14, 9}});
constexpr std::size_t a1 = 0, a2 = 1, c1 = 6, c2 = 7;

TEST(CrossTable, AddsTotalsOfRowsAndColumns) {
    EXPECT_EQ(three_by_two.counts, (std::vector<std::int64_t>{3, 12, 15, 20, 7, 27, 14, 9, 23, 37, 28, 65}));
    EXPECT_EQ(three_by_two.lines.size(), 7U) << "three rows, the row of totals, three columns";
}

TEST(CrossTable, AddsAreasWithinAreasOnce) {
    const CountTable table = cross_table({{30}, {10}, {20}, {5}}, {std::nullopt, 0, 0, std::nullopt});
    EXPECT_EQ(table.counts.back(), 35) << "the county and the other district, not the county's districts again";
}

TEST(CrossTable, RefusesWhatDoesNotAddUp) {
    EXPECT_THROW(cross_table({{30}, {10}, {21}}, {std::nullopt, 0, 0}), Error);
    EXPECT_THROW(cross_table({{-1}}), Error);
}

TEST(Suppression, HidesTheLeastThatIsSafe) {
    const Hidden hidden = suppress(three_by_two, SuppressionRule{5});
    EXPECT_EQ(cells_of(hidden), (Indices{a1, a2, c1, c2}));
    EXPECT_EQ(recoverable_cells(three_by_two, hidden), Indices{});
    const Bounds bounds = bounds_of(three_by_two, hidden, a1);
    EXPECT_EQ(bounds.least, 0);
    EXPECT_EQ(bounds.most, 15);
}

TEST(Suppression, ThreeHiddenCellsDoNotKeepTheSecret) {
    const Hidden hidden = hiding(three_by_two, {a1, a2, c1});
    EXPECT_EQ(recoverable_cells(three_by_two, hidden), (Indices{a1, a2, c1})) << "C1 = 23 - 9, so A1 = 37 - 20 - 14";
    EXPECT_TRUE(bounds_of(three_by_two, hidden, a1).is_exact());
}

TEST(Suppression, PrimaryTakesOneToFour) {
    const CountTable table = cross_table({{0, 1, 4, 5}});
    EXPECT_EQ(cells_of(primary_suppression(table, {5})), (Indices{1, 2, 6, 7}));
    EXPECT_EQ(cells_of(primary_suppression(table, {5, Zeros::hidden})), (Indices{0, 1, 2, 5, 6, 7}));
    EXPECT_EQ(cells_of(primary_suppression(table, {0, Zeros::hidden})), Indices{});
}

TEST(Suppression, PupilsOfAPaperPassFiveAndNotTen) {
    const CountTable table = cross_table({{6, 8, 11, 68}});
    EXPECT_EQ(cells_of(suppress(table, SuppressionRule{5})), Indices{});
    EXPECT_EQ(cells_of(primary_suppression(table, {10})), (Indices{0, 1, 5, 6}));
}

// Rows 1 and 2 less columns 1 and 2: every line has two hidden cells, and yet one of them can be worked out.
TEST(Suppression, FindsWhatOnlyBlocksOfLinesDisclose) {
    const CountTable table =
        cross_table({{20, 50, 10, 22, 31}, {8, 19, 47, 12, 25}, {17, 32, 12, 9, 40}, {18, 33, 40, 11, 14}});
    const auto at = [](std::size_t row, std::size_t column) { return row * 6 + column; };
    // In the block of rows 1, 2 and columns 1, 2 all four are hidden; in rows 3, 4 and columns 3, 4, too; (2, 3) joins them.
    const Hidden hidden =
        hiding(table, {at(0, 0), at(0, 1), at(1, 0), at(1, 1), at(2, 2), at(2, 3), at(3, 2), at(3, 3), at(1, 2)});
    EXPECT_EQ(recoverable_cells(table, hidden), (Indices{at(1, 2)}));
}

TEST(Suppression, LargeTableWithBlocksIsMadeSafe) {
    const CountTable table =
        cross_table({{20, 50, 10, 22, 31}, {8, 19, 3, 12, 25}, {17, 32, 12, 9, 40}, {18, 33, 40, 2, 14}});
    EXPECT_EQ(recoverable_cells(table, suppress(table, SuppressionRule{5})), Indices{});
}

TEST(Suppression, AreasWithinAreasAreMoreLinesToProtect) {
    // A nation of two counties; the first has three districts, one of them small.
    const CountTable table =
        cross_table({{30, 41}, {3, 11}, {17, 10}, {10, 20}, {55, 60}}, {std::nullopt, 0, 0, 0, std::nullopt});
    const Hidden hidden = suppress(table, SuppressionRule{5});
    EXPECT_TRUE(hidden[3]);
    EXPECT_FALSE(hidden[0]) << "the county's own total need not go";
    EXPECT_EQ(recoverable_cells(table, hidden), Indices{});
    EXPECT_GE(cells_of(hidden).size(), 4U);
}

TEST(Suppression, ALineOfZerosGivesUpItsTotal) {
    const CountTable table = cross_table({{3, 0}, {0, 40}});
    const Hidden hidden = suppress(table, SuppressionRule{5});
    EXPECT_TRUE(hidden[0]);
    for (const std::size_t cell : cells_of(hidden)) EXPECT_FALSE(bounds_of(table, hidden, cell).is_exact()) << cell;
}

// A figure whose only companions are zero is not hidden by hiding zeros: 0 + 0 = 0 reveals both.
TEST(Suppression, HiddenZerosThatAddUpToZeroAreNoSecret) {
    const CountTable table = cross_table({{0, 0, 7}, {9, 8, 6}});
    const Hidden hidden = suppress(table, SuppressionRule{5, Zeros::hidden});
    for (const std::size_t cell : cells_of(hidden)) EXPECT_FALSE(bounds_of(table, hidden, cell).is_exact()) << cell;
}

TEST(Rounding, GoesToTheNearestMultiple) {
    EXPECT_EQ(rounded_to_base(0, 5), 0);
    EXPECT_EQ(rounded_to_base(7, 5), 5);
    EXPECT_EQ(rounded_to_base(8, 5), 10);
    EXPECT_EQ(rounded_to_base(15, 10), 20) << "halves up";
    EXPECT_EQ(rounded_to_base(14, 10), 10);
    EXPECT_EQ(rounded_to_base(93, 1), 93);
}

// All tables of whole, non-negative counts that agree with what is shown, tried one by one.
class EveryTable {
public:
    EveryTable(const CountTable& table, const Hidden& hidden) : table_(table), hidden_(hidden), counts_(table.counts) {
        for (std::size_t cell = 0; cell < hidden.size(); ++cell)
            if (hidden[cell]) cells_.push_back(cell);
        found_.resize(table.counts.size());
        for (auto& each : found_) each = {-1, -1};
        try_from(0);
    }
    bool has_two_values(std::size_t cell) const { return found_[cell].first != found_[cell].second; }

private:
    // A line with nothing undecided left has to add up; one with something has at least to leave room.
    bool fits(std::size_t decided) const {
        for (const TotalLine& line : table_.lines) {
            std::int64_t sum = 0;
            bool is_open = false, is_total_open = false;
            for (const std::size_t part : line.parts) {
                if (is_undecided(part, decided))
                    is_open = true;
                else
                    sum += counts_[part];
            }
            is_total_open = is_undecided(line.total, decided);
            if (is_total_open) continue;
            if (is_open ? sum > counts_[line.total] : sum != counts_[line.total]) return false;
        }
        return true;
    }
    bool is_undecided(std::size_t cell, std::size_t decided) const {
        return hidden_[cell] &&
               std::find(cells_.begin() + static_cast<std::ptrdiff_t>(decided), cells_.end(), cell) != cells_.end();
    }
    void try_from(std::size_t next) {
        if (!fits(next)) return;
        if (next == cells_.size()) {
            for (const std::size_t cell : cells_) {
                auto& [first, other] = found_[cell];
                if (first < 0) first = other = counts_[cell];
                if (counts_[cell] != first) other = counts_[cell];
            }
            return;
        }
        const std::int64_t most = std::ranges::max(table_.counts) + 1; // enough to show a second value of each
        for (std::int64_t count = 0; count <= most; ++count) {
            counts_[cells_[next]] = count;
            try_from(next + 1);
        }
        counts_[cells_[next]] = table_.counts[cells_[next]];
    }

    const CountTable& table_;
    const Hidden& hidden_;
    std::vector<std::int64_t> counts_;
    std::vector<std::size_t> cells_;
    std::vector<std::pair<std::int64_t, std::int64_t>> found_;
};

TEST(Suppression, EveryHiddenCellCouldBeAnotherCount) {
    std::mt19937 random(20130331);
    const auto pick = [&](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
    int tried = 0;
    for (int i = 0; i < 400; ++i) {
        const int rows = pick(1, 3), columns = pick(1, 3);
        std::vector<std::vector<std::int64_t>> counts(static_cast<std::size_t>(rows));
        for (auto& row : counts)
            for (int column = 0; column < columns; ++column) row.push_back(pick(0, 3) == 0 ? 0 : pick(1, 6));
        const CountTable table = cross_table(counts);
        const Hidden hidden = suppress(table, SuppressionRule{pick(2, 4), pick(0, 1) ? Zeros::hidden : Zeros::shown});
        const auto cells = cells_of(hidden);
        if (cells.size() > 8) continue; // too many tables to try them all
        ++tried;
        const EveryTable every(table, hidden);
        for (const std::size_t cell : cells)
            EXPECT_TRUE(every.has_two_values(cell)) << "table " << i << ", cell " << cell;
    }
    EXPECT_GT(tried, 150);
}

} // namespace
} // namespace qd
