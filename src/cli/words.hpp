#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"

#include <string>

namespace qd::cli {

// How figures read in a terminal.
std::string show(const Measure& measure, const Cell& cell);            // "84.5%" or "overdue"
std::string show_goal(const Measure& measure, const std::optional<Goal>& goal); // "90.0%", "80% to 90%", "in words", "not given"
std::string show(const Movement& movement);                             // "↑ better", "→ same", "not comparable" as "-"
std::string percent_of(std::size_t part, std::size_t whole);            // "86%", half up

} // namespace qd::cli
