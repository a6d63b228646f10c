#include "statistics/confidence.hpp"

#include "base/error.hpp"
#include "statistics/distribution.hpp"

#include <array>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace qd::inline statistics {
namespace {

constexpr double fewest_for_byar = 10;

ConfidenceInterval exact_poisson(double events, double confidence) {
    const double tail = (1 - confidence) / 2;
    return {events == 0 ? 0 : chi_squared_quantile(tail, 2 * events) / 2,
            chi_squared_quantile(1 - tail, 2 * events + 2) / 2};
}

// Breslow and Day (1987), formula 2.14.
ConfidenceInterval byar(double events, double confidence) {
    const double z = deviations_of(confidence), next = events + 1;
    const auto cubed = [](double x) { return x * x * x; };
    return {events * cubed(1 - 1 / (9 * events) - z / (3 * std::sqrt(events))),
            next * cubed(1 - 1 / (9 * next) + z / (3 * std::sqrt(next)))};
}

} // namespace

std::string_view print(IntervalMethod method) {
    switch (method) {
    case IntervalMethod::wilson: return "wilson";
    case IntervalMethod::byar: return "byar";
    case IntervalMethod::exact: return "exact";
    case IntervalMethod::dobson: return "dobson";
    case IntervalMethod::student: return "student";
    }
    return "";
}

double deviations_of(double confidence) { return normal_quantile(1 - (1 - confidence) / 2); }

Estimate estimate_proportion(double events, double of, double confidence) {
    if (!(events >= 0 && events <= of && of > 0))
        throw Error(Fault::request, fmt::format("{} of {} is not a share of a whole.", events, of));
    const double z = deviations_of(confidence), share = events / of;
    const double middle = 2 * events + z * z, reach = z * std::sqrt(z * z + 4 * events * (1 - share));
    const double below = 2 * (of + z * z);
    return {share, {(middle - reach) / below, (middle + reach) / below}, IntervalMethod::wilson};
}

Estimate estimate_count(double events, double confidence) {
    if (!(events >= 0)) throw Error(Fault::request, fmt::format("{} is not a number of events.", events));
    if (events < fewest_for_byar) return {events, exact_poisson(events, confidence), IntervalMethod::exact};
    return {events, byar(events, confidence), IntervalMethod::byar};
}

Estimate estimate_rate(double events, double population, double per, double confidence) {
    if (!(population > 0))
        throw Error(Fault::request, fmt::format("There is no rate in a population of {}.", population));
    const Estimate count = estimate_count(events, confidence);
    const double times = per / population;
    return {events * times, {count.interval.lower * times, count.interval.upper * times}, count.method};
}

std::span<const double> european_standard_population() {
    static constexpr std::array<double, 19> weights = {5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000,
                                                       7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000};
    return weights;
}

std::optional<Estimate> estimate_standardised_rate(std::span<const AgeGroup> groups, std::span<const double> weights,
                                                   double per, double confidence) {
    if (groups.size() != weights.size())
        throw Error(Fault::request,
                    fmt::format("{} age groups cannot be weighed by {} weights.", groups.size(), weights.size()));
    double events = 0, weighted = 0, variance = 0;
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const AgeGroup& group = groups[i];
        if (!(group.events >= 0 && group.population > 0))
            throw Error(Fault::request, fmt::format("Age group {} has {} events in a population of {}.", i + 1,
                                                    group.events, group.population));
        events += group.events;
        weighted += weights[i] * group.events / group.population;
        variance += weights[i] * weights[i] * group.events / (group.population * group.population);
    }
    if (events < fewest_for_byar) return {};
    const double value = weighted / all, spread = std::sqrt(variance / (all * all) / events);
    const ConfidenceInterval count = byar(events, confidence);
    return Estimate{value * per,
                    {(value + spread * (count.lower - events)) * per, (value + spread * (count.upper - events)) * per},
                    IntervalMethod::dobson};
}

std::optional<Estimate> estimate_mean(std::span<const double> values, double confidence) {
    if (values.size() < 2) return {};
    const double n = static_cast<double>(values.size());
    const double middle = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values) squares += (value - middle) * (value - middle);
    return estimate_sampled_mean(middle, std::sqrt(squares / (n - 1)), n, confidence);
}

std::optional<Estimate> estimate_sampled_mean(double mean, double deviation, double count, double confidence) {
    if (!(count >= 2 && deviation >= 0)) return {};
    const double reach = student_quantile(1 - (1 - confidence) / 2, count - 1) * deviation / std::sqrt(count);
    return Estimate{mean, {mean - reach, mean + reach}, IntervalMethod::student};
}

} // namespace qd::inline statistics
