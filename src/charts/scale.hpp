#pragma once

#include "base/decimal.hpp"

#include <optional>
#include <vector>

namespace qd::inline charts {

// A vertical scale from the lowest to the highest tick, in exact steps of 1, 2 or 5 times a power of ten.
struct Scale {
    Decimal least, most;
    std::vector<Decimal> ticks; // ascending; first = least, last = most

    bool starts_at_zero() const { return least.is_zero() || least < Decimal(0); }
    // 0 at least, 1 at most.
    double share(Decimal value) const;
};

// A scale that contains all `values` (at least one) with four to seven ticks. Starts at 0 unless that would press the values into
// the upper part; never below 0 for values that are not negative, and never above `ceiling` (100 for percentages) for values that
// do not exceed it.
Scale scale_for(const std::vector<Decimal>& values, std::optional<Decimal> ceiling);

} // namespace qd::inline charts
