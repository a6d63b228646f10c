#pragma once

#include "base/wide.hpp"

#include <compare>
#include <cstdint>
#include <limits>

namespace qd::inline statistics {

// A result that does not fit a Fraction. Thrown and caught within an audit.
struct FractionOverflow {};

// An exact fraction of 64-bit integers in lowest terms, the denominator positive.
class Fraction {
public:
    constexpr Fraction() = default;
    constexpr Fraction(std::int64_t whole)
        : numerator_(whole) {} // NOLINT(google-explicit-constructor): a number is one
    static Fraction of(Wide numerator, Wide denominator) {
        if (denominator < 0) {
            numerator = -numerator;
            denominator = -denominator;
        }
        Wide a = numerator < 0 ? -numerator : numerator, b = denominator;
        while (b != 0) {
            const Wide rest = a % b;
            a = b;
            b = rest;
        }
        Fraction result;
        result.numerator_ = narrow(a == 0 ? 0 : numerator / a);
        result.denominator_ = narrow(a == 0 ? 1 : denominator / a);
        return result;
    }

    constexpr bool is_zero() const { return numerator_ == 0; }
    constexpr bool is_whole() const { return denominator_ == 1; }
    constexpr std::int64_t numerator() const { return numerator_; }
    constexpr std::int64_t denominator() const { return denominator_; }

    friend Fraction operator+(Fraction a, Fraction b) {
        return of(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                  Wide{a.denominator_} * b.denominator_);
    }
    friend Fraction operator-(Fraction a, Fraction b) { return a + Fraction(-1) * b; }
    friend Fraction operator*(Fraction a, Fraction b) {
        return of(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
    }
    friend Fraction operator/(Fraction a, Fraction b) { // b is not 0
        return of(Wide{a.numerator_} * b.denominator_, Wide{a.denominator_} * b.numerator_);
    }
    friend bool operator==(const Fraction&, const Fraction&) = default;
    friend std::strong_ordering operator<=>(Fraction a, Fraction b) {
        return Wide{a.numerator_} * b.denominator_ <=> Wide{b.numerator_} * a.denominator_;
    }

private:
    static std::int64_t narrow(Wide value) {
        constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 2; // so that sums of products fit
        if (value > limit || value < -limit) throw FractionOverflow{};
        return static_cast<std::int64_t>(value);
    }

    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

} // namespace qd::inline statistics
