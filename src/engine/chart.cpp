#include "engine/chart.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace qd::inline engine {
namespace {

struct Points {
    std::vector<Period> periods;
    std::vector<double> values;
    std::vector<Rebase> rebases;
};

Points points_of(const OwnFigures& own) {
    Points points;
    bool starts_afresh = false;
    for (const OwnFigure& figure : own.figures) {
        starts_afresh = starts_afresh || has(figure.amount.flags, Flag::break_in_series);
        if (!figure.amount.number) continue;
        if (starts_afresh) points.rebases.push_back({points.values.size(), "The series was said to break."});
        starts_afresh = false;
        points.periods.push_back(figure.period);
        points.values.push_back(figure.amount.number->rounded().to_double());
    }
    return points;
}

std::optional<ChartLines> lines_of(const Segment& segment) {
    if (!segment.limits) return {};
    const Limits& limits = *segment.limits;
    const auto mean = Decimal::nearest(limits.mean), lower = Decimal::nearest(limits.lower),
               upper = Decimal::nearest(limits.upper), near_lower = Decimal::nearest(limits.near_lower),
               near_upper = Decimal::nearest(limits.near_upper);
    if (!mean || !lower || !upper || !near_lower || !near_upper) return {};
    return ChartLines{*mean, *lower, *upper, *near_lower, *near_upper};
}

// What each period by itself is held against. A figure that is added up over the year has a target that is added up as well,
// which no single period is held against.
std::optional<Decimal> target_of_each(const Measure& measure, const std::optional<Goal>& goal) {
    if (!goal || measure.roll_up == RollUp::sum || measure.roll_up == RollUp::by_hand) return {};
    return goal->aim;
}

} // namespace

std::variant<ChartReading, std::string> chart_of(const Sheet& sheet, const OwnFigures& own,
                                                 const std::optional<Goal>& goal) {
    if (own.figures.empty()) return own.why_none;
    const Points points = points_of(own);
    if (points.values.size() < fewest_points)
        return fmt::format("{} so far: limits need at least {}.", plural(points.values.size(), "figure", "figures"),
                           fewest_points);
    const ControlChart chart = control_chart(points.values, {}, points.rebases);
    ChartReading reading;
    for (std::size_t i = 0; i < points.values.size(); ++i)
        reading.points.push_back({points.periods[i], *Decimal::nearest(points.values[i]), chart.rules[i]});
    for (const Segment& segment : chart.segments)
        reading.segments.push_back(
            {points.periods[segment.first], segment.standing, lines_of(segment), segment.reason});
    const Good good = good_of(sheet.measure().polarity);
    reading.signal = signal_of(chart.rules.back(), good);
    reading.target = target_of_each(sheet.measure(), goal);
    if (const auto& limits = chart.segments.back().limits)
        reading.assurance =
            assurance_of(limits->lower, limits->upper,
                         reading.target ? std::optional(reading.target->to_double()) : std::nullopt, good);
    return reading;
}

} // namespace qd::inline engine
