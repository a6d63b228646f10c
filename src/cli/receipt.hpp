#pragma once

#include "acts/import.hpp"
#include "cli/call.hpp"
#include "domain/act.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace qd::cli {

// What was done by one act: who, when, from which file, and how many rows of each table; `about` are acts about it.
void tell_act(Call& call, const Act& act, const std::vector<Act>& about);

// What an import ends with: its number, what it brought, and how to take it back.
void tell_receipt(Call& call, const SourceOutcome& source);

// The exit code where a dry run would have changed something.
constexpr int would_change = 3;

// Each change as table, row, field, old, new; with `--csv FILE`.
std::string changes_as_csv(const std::vector<SourceOutcome>& outcomes);

} // namespace qd::cli
