#pragma once

#include "domain/content/measured.hpp"
#include "domain/past_forecast.hpp"

#include <vector>

namespace qd::inline engine {

// Every forecast of a year that has ended by now, in an area, measure by measure in the order of the content, the computed ones
// first, each by the time it was made in. Computed ones are made again from the periods up to that time, with what is known of them
// now; officers' are those handed in with a figure. Error(request) for an unknown area.
std::vector<PastForecast> compute_past_forecasts(const MeasuredContent& content, const AreaCode& area, Instant as_at);

} // namespace qd::inline engine
