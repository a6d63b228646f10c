#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace qd::inline statistics {

// The rules that look at several points, each over the points of one segment. Sides are +1 above the mean, −1 below, 0 on it;
// the results are signed the same way, one for each point, 0 = not caught.

// Where a run of `length` points on one side has come together: +1 or −1 at its last point and at those that go on with it. A
// point on the mean ends a run.
std::vector<int> completed_runs(std::span<const int> sides, int length);
// The sign of each step: of the second point on; the first is 0. Equal values make no step.
std::vector<int> steps_of(std::span<const double> values);
// Marks the whole run that ends at each completed one: `length` points back from it.
std::vector<int> whole_runs(std::span<const int> completed, int length);
// Two or three of three neighbours on one side are in the outer third (±1 there, else 0): those that are. All three must
// be on that side.
std::vector<int> two_of_three(std::span<const int> outer, std::span<const int> sides);

} // namespace qd::inline statistics
