#include "statistics/suppression_audit.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <numeric>

namespace qd::inline statistics {
namespace {

using Row = std::vector<Fraction>;

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

// Which hidden cells hang together: a forest in which each cell points to another of its block.
class Blocks {
public:
    explicit Blocks(std::size_t cells) : leader_(cells) { std::iota(leader_.begin(), leader_.end(), 0); }
    std::size_t of(std::size_t cell) {
        while (leader_[cell] != cell) cell = leader_[cell] = leader_[leader_[cell]];
        return cell;
    }
    void join(std::size_t a, std::size_t b) { leader_[of(a)] = of(b); }

private:
    std::vector<std::size_t> leader_;
};

std::vector<std::size_t> hidden_on(const TotalLine& line, const Hidden& hidden) {
    std::vector<std::size_t> found;
    if (hidden[line.total]) found.push_back(line.total);
    std::ranges::copy_if(line.parts, std::back_inserter(found), [&](std::size_t cell) { return hidden[cell]; });
    return found;
}

// Brings the rows to reduced echelon form; the pivot columns of the rows that are left.
std::vector<std::size_t> eliminate(std::vector<Row>& rows, std::size_t columns) {
    std::vector<std::size_t> pivots;
    for (std::size_t column = 0; column < columns && pivots.size() < rows.size(); ++column) {
        const auto top = rows.begin() + static_cast<std::ptrdiff_t>(pivots.size());
        const auto found = std::find_if(top, rows.end(), [&](const Row& row) { return !row[column].is_zero(); });
        if (found == rows.end()) continue;
        std::swap(*found, *top);
        const Fraction lead = (*top)[column];
        for (Fraction& each : *top) each = each / lead;
        for (Row& row : rows) {
            if (&row == &*top || row[column].is_zero()) continue;
            const Fraction times = row[column];
            for (std::size_t i = column; i < columns; ++i)
                if (!(*top)[i].is_zero()) row[i] = row[i] - times * (*top)[i];
        }
        pivots.push_back(column);
    }
    rows.resize(pivots.size());
    return pivots;
}

// One move for each column without a pivot: that cell by one, and the pivots so that every line still adds up.
std::vector<Row> null_space(std::vector<Row> rows, std::size_t columns) {
    const std::vector<std::size_t> pivots = eliminate(rows, columns);
    std::vector<Row> moves;
    for (std::size_t column = 0; column < columns; ++column) {
        if (std::ranges::find(pivots, column) != pivots.end()) continue;
        Row move(columns);
        move[column] = 1;
        for (std::size_t i = 0; i < pivots.size(); ++i) move[pivots[i]] = Fraction(-1) * rows[i][column];
        moves.push_back(std::move(move));
    }
    return moves;
}

Row truth_of(const CountTable& table, const HiddenBlock& block) {
    Row truth;
    for (const std::size_t cell : block.cells) truth.emplace_back(table.counts[cell]);
    return truth;
}

// A linear programme of the steps t along each move: counts + Σ t × move ≥ 0, t of either sign. All t at 0 are
// feasible, so no first phase is needed.
class Programme {
public:
    Programme(const Row& counts, const HiddenBlock& block) : steps_(block.moves.size()) {
        const std::size_t columns = 2 * steps_ + 1; // t upwards, t downwards, how far there is to go
        for (std::size_t i = 0; i < block.cells.size(); ++i) {
            Row row(columns);
            for (std::size_t step = 0; step < steps_; ++step) {
                row[step] = Fraction(-1) * block.moves[step][i];
                row[steps_ + step] = block.moves[step][i];
            }
            row.back() = counts[i];
            rows_.push_back(std::move(row));
        }
        in_column_.resize(2 * steps_);
        std::iota(in_column_.begin(), in_column_.end(), 0);
        in_row_.resize(rows_.size());
        std::iota(in_row_.begin(), in_row_.end(), 2 * steps_);
    }

    // The steps that make sign × the cell's change greatest; none where it can grow without end.
    std::optional<Row> greatest(const HiddenBlock& block, std::size_t position, int sign) {
        Row weights(block.cells.size());
        weights[position] = sign;
        return greatest(block, weights);
    }

    // The same of Σ weight × change.
    std::optional<Row> greatest(const HiddenBlock& block, const Row& weights) {
        objective_.assign(2 * steps_ + 1, Fraction());
        for (std::size_t step = 0; step < steps_; ++step) {
            for (std::size_t i = 0; i < weights.size(); ++i)
                objective_[step] = objective_[step] + weights[i] * block.moves[step][i];
            objective_[steps_ + step] = Fraction(-1) * objective_[step];
        }
        while (true) {
            const std::size_t column = entering();
            if (column == nowhere) return solution();
            const std::size_t row = leaving(column);
            if (row == nowhere) return {};
            exchange(row, column);
        }
    }

private:
    // Bland's rule on both sides, so that it cannot go round in circles.
    std::size_t entering() const {
        std::size_t best = nowhere;
        for (std::size_t column = 0; column < in_column_.size(); ++column)
            if (objective_[column] > 0 && (best == nowhere || in_column_[column] < in_column_[best])) best = column;
        return best;
    }

    std::size_t leaving(std::size_t column) const {
        std::size_t best = nowhere;
        Fraction least;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (!(rows_[row][column] > 0)) continue;
            const Fraction room = rows_[row].back() / rows_[row][column];
            if (best == nowhere || room < least || (room == least && in_row_[row] < in_row_[best])) {
                best = row;
                least = room;
            }
        }
        return best;
    }

    void exchange(std::size_t row, std::size_t column) {
        Row& pivot = rows_[row];
        const Fraction lead = pivot[column];
        pivot[column] = 1;
        for (Fraction& each : pivot) each = each / lead;
        const auto clear = [&](Row& other) {
            const Fraction times = other[column];
            if (times.is_zero()) return;
            other[column] = 0;
            for (std::size_t i = 0; i < other.size(); ++i)
                if (!pivot[i].is_zero()) other[i] = other[i] - times * pivot[i];
        };
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (i != row) clear(rows_[i]);
        clear(objective_);
        std::swap(in_row_[row], in_column_[column]);
    }

    Row solution() const {
        Row steps(steps_);
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const std::size_t variable = in_row_[row];
            if (variable < steps_)
                steps[variable] = steps[variable] + rows_[row].back();
            else if (variable < 2 * steps_)
                steps[variable - steps_] = steps[variable - steps_] - rows_[row].back();
        }
        return steps;
    }

    std::size_t steps_;
    std::vector<Row> rows_;
    Row objective_;
    std::vector<std::size_t> in_column_, in_row_; // which variable is where; from 2 × steps, the slacks
};

Row change_by(const HiddenBlock& block, const Row& steps) {
    Row change(block.cells.size());
    for (std::size_t step = 0; step < steps.size(); ++step)
        for (std::size_t i = 0; i < change.size(); ++i) change[i] = change[i] + steps[step] * block.moves[step][i];
    return change;
}

// Counts that agree with all that is shown, and do not depend on which of these the true ones are: the least by weights that no
// two such counts are likely to share. Otherwise the choice of hidden cells would reveal the counts in them. Large blocks keep
// the true ones.
Row same_for_all(const CountTable& table, const HiddenBlock& block) {
    constexpr std::size_t most = 64;
    Row counts = truth_of(table, block);
    if (counts.size() > most) return counts;
    Row weights;
    std::uint32_t random = 2'463'534'242; // Marsaglia's xorshift
    for (std::size_t i = 0; i < counts.size(); ++i) {
        random ^= random << 13, random ^= random >> 17, random ^= random << 5;
        weights.emplace_back(-1'000 - static_cast<std::int64_t>(random % 1'000));
    }
    try {
        const Row change = change_by(block, *Programme(counts, block).greatest(block, weights));
        Row same = counts;
        for (std::size_t i = 0; i < same.size(); ++i) same[i] = same[i] + change[i];
        return same;
    } catch (const FractionOverflow&) {
        return counts;
    }
}

// Whether counts + sign × change are whole and not negative.
bool is_possible(const Row& counts, const Row& change, int sign) {
    for (std::size_t i = 0; i < change.size(); ++i) {
        const Fraction there = counts[i] + Fraction(sign) * change[i];
        if (!there.is_whole() || there < 0) return false;
    }
    return true;
}

bool moves_at_all(const HiddenBlock& block, std::size_t position) {
    return std::ranges::any_of(block.moves, [&](const Row& move) { return !move[position].is_zero(); });
}

std::int64_t floor_of(Fraction value) {
    const std::int64_t whole = value.numerator() / value.denominator();
    return value.numerator() % value.denominator() < 0 ? whole - 1 : whole;
}

} // namespace

std::vector<HiddenBlock> hidden_blocks(const CountTable& table, const Hidden& hidden) {
    Blocks blocks(table.counts.size());
    for (const TotalLine& line : table.lines) {
        const auto cells = hidden_on(line, hidden);
        for (std::size_t i = 1; i < cells.size(); ++i) blocks.join(cells[0], cells[i]);
    }
    std::vector<HiddenBlock> found;
    std::vector<std::size_t> number(table.counts.size(), nowhere), position(table.counts.size(), nowhere);
    for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
        if (!hidden[cell]) continue;
        std::size_t& block = number[blocks.of(cell)];
        if (block == nowhere) {
            block = found.size();
            found.emplace_back();
        }
        position[cell] = found[block].cells.size();
        found[block].cells.push_back(cell);
    }
    std::vector<std::vector<Row>> rows(found.size());
    for (const TotalLine& line : table.lines) {
        const auto cells = hidden_on(line, hidden);
        if (cells.empty()) continue;
        const std::size_t block = number[blocks.of(cells[0])];
        Row row(found[block].cells.size());
        for (const std::size_t cell : cells) row[position[cell]] = cell == line.total ? -1 : 1;
        rows[block].push_back(std::move(row));
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        try {
            found[i].moves = null_space(std::move(rows[i]), found[i].cells.size());
        } catch (const FractionOverflow&) {
            found[i].is_overflown = true;
        }
    }
    return found;
}

namespace {

bool is_protected(const Row& counts, const HiddenBlock& block, std::size_t position) {
    if (block.is_overflown || !moves_at_all(block, position)) return false;
    for (const Row& move : block.moves)
        if (!move[position].is_zero() && (is_possible(counts, move, 1) || is_possible(counts, move, -1))) return true;
    std::array<std::int64_t, 2> ends{}; // the most, and minus the least
    try {
        for (const int sign : {1, -1}) {
            const auto steps = Programme(counts, block).greatest(block, position, sign);
            if (!steps) return true; // as large as one likes: whole numbers among them
            const Row change = change_by(block, *steps);
            if (!change[position].is_zero() && is_possible(counts, change, 1)) return true;
            ends[sign == 1 ? 0 : 1] = floor_of(Fraction(sign) * (counts[position] + change[position]));
        }
    } catch (const FractionOverflow&) {
        return false;
    }
    return !std::ranges::all_of(counts, &Fraction::is_whole) && ends[0] + ends[1] >= 1;
}

} // namespace

bool is_protected(const CountTable& table, const HiddenBlock& block, std::size_t position) {
    if (block.is_overflown) return false;
    return is_protected(same_for_all(table, block), block, position);
}

std::vector<std::size_t> unprotected_cells(const CountTable& table, const Hidden& hidden) {
    std::vector<std::size_t> found;
    for (const HiddenBlock& block : hidden_blocks(table, hidden)) {
        const Row counts = block.is_overflown ? Row() : same_for_all(table, block);
        for (std::size_t i = 0; i < block.cells.size(); ++i)
            if (!is_protected(counts, block, i)) found.push_back(block.cells[i]);
    }
    return found;
}

std::vector<std::size_t> recoverable_cells(const CountTable& table, const Hidden& hidden) {
    std::vector<std::size_t> found;
    for (const HiddenBlock& block : hidden_blocks(table, hidden))
        for (std::size_t i = 0; i < block.cells.size(); ++i)
            if (block.is_overflown || !moves_at_all(block, i)) found.push_back(block.cells[i]);
    std::ranges::sort(found);
    return found;
}

Bounds bounds_of(const CountTable& table, const Hidden& hidden, std::size_t cell) {
    const std::int64_t truth = table.counts[cell];
    for (const HiddenBlock& block : hidden_blocks(table, hidden)) {
        const auto found = std::ranges::find(block.cells, cell);
        if (found == block.cells.end() || block.is_overflown) continue;
        const auto position = static_cast<std::size_t>(found - block.cells.begin());
        try {
            Bounds bounds{truth, {}};
            const Row counts = truth_of(table, block);
            if (const auto steps = Programme(counts, block).greatest(block, position, 1))
                bounds.most = floor_of(Fraction(truth) + change_by(block, *steps)[position]);
            if (const auto steps = Programme(counts, block).greatest(block, position, -1))
                bounds.least = -floor_of(Fraction(-1) * (Fraction(truth) + change_by(block, *steps)[position]));
            return bounds;
        } catch (const FractionOverflow&) {}
    }
    return {truth, truth};
}

} // namespace qd::inline statistics
