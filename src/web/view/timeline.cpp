#include "web/view/timeline.hpp"

#include <algorithm>

namespace qd::web {
namespace {

constexpr int longest_gap = 120; // steps; what lies further apart is not drawn at even steps

Period place_of(const Measure& measure, const Figure& figure) {
    const bool yearly = measure.grain == Grain::academic_year || measure.grain == Grain::year;
    return yearly && figure.described.grain() == measure.grain ? figure.described : figure.period;
}

// The periods between two of the same grain; none where they do not lead from one to the other.
std::vector<TimePoint> between(const Calendar& calendar, Period from, Period to) {
    std::vector<TimePoint> gap;
    if (from.grain() != to.grain() || from.grain() == Grain::span) return gap;
    for (auto period = calendar.next(from); period && *period < to; period = calendar.next(*period)) {
        gap.push_back({*period, nullptr});
        if (gap.size() > longest_gap) return {};
    }
    return gap;
}

} // namespace

std::vector<TimePoint> timeline(const Calendar& calendar, const Measure& measure, const Series& series, Date until) {
    std::vector<TimePoint> known;
    for (const Figure& figure : series.points)
        if (const Period place = place_of(measure, figure); calendar.last_day(place) <= until)
            known.push_back({place, &figure});
    std::ranges::stable_sort(known, {}, [&](const TimePoint& point) { return calendar.last_day(point.period); });
    std::vector<TimePoint> result;
    for (const TimePoint& point : known) {
        if (!result.empty())
            for (const TimePoint& missing : between(calendar, result.back().period, point.period))
                result.push_back(missing);
        result.push_back(point);
    }
    return result;
}

} // namespace qd::web
