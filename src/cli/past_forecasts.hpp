#pragma once

#include "cli/call.hpp"
#include "domain/past_forecast.hpp"

#include <string>
#include <vector>

namespace qd::cli {

// `quarterday forecast --backtest`: how good forecasts of the years that have ended were, by unit and by measure.
void print_past_forecasts(Call& call, const Snapshot& snapshot, const View& view, const std::vector<PastForecast>& all);

} // namespace qd::cli
