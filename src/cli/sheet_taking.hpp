#pragma once

#include "cli/call.hpp"
#include "exchange/layouts/taking.hpp"

namespace qd::cli {

enum class SheetDetail { sums, cells };

// What a layout made of a sheet: always the sums first, which are those of the filled cells; what was left out and why, what was
// compared; and with `cells` what each cell becomes.
void tell_sheet(Call& call, const SheetTaking& taking, const Calendar& calendar, SheetDetail detail);

} // namespace qd::cli
