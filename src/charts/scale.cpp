#include "charts/scale.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace qd::inline charts {
namespace {

// Steps are found in millionths: the smallest 1, 2 or 5 × 10^k that needs at most `most_steps`.
std::int64_t step_for(std::int64_t span, int most_steps) {
    std::int64_t power = 1;
    for (;;) {
        for (const std::int64_t factor : {1, 2, 5})
            if (span / most_steps <= factor * power - (span % most_steps != 0 ? 1 : 0)) return factor * power;
        if (power > INT64_MAX / 100) return power;
        power *= 10;
    }
}

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

} // namespace

double Scale::share(Decimal value) const {
    return (value.to_double() - least.to_double()) / (most.to_double() - least.to_double());
}

Scale scale_for(const std::vector<Decimal>& values, std::optional<Decimal> ceiling) {
    assert(!values.empty());
    const auto [low_at, high_at] = std::ranges::minmax_element(values);
    // A quarter of the range is kept inside int64, so that widening a scale cannot overflow.
    const std::int64_t limit = INT64_MAX / 4;
    std::int64_t low = std::clamp(low_at->millionths(), -limit, limit);
    std::int64_t high = std::clamp(high_at->millionths(), -limit, limit);
    const bool from_zero = low >= 0 && low <= high / 5 * 2;
    if (from_zero)
        low = 0;
    else if (high < 0 && high >= low / 5 * 2)
        high = 0;
    if (low == high) { // one value, or all the same: a tenth of it on both sides
        const std::int64_t around = low == 0 ? Decimal::scale : std::max<std::int64_t>(std::abs(low) / 10, 1);
        if (low != 0) low -= around;
        high += around;
    }
    const std::int64_t step = step_for(high - low, 5);
    std::int64_t first = floor_to(low, step), last = -floor_to(-high, step);
    // A value close to the edge would be on the axis and leave no room for its label.
    if (low - first < step / 3 && !from_zero && low > 0) first = std::max<std::int64_t>(first - step, 0);
    const bool capped = ceiling && high <= ceiling->millionths() && last >= ceiling->millionths();
    if (capped) last = -floor_to(-ceiling->millionths(), step);
    Scale scale;
    for (std::int64_t tick = first; tick <= last; tick += step) scale.ticks.push_back(Decimal::from_millionths(tick));
    scale.least = scale.ticks.front();
    scale.most = scale.ticks.back();
    return scale;
}

} // namespace qd::inline charts
