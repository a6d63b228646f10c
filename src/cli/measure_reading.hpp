#pragma once

#include "cli/call.hpp"
#include "domain/reading.hpp"
#include "views/snapshot.hpp"

namespace qd::cli {

// Lines of what statistics say: signal, interval, comparison, rank, trend.
void print_reading(Call& call, const Snapshot& snapshot, const Reading& reading);

// "improvement ↑", or "-" where nothing is charted.
std::string show(const Signal& signal);

} // namespace qd::cli
