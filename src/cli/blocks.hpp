#pragma once

#include "cli/call.hpp"
#include "documents/document.hpp"

namespace qd::cli {

// The content of pages and papers on a terminal: the same blocks, as lines of its width. A chart is its summary in words, and
// a column without any known value is left out.
void print_blocks(Call& call, const Blocks& blocks);

} // namespace qd::cli
