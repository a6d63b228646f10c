#pragma once

#include "forecasting/season.hpp"

#include <array>

namespace qd::inline forecasting {

// Exponential smoothing of level, trend and season (Winters 1960; as the function HoltWinters of R's stats has it):
//   additive        level ← alpha(x − s) + (1 − alpha)(level + trend),  s ← gamma(x − level) + (1 − gamma)s
//   multiplicative  level ← alpha(x ÷ s) + (1 − alpha)(level + trend),  s ← gamma(x ÷ level) + (1 − gamma)s
//   both            trend ← beta(level − level before) + (1 − beta)trend
// Begun from a classical decomposition of the first two years; the constants are those with the least squared one-step errors.
struct HoltWinters {
    SeasonForm form = SeasonForm::additive;
    double alpha = 0, beta = 0, gamma = 0; // 0..1
    double level = 0, trend = 0;           // at the end
    std::vector<double> season;            // at the end, one a position; the first is that of the next point
    double squares = 0;                    // sum of squared one-step errors
    std::vector<double> residuals;         // from the second year on
};

// Whether there is enough to begin with: three years, and only positive numbers where it is multiplicative.
bool can_fit_holt_winters(Numbers series, std::size_t season, SeasonForm form);
HoltWinters fit_holt_winters(Numbers series, std::size_t season, SeasonForm form);
// With given constants: alpha, beta, gamma.
HoltWinters run_holt_winters(Numbers series, std::size_t season, SeasonForm form,
                             const std::array<double, 3>& constants);
Course course_of(const HoltWinters& fitted, std::size_t horizon);

} // namespace qd::inline forecasting
