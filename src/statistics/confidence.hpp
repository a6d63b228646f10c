#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace qd::inline statistics {

// Confidence intervals as English public health uses them (Office for Health Improvement and Disparities, "Technical guide:
// confidence intervals"). A confidence is a share such as 0.95; both tails weigh the same.
inline constexpr double ninety_five = 0.95, ninety_nine_eight = 0.998;

struct ConfidenceInterval {
    double lower = 0, upper = 0;

    friend bool operator==(const ConfidenceInterval&, const ConfidenceInterval&) = default;
};

enum class IntervalMethod { wilson, byar, exact, dobson, student };
std::string_view print(IntervalMethod method);

// A figure with its interval, in the figure's own unit.
struct Estimate {
    double value = 0;
    ConfidenceInterval interval;
    IntervalMethod method = IntervalMethod::wilson;
};

// Standard normal deviations on either side for that confidence: 0.95 → 1.959963985.
double deviations_of(double confidence);

// A share of `of` (a proportion, 0 to 1), by Wilson's score method (1927). Error(request) unless 0 ≤ events ≤ of and 0 < of.
Estimate estimate_proportion(double events, double of, double confidence);

// A number of events, by the exact Poisson method below 10 of them and by Byar's approximation from 10 on. Both are of
// counts; a count with decimals (a weighted one) is taken as it is. Error(request) below 0.
Estimate estimate_count(double events, double confidence);

// Events × per ÷ population. There may be more events than people. Error(request) unless 0 ≤ events and 0 < population.
Estimate estimate_rate(double events, double population, double per, double confidence);

// One age group of an area.
struct AgeGroup {
    double events = 0, population = 0;
};
// The European Standard Population of 2013: 0–4, 5–9, … 85–89, 90 and over.
std::span<const double> european_standard_population();
// Rates of age groups put together as if the ages were those of a standard population; interval by Dobson (1991) upon Byar's of
// the events. Absent below 10 events. Error(request) where groups and weights differ in number, or a group has nobody in it.
std::optional<Estimate> estimate_standardised_rate(std::span<const AgeGroup> groups, std::span<const double> weights,
                                                   double per, double confidence);

// The mean of values that were measured one by one, by Student's t. Absent for fewer than two.
std::optional<Estimate> estimate_mean(std::span<const double> values, double confidence);
// The same where only the mean, the standard deviation (over n − 1) and the number are known. Absent below two values, and for a
// deviation below 0.
std::optional<Estimate> estimate_sampled_mean(double mean, double deviation, double count, double confidence);

} // namespace qd::inline statistics
