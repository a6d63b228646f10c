#pragma once

#include "base/decimal.hpp"
#include "base/wide.hpp"

#include <compare>
#include <cstdint>

namespace qd::inline engine {

// An exact fraction: what is judged. Nothing here rounds but rounded(). A result that does not fit 128 bits is
// Error(request); comparing always fits.
class Ratio {
public:
    Ratio() = default;
    explicit Ratio(Decimal value);
    // numerator × times ÷ denominator; the denominator must not be 0.
    static Ratio of(Decimal numerator, Decimal denominator, std::int64_t times = 1);
    static Ratio fraction(Wide numerator, Wide denominator) { return {numerator, denominator}; } // denominator not 0

    Ratio scaled(std::int64_t by, std::int64_t over) const; // × by ÷ over
    Ratio plus(Decimal points) const;
    Ratio plus_percent(Decimal percent) const; // of its own size: 90 and −5 make 85.5, −90 and −5 make −94.5
    Ratio distance(const Ratio& other) const;  // never negative
    Decimal rounded() const;                   // half away from zero, to millionths
    bool is_zero() const { return numerator_ == 0; }
    double to_double() const; // for what is not a fraction, never for judging

    friend Ratio operator+(const Ratio& a, const Ratio& b);
    friend Ratio operator*(const Ratio& a, const Ratio& b);
    friend Ratio operator/(const Ratio& a, const Ratio& b); // b must not be 0
    friend Ratio operator-(const Ratio& a) { return Ratio(-a.numerator_, a.denominator_); }

    friend bool operator==(const Ratio&, const Ratio&) = default; // always in lowest terms
    friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);

private:
    Ratio(Wide numerator, Wide denominator);

    Wide numerator_ = 0;
    Wide denominator_ = 1; // positive
};

} // namespace qd::inline engine
