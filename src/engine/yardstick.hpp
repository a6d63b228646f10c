#pragma once

#include "domain/figure.hpp"
#include "domain/measure.hpp"
#include "domain/status_rules.hpp"
#include "engine/ratio.hpp"

#include <compare>
#include <optional>
#include <string>

namespace qd::inline engine {

// What a figure is compared with, exact: the bounds of its goal before they are rounded for printing.
struct Yardstick {
    Goal goal;
    std::optional<Ratio> lower, upper; // at least, at most
    std::optional<Ratio> aim;          // the best value, if the best is in the middle
    std::string why_none;              // where there is no bound: "no target", "the target is in words"

    bool has_bound() const { return lower || upper; }
};

enum class Truth { no, yes, unknown };

// Whether a figure reaches its target. The boundary itself counts, unless the target is strict.
Truth meets(const Yardstick& yardstick, const Ratio& figure);
// Whether it is no further on the wrong side than that: relative to the bound's size, or in the measure's unit.
Truth is_within(const Yardstick& yardstick, const Ratio& figure, Condition::Measured measured, Decimal margin);
// Whether it is at least so much on the right side; something between two bounds beats neither.
Truth beats(const Yardstick& yardstick, const Ratio& figure, Condition::Measured measured, Decimal margin);

// Which of two figures is better, `greater` meaning the first. Unknown if no way is good, or if the best is
// in the middle and nobody said where.
std::optional<std::strong_ordering> compare_goodness(Polarity polarity, const Yardstick& yardstick, const Ratio& figure,
                                                     const Ratio& other);

} // namespace qd::inline engine
