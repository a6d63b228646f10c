#pragma once

namespace qd::inline statistics {

// Probability distributions, computed by Boost.Math. `share` is strictly between 0 and 1, degrees of freedom are positive.

double normal_quantile(double share); // 0.975 → 1.959963985
double chi_squared_quantile(double share, double freedom);
double student_quantile(double share, double freedom);

// The chance of fewer events than these among `of`, each with a chance of `share`, and half the chance of just as many: the mid-P of
// the binomial distribution. Between whole numbers it rises evenly from one to the next.
double chance_of_fewer(double events, double of, double share);

} // namespace qd::inline statistics
