#include "domain/past_forecast.hpp"

namespace qd {
namespace {

struct Mean {
    double sum = 0;
    std::size_t count = 0;

    void add(Decimal part, Decimal whole) {
        sum += part.to_double() / whole.abs().to_double() * 100;
        ++count;
    }
    std::optional<double> value() const {
        return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
    }
};

} // namespace

ForecastTally tally(const std::vector<const PastForecast*>& forecasts) {
    ForecastTally tally;
    Mean error, optimism;
    for (const PastForecast* each : forecasts) {
        ++tally.forecasts;
        if (each->lower && each->upper) {
            ++tally.with_interval;
            if (*each->lower <= each->actual && each->actual <= *each->upper) ++tally.within;
        }
        if (each->actual.is_zero()) continue;
        error.add(each->error().abs(), each->actual);
        if (each->optimism) optimism.add(*each->optimism, each->actual);
    }
    tally.error_percent = error.value();
    tally.optimism_percent = optimism.value();
    return tally;
}

} // namespace qd
