#pragma once

namespace qd::inline statistics {

// Probability distributions, computed by Boost.Math. `share` is strictly between 0 and 1, degrees of freedom are positive.

double normal_quantile(double share); // 0.975 → 1.959963985
double chi_squared_quantile(double share, double freedom);
double student_quantile(double share, double freedom);

} // namespace qd::inline statistics
