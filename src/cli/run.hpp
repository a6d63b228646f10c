#pragma once

#include "cli/call.hpp"

namespace qd::cli {

// Reads the words of the command line, runs the command, and returns the exit code:
// 0 success, 1 the data has problems or the job failed, 2 the command was wrong, 70 a bug.
int run(int argc, const char* const* argv, Call& call);

} // namespace qd::cli
