#include "documents/sections/timeline.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

constexpr std::size_t longest_gap = 120; // steps; periods further apart are not drawn at even steps

// The periods between two of the same grain; none where they do not lead from one to the other.
std::vector<Figure> between(const Calendar& calendar, const Figure& from, const Figure& to) {
    std::vector<Figure> gap;
    if (from.period.grain() != to.period.grain() || from.period.grain() == Grain::span) return gap;
    for (auto period = calendar.next(from.period); period && *period < to.period; period = calendar.next(*period)) {
        if (gap.size() == longest_gap) return {};
        Figure missing;
        missing.measure = from.measure;
        missing.area = from.area;
        missing.period = missing.described = *period;
        gap.push_back(std::move(missing));
    }
    return gap;
}

} // namespace

Series at_even_steps(const Calendar& calendar, const Series& series, const Figure& figure) {
    const auto lags = [&](const Figure& point) {
        return calendar.last_day(point.described) != calendar.last_day(point.period);
    };
    const bool lagging = std::ranges::any_of(series.points, lags);
    Series result{series.measure, series.area, {}};
    for (const Figure& point : series.points) {
        if (!lagging && !result.points.empty())
            std::ranges::move(between(calendar, result.points.back(), point), std::back_inserter(result.points));
        result.points.push_back(point);
        std::optional<Goal>& goal = result.points.back().goal;
        if (goal && figure.goal && goal->role != figure.goal->role) goal.reset();
    }
    return result;
}

} // namespace qd::inline documents
