#pragma once

#include "cli/new_answers.hpp"

namespace qd::cli {

// What a sheet of the council's own brings: measures, each confirmed, and the layout by which it is read.
void take_sheet(Call& call, Asking& asking, const std::string& period, Grain reports, Answered& answered);

} // namespace qd::cli
