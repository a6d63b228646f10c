#pragma once

#include "exchange/hand_in/hand_in.hpp"
#include "views/snapshot.hpp"

#include <string>
#include <vector>

namespace qd::inline views {

// What is due for a period, as a workbook to be handed in: a sheet for each directorate, a line for each figure.
struct DueFigures {
    HandInWorkbook workbook;
    std::size_t lines = 0;
    std::vector<std::string> left_out; // measures of other stretches of days, which no line can ask for
};
// `unit`: only what it or a unit below it owns; empty = everything. Error(request) for a unit that is not there, a period that
// is not a month, quarter, half or year, and where nothing is due.
DueFigures due_figures(const Snapshot& snapshot, Period period, const UnitCode& unit, Instant now);

// The period to hand in where nobody says which: the last one that has ended, of the grain that most measures have.
Period period_to_hand_in(const Snapshot& snapshot, Date today);

} // namespace qd::inline views
