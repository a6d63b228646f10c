#include "engine/find_measure.hpp"
#include "engine/judging.hpp"
#include "engine/scorecard.hpp"
#include "engine/share_out.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace qd::inline engine {
namespace {

// A point of a series: what is shown, and the reporting period whose target and rules judge it.
struct Point {
    Period reporting;
    Shown shown;
};

// The reporting period at whose end a stretch ends, or in which it does.
Period reporting_at(const Sheet& sheet, Period described) {
    const Grain grain = sheet.measure().grain;
    const Stretch stretch = sheet.stretch(described);
    if (described.grain() == grain && grain != Grain::span) return described;
    if (described.grain() != Grain::span && grain == Grain::span) return described;
    const Grain natural = grain == Grain::span ? Grain::quarter : grain;
    const Period period = sheet.calendar().containing(natural, stretch.last);
    const bool is_coarser = described.grain() != Grain::span && !sheet.stretch(period).holds(stretch);
    return is_coarser ? described : period;
}

// One cell as a point: for the period it was reported in if it is what that period shows, otherwise where its own end is.
Point point_of(const Sheet& sheet, const AreaCode& area, Period described) {
    const Stretch stretch = sheet.stretch(described);
    for (const Period reporting : sheet.cells().reporting_periods(area, stretch)) {
        Shown shown = sheet.shown(area, reporting);
        if (sheet.stretch(shown.described) == stretch) return {reporting, std::move(shown)};
    }
    const Period reporting = reporting_at(sheet, described);
    Shown shown = sheet.shown(area, reporting);
    const Stretch found = sheet.stretch(shown.described);
    const bool is_part = shown.own && sheet.stretch(*shown.own).holds(stretch);
    if (found == stretch || is_part) return {reporting, std::move(shown)};
    return {reporting, {described, sheet.amount(area, stretch), {}, {}}};
}

Series series_of(const Known& known, const Measure& measure, const AreaCode& area) {
    const Sheet sheet(known, measure, area);
    Series series{measure.code, area, {}};
    std::vector<std::pair<Stretch, Figure>> points;
    std::set<Stretch> described;
    for (const Period period : sheet.periods(area)) {
        Stretch stretch = sheet.stretch(period);
        bool is_new = true;
        Figure figure = figure_or_why(measure, area, period, [&] {
            const Point point = point_of(sheet, area, period);
            stretch = sheet.stretch(point.shown.described);
            is_new = described.insert(stretch).second;
            return is_new ? judge(sheet, area, point.reporting, point.shown) : Figure();
        });
        if (is_new) points.emplace_back(stretch, std::move(figure));
    }
    std::ranges::stable_sort(points, {}, [](const auto& point) { return point.first; });
    for (auto& [stretch, figure] : points) series.points.push_back(std::move(figure));
    return series;
}

} // namespace

Series compute_series(const MeasuredContent& content, const MeasureCode& code, const AreaCode& area, Instant as_at) {
    const Known known(content, as_at);
    known.refuse_unknown(area);
    return series_of(known, find_measure(content, code), area);
}

std::vector<Series> compute_series(const MeasuredContent& content, const std::vector<std::size_t>& measures,
                                   const AreaCode& area, Instant as_at) {
    const Known known(content, as_at);
    known.refuse_unknown(area);
    std::vector<Series> all(measures.size());
    share_out(content, all.size(),
              [&](std::size_t i) { all[i] = series_of(known, content.measures[measures[i]], area); });
    return all;
}

std::vector<Series> compute_all_series(const MeasuredContent& content, const AreaCode& area, Instant as_at) {
    std::vector<std::size_t> measures(content.measures.size());
    std::iota(measures.begin(), measures.end(), std::size_t{0});
    return compute_series(content, measures, area, as_at);
}

} // namespace qd::inline engine
