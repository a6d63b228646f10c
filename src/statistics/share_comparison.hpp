#pragma once

#include "statistics/comparison.hpp"

namespace qd::inline statistics {

// Whether so few cases, or so few without one, are expected of an area that the normal approximation calls out too many: an average
// close to 0 or to all, and fewer than 20 expected. There the chance of a share decides, by the mid-P of the binomial distribution.
bool is_share_of_few(double average, double of);
// An area's share against an average: by its own intervals by Wilson's method, or by the chance of it where it is of few.
Comparison compare_share(double events, double of, double average, Good good);

} // namespace qd::inline statistics
