#pragma once

#include "domain/content/measured.hpp"
#include "domain/figure.hpp"

#include <functional>

namespace qd::inline engine {

class Grid;

// The scorecard with the areas right below that are red, by their own figures and targets, where its own figure is green: what
// a whole hides. `grid` is of the same content and time.
Scorecard with_red_parts(const MeasuredContent& content, Scorecard scorecard, const Grid& grid);
// The same for the figures of some measures; the others stay as they are.
Scorecard with_red_parts(const MeasuredContent& content, Scorecard scorecard, const Grid& grid,
                         const std::function<bool(const MeasureCode&)>& is_wanted);
// Whether an area is made up of others on a period's last day, so that a part may be red where the whole is not.
bool has_parts(const MeasuredContent& content, const AreaCode& area, Period period);

} // namespace qd::inline engine
