#include "engine/ratio.hpp"

#include "base/error.hpp"

#include <cassert>
#include <limits>
#include <numeric>
#include <utility>

namespace qd::inline engine {
namespace {

[[noreturn]] void refuse() {
    throw Error(Fault::request, "A figure is too large to be judged: look for a slip in its number or its target.");
}

Wide times(Wide a, Wide b) {
    Wide product;
    if (__builtin_mul_overflow(a, b, &product)) refuse();
    return product;
}

Wide sum(Wide a, Wide b) {
    Wide total;
    if (__builtin_add_overflow(a, b, &total)) refuse();
    return total;
}

Wide size(Wide a) { return a < 0 ? -a : a; }

Wide common_divisor(Wide a, Wide b) {
    while (b != 0) a = std::exchange(b, a % b);
    return a;
}

// Nearly all figures are; their division is many times quicker.
bool are_short(Wide a, Wide b) {
    constexpr Wide most = std::numeric_limits<std::int64_t>::max();
    return size(a) <= most && size(b) <= most;
}

Wide floor_of(Wide numerator, Wide denominator) {
    const Wide quotient = numerator / denominator;
    return numerator % denominator < 0 ? quotient - 1 : quotient;
}

} // namespace

Ratio::Ratio(Wide numerator, Wide denominator) {
    assert(denominator != 0);
    if (are_short(numerator, denominator)) {
        const auto a = static_cast<std::int64_t>(numerator), b = static_cast<std::int64_t>(denominator);
        const std::int64_t common = std::gcd(a, b) * (b < 0 ? -1 : 1);
        numerator_ = a / common;
        denominator_ = b / common;
        return;
    }
    const Wide divisor = common_divisor(size(numerator), size(denominator)) * (denominator < 0 ? -1 : 1);
    numerator_ = numerator / divisor;
    denominator_ = denominator / divisor;
}

Ratio::Ratio(Decimal value) : Ratio(value.millionths(), Decimal::scale) {}

Ratio Ratio::of(Decimal numerator, Decimal denominator, std::int64_t by) {
    return Ratio(times(numerator.millionths(), by), denominator.millionths());
}

Ratio Ratio::scaled(std::int64_t by, std::int64_t over) const {
    return Ratio(times(numerator_, by), times(denominator_, over));
}

Ratio Ratio::plus(Decimal points) const {
    return Ratio(sum(times(numerator_, Decimal::scale), times(denominator_, points.millionths())),
                 times(denominator_, Decimal::scale));
}

Ratio Ratio::plus_percent(Decimal percent) const {
    constexpr Wide whole = Wide{100} * Decimal::scale;
    return Ratio(sum(times(numerator_, whole), times(size(numerator_), percent.millionths())),
                 times(denominator_, whole));
}

Ratio Ratio::distance(const Ratio& other) const {
    const Wide difference = sum(times(numerator_, other.denominator_), -times(other.numerator_, denominator_));
    return Ratio(size(difference), times(denominator_, other.denominator_));
}

Ratio operator+(const Ratio& a, const Ratio& b) {
    return Ratio(sum(times(a.numerator_, b.denominator_), times(b.numerator_, a.denominator_)),
                 times(a.denominator_, b.denominator_));
}

Ratio operator*(const Ratio& a, const Ratio& b) {
    return Ratio(times(a.numerator_, b.numerator_), times(a.denominator_, b.denominator_));
}

Ratio operator/(const Ratio& a, const Ratio& b) {
    return Ratio(times(a.numerator_, b.denominator_), times(a.denominator_, b.numerator_));
}

double Ratio::to_double() const { return static_cast<double>(numerator_) / static_cast<double>(denominator_); }

Decimal Ratio::rounded() const {
    const Wide scaled = times(size(numerator_), Decimal::scale);
    const Wide whole = scaled / denominator_, rest = scaled % denominator_;
    const Wide rounded = rest >= denominator_ - rest ? whole + 1 : whole;
    if (rounded > std::numeric_limits<std::int64_t>::max()) refuse();
    const auto millionths = static_cast<std::int64_t>(rounded);
    return Decimal::from_millionths(numerator_ < 0 ? -millionths : millionths);
}

// Compared as continued fractions, so that no product is needed and nothing can overflow: the whole parts
// decide, otherwise the inverted fractions, in reverse.
std::strong_ordering operator<=>(const Ratio& first, const Ratio& second) {
    Wide a = first.numerator_, b = first.denominator_, c = second.numerator_, d = second.denominator_;
    while (true) {
        const Wide left = floor_of(a, b), right = floor_of(c, d);
        if (left != right) return left <=> right;
        const Wide left_rest = a - left * b, right_rest = c - right * d;
        if (left_rest == 0 || right_rest == 0) return left_rest <=> right_rest;
        a = std::exchange(d, left_rest);  // d ÷ right_rest on the left,
        c = std::exchange(b, right_rest); // b ÷ left_rest on the right
    }
}

} // namespace qd::inline engine
