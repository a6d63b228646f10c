#pragma once

#include "domain/figure.hpp"
#include "engine/sheet.hpp"

#include <functional>

namespace qd::inline engine {

// What is shown for a reporting period, judged: status, outlook, directions.
Figure judge(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown);

// What `make` makes; where that is too large to be computed with, a figure whose gap says so, since no other figure of the
// council is the worse for it.
Figure figure_or_why(const Measure& measure, const AreaCode& area, Period reporting,
                     const std::function<Figure()>& make);

} // namespace qd::inline engine
