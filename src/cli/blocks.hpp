#pragma once

#include "cli/call.hpp"
#include "documents/document.hpp"

namespace qd::cli {

// What pages and papers say, on a terminal: the same blocks, as lines of its width. A chart is its summary in words, and a column
// in which nothing is known is left out.
void print_blocks(Call& call, const Blocks& blocks);

} // namespace qd::cli
