#pragma once

#include "fuzz/family.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace qd::fuzz {

// Which inputs to run: of one family, numbered from `first`.
struct Assignment {
    std::uint64_t seed = 1, first = 0, count = 0;
    unsigned patience_seconds = 120; // for one input
};

struct Tally {
    std::uint64_t refused = 0, understood = 0, failed = 0;
    double slowest_seconds = 0;
    std::uint64_t slowest = 0; // its number
    std::size_t most_memory_mb = 0;
};

Input make_input(const Family& family, std::uint64_t seed, std::uint64_t number);

// Runs each input in a process that may die of it: what a crash, a sanitizer, an assertion or a time-out ends is seen,
// reported with how to repeat it, and kept below `findings`; the rest goes on in another process.
Tally run_watched(const Family& family, const Assignment& assignment, const std::filesystem::path& findings);

} // namespace qd::fuzz
