#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qd {

// A number as councils write it: exact, int64 millionths, so up to 9,223,372,036,854.775807 on either side of zero.
// Arithmetic that leaves that range throws Error(request).
class Decimal {
public:
    static constexpr std::int64_t scale = 1'000'000;

    constexpr Decimal() = default;
    constexpr explicit Decimal(int whole) : millionths_(std::int64_t{whole} * scale) {}
    static Decimal whole(std::int64_t number);
    static constexpr Decimal from_millionths(std::int64_t millionths) {
        Decimal result;
        result.millionths_ = millionths;
        return result;
    }
    // Digits with an optional sign and point, at most six decimals: "-12.5". Nothing else: cleaning up what people
    // write ("£1,234") is the business of exchange.
    static std::optional<Decimal> parse(std::string_view text);
    // numerator × times ÷ denominator, rounded half away from zero to millionths; denominator must not be 0.
    static Decimal ratio(Decimal numerator, Decimal denominator, std::int64_t times = 1);
    // The same, absent where there is nothing to divide by or the result leaves the range.
    static std::optional<Decimal> ratio_if(Decimal numerator, Decimal denominator, std::int64_t times = 1);

    constexpr std::int64_t millionths() const { return millionths_; }
    double to_double() const; // for drawing and statistics only, never for judging
    // The decimal nearest to it; absent if it is not a number or is out of range.
    static std::optional<Decimal> nearest(double value);
    constexpr bool is_zero() const { return millionths_ == 0; }
    constexpr Decimal abs() const { return from_millionths(millionths_ < 0 ? -millionths_ : millionths_); }

    // Rounded half away from zero to so many decimals (0..6).
    Decimal rounded(int decimals) const;

    friend Decimal operator+(Decimal a, Decimal b);
    friend Decimal operator-(Decimal a, Decimal b);
    friend Decimal operator*(Decimal a, Decimal b); // rounded half away from zero to millionths
    constexpr friend Decimal operator-(Decimal a) { return from_millionths(-a.millionths_); }
    constexpr friend auto operator<=>(Decimal, Decimal) = default;

private:
    std::int64_t millionths_ = 0;
};

// Shortest exact form: "84.5", "-3", "0.000001". print and parse are a pair.
std::string print(Decimal value);
// Exactly so many decimals, rounded half away from zero: print_fixed(84.516, 1) = "84.5".
std::string print_fixed(Decimal value, int decimals);
// With thousands commas, for people: "19,252", "1,234.5".
std::string print_grouped(Decimal value, int decimals);

} // namespace qd
