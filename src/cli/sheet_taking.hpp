#pragma once

#include "cli/call.hpp"
#include "exchange/layouts/taking.hpp"

namespace qd::cli {

enum class SheetDetail { sums, cells };

// What a layout made of a sheet: first the sums, which add up to the number of filled cells; then what was left out and
// why, and what was compared; with `cells`, what each cell becomes.
void tell_sheet(Call& call, const SheetTaking& taking, const Calendar& calendar, SheetDetail detail);

} // namespace qd::cli
