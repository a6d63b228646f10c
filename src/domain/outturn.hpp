#pragma once

#include "base/decimal.hpp"
#include "domain/period.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace qd {

// What a scorecard is expected to show for a period still to come: built up over the year where the measure is.
struct OutturnStep {
    Period period;
    Decimal expected;
    std::optional<Decimal> lower, upper; // contain the result in 95 of 100 cases

    friend bool operator==(const OutturnStep&, const OutturnStep&) = default;
};

// The computed forecast of a measure for the end of a year, as well as what an officer expects.
struct OutturnReading {
    std::string method;       // how it was found, a stable word: "share", "combination", …
    std::string method_label; // the same for people
    Period year;
    Decimal outturn;
    std::optional<Decimal> lower, upper; // contain the result in 95 of 100 cases; absent if too little is known to say
    std::optional<double>
        probability; // of meeting the year's target, 0..1; absent without an interval or a target in numbers
    // What is needed to meet the target's aim: where the year is a sum, of each period to come; where it is a mean or a ratio over
    // the year, on average in these; else so much change from period to period.
    std::optional<Decimal> required;
    std::size_t points = 0;        // figures that it was made from
    std::size_t trials = 0;        // forecasts of its own past by which the method was chosen
    std::string note;              // what to know about it: why there is no interval, what was left out
    std::vector<OutturnStep> path; // the periods to come, the year's last one at the end

    friend bool operator==(const OutturnReading&, const OutturnReading&) = default;
};

using Outturns = std::vector<std::optional<OutturnReading>>;

} // namespace qd
