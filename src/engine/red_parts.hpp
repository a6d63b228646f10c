#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"

namespace qd::inline engine {

class Grid;

// The scorecard with the areas right below that are red, by their own figures and targets, where its own figure is green: what
// a whole hides. `grid` is of the same content and time.
Scorecard with_red_parts(const Content& content, Scorecard scorecard, const Grid& grid);
// Whether an area is made up of others on a period's last day, so that a part may be red although the whole is not.
bool has_parts(const Content& content, const AreaCode& area, Period period);

} // namespace qd::inline engine
