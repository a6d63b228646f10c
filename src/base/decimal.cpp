#include "base/decimal.hpp"

#include "base/error.hpp"
#include "base/wide.hpp"

#include <cassert>
#include <cmath>

namespace qd {
namespace {

Decimal narrow(Wide millionths) {
    if (millionths > INT64_MAX || millionths < -INT64_MAX)
        throw Error(Fault::request, "A number is too large: figures may go up to 9,223,372,036,854.");
    return Decimal::from_millionths(static_cast<std::int64_t>(millionths));
}

Wide divide_half_away(Wide numerator, Wide denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide half = denominator / 2;
    return numerator < 0 ? -((-numerator + half) / denominator) : (numerator + half) / denominator;
}

constexpr std::int64_t power_of_ten[] = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

} // namespace

Decimal Decimal::whole(std::int64_t number) { return narrow(Wide{number} * scale); }

std::optional<Decimal> Decimal::parse(std::string_view text) {
    bool negative = false;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (whole.empty() || whole.size() > 13 || fraction.size() > 6) return std::nullopt;
    if (point != std::string_view::npos && fraction.empty()) return std::nullopt;
    Wide millionths = 0;
    for (const char digit : whole) {
        if (digit < '0' || digit > '9') return std::nullopt;
        millionths = millionths * 10 + (digit - '0');
    }
    for (std::size_t i = 0; i < 6; ++i) {
        const char digit = i < fraction.size() ? fraction[i] : '0';
        if (digit < '0' || digit > '9') return std::nullopt;
        millionths = millionths * 10 + (digit - '0');
    }
    if (millionths > INT64_MAX) return std::nullopt;
    return from_millionths(static_cast<std::int64_t>(negative ? -millionths : millionths));
}

Decimal Decimal::ratio(Decimal numerator, Decimal denominator, std::int64_t times) {
    if (denominator.is_zero()) throw Error(Fault::request, "A ratio has nothing to divide by.");
    const Wide product = Wide{numerator.millionths_} * times;
    // |product| < 2^63 · 2^63; another factor of 10^6 would not fit, so the whole part and the rest are divided separately.
    const Wide whole = product / denominator.millionths_;
    const Wide rest = product % denominator.millionths_;
    if (whole > INT64_MAX / scale || whole < -(INT64_MAX / scale)) return narrow(Wide{INT64_MAX} + 1);
    return narrow(whole * scale + divide_half_away(rest * scale, denominator.millionths_));
}

std::optional<Decimal> Decimal::ratio_if(Decimal numerator, Decimal denominator, std::int64_t times) {
    if (denominator.is_zero()) return std::nullopt;
    const Wide whole = Wide{numerator.millionths_} * times / denominator.millionths_;
    if (whole >= INT64_MAX / scale || whole <= -(INT64_MAX / scale)) return std::nullopt;
    return ratio(numerator, denominator, times);
}

double Decimal::to_double() const { return static_cast<double>(millionths_) / static_cast<double>(scale); }

std::optional<Decimal> Decimal::nearest(double value) {
    const double millionths = std::round(value * static_cast<double>(scale));
    if (!(std::abs(millionths) < 9.2e18)) return {}; // NaN too
    return from_millionths(static_cast<std::int64_t>(millionths));
}

Decimal Decimal::rounded(int decimals) const {
    assert(decimals >= 0 && decimals <= 6);
    const Wide step = power_of_ten[6 - decimals];
    return narrow(divide_half_away(millionths_, step) * step);
}

Decimal operator+(Decimal a, Decimal b) { return narrow(Wide{a.millionths_} + b.millionths_); }
Decimal operator-(Decimal a, Decimal b) { return narrow(Wide{a.millionths_} - b.millionths_); }
Decimal operator*(Decimal a, Decimal b) {
    return narrow(divide_half_away(Wide{a.millionths_} * b.millionths_, Decimal::scale));
}

std::string print_fixed(Decimal value, int decimals) {
    assert(decimals >= 0 && decimals <= 6);
    // Not by rounded(): the greatest figures round to what is no longer a Decimal, but can still be printed.
    const Wide step = power_of_ten[6 - decimals];
    const Wide signed_rounded = divide_half_away(value.millionths(), step) * step;
    const auto rounded = static_cast<std::uint64_t>(signed_rounded < 0 ? -signed_rounded : signed_rounded);
    std::string out = (signed_rounded < 0 ? "-" : "") + std::to_string(rounded / Decimal::scale);
    if (decimals > 0) {
        std::string fraction = std::to_string(rounded % Decimal::scale);
        fraction.insert(0, 6 - fraction.size(), '0');
        out += "." + fraction.substr(0, static_cast<std::size_t>(decimals));
    }
    return out;
}

std::string print(Decimal value) {
    std::string out = print_fixed(value, 6);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
    return out;
}

std::string print_grouped(Decimal value, int decimals) {
    std::string out = print_fixed(value, decimals);
    const std::size_t first = out.front() == '-' ? 1 : 0;
    std::size_t end = out.find('.');
    if (end == std::string::npos) end = out.size();
    for (std::size_t at = end; at > first + 3;) {
        at -= 3;
        out.insert(at, ",");
    }
    return out;
}

} // namespace qd
