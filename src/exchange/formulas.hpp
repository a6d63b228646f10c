#pragma once

#include "exchange/table.hpp"

#include <vector>

namespace qd::inline exchange {

// A measure with a formula, and the row that gives it.
struct FormulaLine {
    MeasureCode measure;
    std::size_t row = 0;
};

// Complains of formulas that cannot be read, ask for measures that are not there or for themselves, or put together what does
// not go together. Every measure that was read, and those of the store, are known to the intake.
void check_formulas(const std::vector<FormulaLine>& lines, Intake& intake, const Complaining& complain);

} // namespace qd::inline exchange
