#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/names.hpp"
#include "views/snapshot.hpp"

#include <string>
#include <vector>

namespace qd::cli {

// How figures read in a terminal.
std::string show_goal(const Measure& measure,
                      const Figure& figure); // "90%", "in words", "not given", "90% (year)"
std::string show_goal(const Measure& measure, const std::optional<Goal>& goal);
std::string show(const Movement& movement); // "↑ better", "→ same", "not comparable" as "-"
std::string short_date(Date date);          // "15 Feb 2013"
std::string council_and_area(const Snapshot& snapshot,
                             const AreaCode& area); // "Lancashire County Council", "…, Burnley"
std::string side_by_side(const std::vector<std::string>& parts,
                         std::size_t width); // below each other where they do not fit

} // namespace qd::cli
