#pragma once

#include "forecasting/back_test.hpp"

#include <cstddef>

namespace qd::inline forecasting {

// Which way a target is met.
enum class TargetSide { at_least, at_most };

double normal_share_below(double deviations); // Φ: the share of a normal distribution below so many standard deviations

// How many standard deviations contain 95 % on both sides together, if the deviation is known with that many degrees of
// freedom, by Student's t. Fewer than two count as two.
double deviations_for_95(double freedom);
inline constexpr double normal_deviations_for_95 = 1.959963984540054;

// How much further off a method usually is than its residuals show, as a share: it is always surer of the past it was fitted to.
// 0.6 for one that smooths; 0.3 for one that carries on what was, and fits nothing. One with a season of its own that was chosen
// because its trials were good is further off than they let expect, since the luckiest of several was taken: 1.2 for a season that
// adds, 1.7 for one that multiplies, of quarters; of months, whose years hold more points, the excess over 0.6 is a third of that.
enum class Selection { given, by_trials };
double usual_excess(Method method, std::size_t season, Selection selection);

// The standard deviation of the forecast at each step ahead, before it is made wider for few points. It is that of the
// residuals × the method's own spread × a factor of calibration: how much further than that the trials were off, as root of
// their mean square. Where there are few trials, that is drawn towards 1 + `excess` as if by six trials of the whole horizon. These
// numbers are those that came nearest to 95 % for the last two years (six points) of the training parts of M3, those of single methods
// also for series of other sources, since few of M3 choose them; beyond the 45 points most of these have, the excess goes down as the
// points go up, since a fit of few constants to many points is as good as what it shows. 0 where the series has been forecast
// without any error.
std::vector<double> deviations(const Course& course, const std::vector<Trial>& trials, double excess = 0.6);

// The probability that what is forecast with such a standard deviation meets a target; 0, 0.5 or 1 for a deviation of 0.
double probability_of_meeting(double forecast, double deviation, double target, TargetSide side);

} // namespace qd::inline forecasting
