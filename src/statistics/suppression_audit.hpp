#pragma once

#include "statistics/fraction.hpp"
#include "statistics/suppression.hpp"

#include <vector>

namespace qd::inline statistics {

// Hidden cells that hang together by lines, and all ways in which they can differ from their true counts without any shown
// figure being another.
struct HiddenBlock {
    std::vector<std::size_t> cells;           // indices into the table
    std::vector<std::vector<Fraction>> moves; // a basis of the null space: each one change per cell of `cells`
    bool is_overflown = false;                // no moves are known
};

std::vector<HiddenBlock> hidden_blocks(const CountTable& table, const Hidden& hidden);

// Whether a second table of whole, non-negative counts agrees with all that is shown and differs in this cell (a position in
// block.cells). Finds one or says no; for tables that are not of rows and columns it may say no though there is one.
bool is_protected(const CountTable& table, const HiddenBlock& block, std::size_t position);

// The hidden cells for which it says no.
std::vector<std::size_t> unprotected_cells(const CountTable& table, const Hidden& hidden);

} // namespace qd::inline statistics
