#include "engine/chart.hpp"

#include "base/text.hpp"

#include <utility>

#include <fmt/format.h>

namespace qd::inline engine {
namespace {

struct Points {
    std::vector<Period> periods;
    std::vector<double> values;
    std::vector<Rebase> rebases;
};

using Rebases = std::vector<const ChartRebase*>;

Rebases rebases_of(const Sheet& sheet, const AreaCode& area) {
    Rebases found;
    for (const ChartRebase& rebase : sheet.known().content.rebases)
        if (rebase.measure == sheet.measure().code && sheet.known().named(rebase.area) == area)
            found.push_back(&rebase);
    return found;
}

// Why the chart starts afresh with a figure: the first rebase that begins by then and after the figure before; or a break.
std::string reason_to_start(const Sheet& sheet, const Rebases& rebases, const OwnFigures& own, std::size_t at) {
    if (at == 0) return "";
    const Date after = sheet.stretch(own.figures[at - 1].period).first,
               by = sheet.stretch(own.figures[at].period).first;
    for (const ChartRebase* rebase : rebases) {
        const Date begins = sheet.stretch(rebase->period).first;
        if (after < begins && begins <= by) return rebase->reason;
    }
    return has(own.figures[at].amount.flags, Flag::break_in_series) ? "The series breaks here." : "";
}

// The figures of one process, one after the other in even steps, with gaps.
struct Process {
    std::vector<Period> periods;
    std::vector<std::optional<double>> values;
    std::string reason; // why it started; empty for the first
};

std::vector<Process> processes_of(const Sheet& sheet, const AreaCode& area, const OwnFigures& own) {
    const Rebases rebases = rebases_of(sheet, area);
    std::vector<Process> processes;
    for (std::size_t i = 0; i < own.figures.size(); ++i) {
        const OwnFigure& figure = own.figures[i];
        std::string reason = reason_to_start(sheet, rebases, own, i);
        if (i == 0 || !reason.empty()) processes.push_back({{}, {}, std::move(reason)});
        Process& process = processes.back();
        while (!process.periods.empty()) { // what was never handed in is a gap too
            const auto next = sheet.calendar().next(process.periods.back());
            if (!next || sheet.stretch(*next) >= sheet.stretch(figure.period)) break;
            process.periods.push_back(*next);
            process.values.emplace_back();
        }
        process.periods.push_back(figure.period);
        const auto& number = figure.amount.number;
        process.values.push_back(number ? std::optional(number->rounded().to_double()) : std::nullopt);
    }
    return processes;
}

Points points_of(const Sheet& sheet, const AreaCode& area, const OwnFigures& own, Charted charted) {
    Points points;
    std::string reason; // kept until there is a point to start with
    for (const Process& process : processes_of(sheet, area, own)) {
        if (!process.reason.empty()) reason = process.reason;
        const auto values =
            charted == Charted::figures
                ? process.values
                : year_on_year(process.values,
                               static_cast<std::size_t>(sheet.calendar().periods_a_year(sheet.measure().grain)));
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!values[i] || !Decimal::nearest(*values[i]))
                continue; // a difference of the greatest numbers has no room
            if (!reason.empty()) points.rebases.push_back({points.values.size(), std::exchange(reason, "")});
            points.periods.push_back(process.periods[i]);
            points.values.push_back(*values[i]);
        }
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

std::string too_few(std::size_t points, Charted charted) {
    return fmt::format("{} so far: limits need at least {}.",
                       charted == Charted::figures
                           ? plural(points, "figure", "figures")
                           : plural(points, "figure with one of a year before", "figures with one of a year before"),
                       fewest_points);
}

} // namespace

std::variant<ChartReading, std::string> chart_of(const Sheet& sheet, const AreaCode& area, const OwnFigures& own,
                                                 const std::optional<Decimal>& target) {
    if (own.figures.empty()) return own.why_none;
    const Measure& measure = sheet.measure();
    ChartReading reading;
    if (measure.seasonal && measure.grain != Grain::span) reading.charted = Charted::year_on_year;
    const Points points = points_of(sheet, area, own, reading.charted);
    if (points.values.size() < fewest_points) return too_few(points.values.size(), reading.charted);
    const std::optional<std::size_t> baseline =
        measure.baseline ? std::optional(static_cast<std::size_t>(*measure.baseline)) : std::nullopt;
    const ControlChart chart =
        control_chart(points.values, sheet.known().content.settings.charts, points.rebases, baseline);
    for (std::size_t i = 0; i < points.values.size(); ++i)
        reading.points.push_back({points.periods[i], *Decimal::nearest(points.values[i]), chart.rules[i]});
    for (const Segment& segment : chart.segments)
        reading.segments.push_back(
            {points.periods[segment.first], segment.standing, lines_of(segment), segment.reason});
    const Good good = good_of(measure.polarity);
    reading.signal = signal_of(chart.rules.back(), good);
    reading.target = target;
    if (const auto& limits = chart.segments.back().limits)
        reading.assurance =
            assurance_of(limits->lower, limits->upper,
                         reading.target ? std::optional(reading.target->to_double()) : std::nullopt, good);
    return reading;
}

} // namespace qd::inline engine
