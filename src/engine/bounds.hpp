#pragma once

#include "engine/sheet.hpp"
#include "engine/yardstick.hpp"

#include <functional>

namespace qd::inline engine {

// What a change is counted from, and the name of its period.
struct Baseline {
    Amount figure;
    std::string period; // "2024/25"
};

// What some kinds of target are set against, asked for only where the kind needs it.
struct Comparators {
    std::function<Amount()> last_year;
    std::function<std::vector<Ratio>()> peers; // itself among them
    std::function<Baseline()> baseline;
};

// A target of any kind brought to bounds.
Yardstick yardstick_of(const Measure& measure, const Target& target, const Comparators& comparators);

// A target that came with the figure itself, or follows from such: at least or at most, as the polarity says.
Yardstick yardstick_at(const Measure& measure, Period period, const Ratio& target);

// So much more (less if negative) on every bound.
void shift(Yardstick& yardstick, const Ratio& by);

// So many parts of so many: a year's target at a position within the year.
void take_share(Yardstick& yardstick, int position, int positions);

} // namespace qd::inline engine
