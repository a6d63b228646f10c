#pragma once

#include "domain/figure.hpp"
#include "engine/sheet.hpp"
#include "engine/yardstick.hpp"

namespace qd::inline engine {

// What an officer expected of the year, as last said by the end of the reporting period. Absent if nobody said anything.
const OfficerForecast* forecast_in_force(const Sheet& sheet, const AreaCode& area, Period reporting);

// Whether the officer expects the year's target to be reached: his word, else his figure against it.
Truth forecast_meets(const OfficerForecast* forecast, const Yardstick& year_end);

// Met and missed where the year's result is final: an officer said so, or the figure shown is the whole year's and no longer
// provisional. Else what is forecast.
Outlook outlook_of(const Sheet& sheet, Period reporting, const Shown& shown, const OfficerForecast* forecast,
                   const Yardstick& year_end);

} // namespace qd::inline engine
