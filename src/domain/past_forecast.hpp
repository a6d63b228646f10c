#pragma once

#include "base/decimal.hpp"
#include "base/id.hpp"
#include "domain/period.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace qd {

// What was expected of a year that has ended by now, and what came of it.
struct PastForecast {
    enum class Maker { computed, officer };

    Maker maker = Maker::computed;
    std::string by; // the post; or the method
    MeasureCode measure;
    UnitCode owner; // of the measure; empty = not given
    AreaCode area;
    Period year, made_in;
    Decimal forecast, actual;
    std::optional<Decimal> lower, upper; // 95 % where it was computed; as handed in where an officer gave them
    std::optional<Decimal>
        optimism; // forecast − actual, positive where the forecast was the better figure; absent where no way is good

    Decimal error() const { return forecast - actual; }

    friend bool operator==(const PastForecast&, const PastForecast&) = default;
};

// Several of them together. Shares in per cent are of the actual figure, so that measures in different units can be combined;
// figures of 0 have none.
struct ForecastTally {
    std::size_t forecasts = 0;
    std::optional<double> error_percent;    // mean size of the error
    std::optional<double> optimism_percent; // mean, in the direction of optimism; of those that have one
    std::size_t with_interval = 0, within = 0;

    friend bool operator==(const ForecastTally&, const ForecastTally&) = default;
};

ForecastTally tally(const std::vector<const PastForecast*>& forecasts);

} // namespace qd
