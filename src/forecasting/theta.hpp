#pragma once

#include "forecasting/numbers.hpp"

namespace qd::inline forecasting {

// The theta method (Assimakopoulos and Nikolopoulos, 2000) of a series without season: the mean of its straight line of least
// squares carried on, and simple exponential smoothing of the line with twice its curvature. Wants three points or more; fewer
// give the last point carried on.
Course theta(Numbers series, std::size_t horizon);

} // namespace qd::inline forecasting
