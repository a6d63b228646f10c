#pragma once

#include "base/or_why.hpp"
#include "domain/formula.hpp"
#include "domain/reading.hpp"
#include "engine/input_cells.hpp"
#include "engine/known.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline engine {

// Intervals of a measure whose formula is dsr(…) or sampled(…): their arguments include what an interval is made from, events
// and population of each age group, or standard deviation and number of a sample, as well as the figure itself.
class FormulaIntervals {
public:
    // Reads what its inputs say in the areas, and below. Refers to what is known, which must outlive it.
    FormulaIntervals(const Known& known, const Measure& measure, const std::vector<AreaCode>& areas);

    bool suits() const { return formula_.has_value(); } // no: the formula is another, or there is none
    // Of a figure that the formula made of a period; or why it has none.
    OrWhy<IntervalReading> of(const AreaCode& area, Period described, const Amount& figure) const;

private:
    const Known& known_;
    const Measure& measure_;
    std::optional<Formula> formula_;
    std::map<MeasureCode, InputCells> inputs_;
};

} // namespace qd::inline engine
