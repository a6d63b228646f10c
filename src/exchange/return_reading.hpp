#pragma once

#include "exchange/table.hpp"

namespace qd::inline exchange {

// Reads the table of returns. Of a CSV file the plain rows are read by several threads, piece by piece, and all others by the
// reader of every other table; what comes out, and what is complained of, is the same as if it had read them all.
void read_returns(const Table& table, Content& into, Intake& intake, std::size_t piece_bytes = std::size_t{1} << 20);

} // namespace qd::inline exchange
