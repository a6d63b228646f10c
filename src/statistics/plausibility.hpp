#pragma once

#include <optional>
#include <span>
#include <vector>

namespace qd::inline statistics {

// The middle of the values, the mean of the two middle ones where they are even in number; none of no values.
std::optional<double> median(std::span<const double> values);

// How far a value is from others, in a unit that one wild value among them does not stretch: 0.6745 × (value − median) ÷
// the median of their distances to it, so that it reads like a z-score of normal values. Where more than half of them are equal,
// that median is 0: then by the mean of their distances × 1.253314, following the same source. None with fewer than five
// others, or if all of them are equal, because then nothing is known about their spread.
// Source: Iglewicz & Hoaglin, How to Detect and Handle Outliers (1993); they call 3.5 far.
std::optional<double> robust_z(std::span<const double> others, double value);
// The same of each value against all the others. Sorted once, so that a nation's areas do not each need a sort.
std::vector<std::optional<double>> robust_z_of_each(std::span<const double> values);

// The same of the last step of a series against the steps before it (at least five): whether it moved as it never does.
std::optional<double> step_z(std::span<const double> series);

} // namespace qd::inline statistics
