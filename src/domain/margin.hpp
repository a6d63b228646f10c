#pragma once

#include "base/decimal.hpp"

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace qd {

// A distance from a target: "5%" of it, or "2 points" in the measure's own unit.
struct Margin {
    Decimal amount; // not negative
    enum class Unit { percent, points } unit = Unit::percent;

    // "5%", "5 %", "2 points", "1 point"; else what is wrong and what to write.
    static tl::expected<Margin, std::string> parse(std::string_view text);
    friend bool operator==(const Margin&, const Margin&) = default;
};
std::string print(const Margin& margin);

} // namespace qd
