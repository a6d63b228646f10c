#pragma once

#include "domain/figure.hpp"
#include "engine/sheet.hpp"

namespace qd::inline engine {

// What is shown for a reporting period, judged: status, outlook, directions.
Figure judge(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown);

} // namespace qd::inline engine
