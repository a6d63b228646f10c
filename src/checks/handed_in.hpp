#pragma once

#include "checks/check.hpp"

#include <string>
#include <vector>

namespace qd::inline checks {

// What is wrong with one cell as handed in, before anything is rolled up from it. `others` are the numbers for the
// other periods of its measure and area; `when` is how people read its period.
//   value-contradicts-parts  a value beside a numerator and denominator that make another (equal as printed is no contradiction)
//   value-without-parts      a value alone, where longer periods are put together of numerators and denominators
//   value-scale              a fraction where the others are percentages, or a percentage a hundred times too large
Findings of_cell(const Measure& measure, const Observation& cell, const std::vector<Decimal>& others,
                 const std::string& when);

// A number of a measure compared with those that were measured, only by its scale: a target, a forecast, a published figure.
// `what` is how it is called: "The target".
Findings of_scale(const Measure& measure, const std::string& what, Decimal number, const std::vector<Decimal>& others,
                  const std::string& when);

// The number of a cell by itself: of its parts, else its value; none where it has neither.
std::optional<Decimal> number_of(const Measure& measure, const Observation& cell);

// The newest cells of a measure in an area, as known at a time; by period.
std::vector<Observation> newest_cells(const Content& content, const Measure& measure, const AreaCode& area,
                                      Instant as_at);
// The numbers of those of other periods of the same grain; of the measure's own grain where no period is left out.
std::vector<Decimal> numbers_but(const Measure& measure, const std::vector<Observation>& cells,
                                 std::optional<Period> period);

} // namespace qd::inline checks
