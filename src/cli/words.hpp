#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/names.hpp"
#include "views/snapshot.hpp"

#include <string>
#include <vector>

namespace qd::cli {

// How figures read in a terminal.
std::string show(const Measure& measure, const Cell& cell); // "84.5%" or "overdue"
std::string show_goal(const Measure& measure,
                      const std::optional<Goal>& goal); // "90.0%", "80% to 90%", "in words", "not given"
std::string show_goal(const Measure& measure,
                      const Figure& figure);  // and "(year)" where a part of it is held against that
std::string show_parts(const Figure& figure); // "19,252 of 22,779", or "-"
std::string show_parts(const SideFigure& figure);
std::string show(const Movement& movement); // "↑ better", "→ same", "not comparable" as "-"
std::string short_date(Date date);          // "15 Feb 2013"
std::string council_and_area(const Snapshot& snapshot,
                             const AreaCode& area); // "Lancashire County Council", "…, Burnley"
std::string side_by_side(const std::vector<std::string>& parts,
                         std::size_t width); // below each other where they do not fit

} // namespace qd::cli
