#pragma once

#include "engine/grid/block.hpp"
#include "engine/sheet.hpp"

#include <string>
#include <vector>

namespace qd::inline engine {

// One period's own figure: nothing in it describes the time of another.
struct OwnFigure {
    Period period;
    Amount amount;
};

// What can be charted and forecast: one figure for each period of the measure's grain (or each dated span) for which something
// was handed in and that has ended by `until`, oldest first, gaps included. Never a year to date or a rolling year: these overlap
// with their neighbours, so one change shows in many of them.
struct OwnFigures {
    std::vector<OwnFigure> figures;
    std::string why_none; // where there are none, in words
};
OwnFigures own_figures(const Sheet& sheet, const AreaCode& area, Date until);
// The same of a plain measure; only the figures that are there, without their notes.
OwnFigures own_figures(const GridBlock& block, std::uint32_t area, Date until);

// What each period added to years to date that are handed in by hand: the difference to the one before, of counts and money. None
// for other measures, which do not add up. For people who are counted once a year it is the new ones.
OwnFigures parts_of_years_to_date(const Sheet& sheet, const AreaCode& area, Date until);

} // namespace qd::inline engine
