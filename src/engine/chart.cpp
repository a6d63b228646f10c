#include "engine/chart.hpp"

#include "base/text.hpp"
#include "statistics/rare_events.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace qd::inline engine {
namespace {

struct Points {
    std::vector<Period> periods;
    std::vector<double> values;
    std::vector<Rebase> rebases;
};

constexpr double most_events = 1000; // in one period; more are not rare, and no list is made of them

using Rebases = std::vector<const ChartRebase*>;

Rebases rebases_of(const Sheet& sheet, const AreaCode& area) {
    Rebases found;
    for (const ChartRebase& rebase : sheet.known().content.rebases)
        if (rebase.measure == sheet.measure().code && sheet.known().named(rebase.area) == area)
            found.push_back(&rebase);
    return found;
}

// Why the chart restarts with a figure: the first rebase that begins by then and after the figure before; or a break.
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

// The figures of one process, in even steps, with gaps.
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
                       charted == Charted::figures ? plural(points, "figure", "figures")
                                                   : plural(points, "figure with one from a year before",
                                                            "figures with one from a year before"),
                       fewest_points);
}

// Where values of a measure end: what is counted does not happen at all there.
ValueEnds ends_of(const Measure& measure) {
    ValueEnds ends{0.0, {}};
    if (measure.quantity == Quantity::percent) ends.most = 100;
    return ends;
}

// The value that most of them have.
std::pair<double, std::size_t> most_common(std::span<const double> values) {
    std::pair<double, std::size_t> found{0, 0};
    for (const double value : values) {
        const auto count = static_cast<std::size_t>(std::ranges::count(values, value));
        if (count > found.second) found = {value, count};
    }
    return found;
}

// Why points have no limits.
std::string why_no_lines(const Measure& measure, Standing standing, std::span<const double> values, Charted charted) {
    if (standing == Standing::none) return too_few(values.size(), charted);
    if (standing == Standing::trial || standing == Standing::usable) return "Its limits are too wide to be stored.";
    const auto [value, count] = most_common(values);
    const Decimal common = Decimal::nearest(value).value_or(Decimal());
    const std::string shown = charted == Charted::figures ? show(measure, common) : show_difference(measure, common);
    const std::string which =
        fmt::format("{} of {} {} {}", count == values.size() ? "all" : std::to_string(count), values.size(),
                    charted == Charted::figures ? "figures are" : "differences from a year before are", shown);
    if (standing == Standing::rare)
        return "Too rare for limits: " + which + ", so a single one, different or not, is not a signal.";
    return "No usual spread to base limits on: " + which + ".";
}

// The counts since the process last started and the last gap, in whole numbers; none if one of them is not a count.
std::pair<std::vector<Period>, std::vector<std::size_t>> last_counts(const Sheet& sheet, const AreaCode& area,
                                                                     const OwnFigures& own) {
    const Process process = processes_of(sheet, area, own).back();
    std::vector<Period> periods;
    std::vector<std::size_t> counts;
    for (std::size_t i = 0; i < process.values.size(); ++i) {
        if (!process.values[i]) {
            periods.clear();
            counts.clear();
            continue;
        }
        const double value = *process.values[i];
        if (value < 0 || value != std::floor(value) || value > most_events) return {};
        periods.push_back(process.periods[i]);
        counts.push_back(static_cast<std::size_t>(value));
    }
    return {std::move(periods), std::move(counts)};
}

// As a chart would be called rare: enough periods, and more than half of them without an event.
bool is_rare(const std::vector<std::size_t>& counts) {
    const auto without = static_cast<std::size_t>(std::ranges::count(counts, std::size_t{0}));
    return counts.size() >= fewest_points && 2 * without > counts.size() && without < counts.size();
}

// Events in spans are taken to be in the middle.
Between days_between(const Sheet& sheet, const std::vector<Period>& periods, const std::vector<std::size_t>& counts) {
    Between found;
    std::optional<double> last;
    const Date start = sheet.stretch(periods.front()).first;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const Stretch stretch = sheet.stretch(periods[i]);
        const double middle = static_cast<double>((stretch.first - start) + (stretch.last - start)) / 2;
        for (std::size_t event = 0; event < counts[i]; ++event) {
            if (last) found.steps.push_back(middle - *last);
            last = middle;
        }
        found.events += counts[i];
    }
    if (last) found.since = static_cast<double>(sheet.stretch(periods.back()).last - start) - *last;
    return found;
}

bool has_lines(const ChartSegment& segment) { return segment.lines.has_value(); }

} // namespace

OrWhy<ChartReading> chart_of(const Sheet& sheet, const AreaCode& area, const OwnFigures& own,
                             const std::optional<Decimal>& target) {
    if (own.figures.empty()) return own.why_none;
    const Measure& measure = sheet.measure();
    ChartReading reading;
    if (measure.seasonal && measure.grain != Grain::span) reading.charted = Charted::year_on_year;
    const Points points = points_of(sheet, area, own, reading.charted);
    if (points.values.size() < fewest_points) return too_few(points.values.size(), reading.charted);
    const std::optional<std::size_t> baseline =
        measure.baseline ? std::optional(static_cast<std::size_t>(*measure.baseline)) : std::nullopt;
    const bool is_difference = reading.charted == Charted::year_on_year;
    const ControlChart chart = control_chart(points.values, sheet.known().content.settings.charts, points.rebases,
                                             baseline, is_difference ? ValueEnds() : ends_of(measure));
    for (std::size_t i = 0; i < points.values.size(); ++i)
        reading.points.push_back({points.periods[i], *Decimal::nearest(points.values[i]), chart.rules[i]});
    for (const Segment& segment : chart.segments) {
        ChartSegment drawn{points.periods[segment.first], segment.standing, lines_of(segment), segment.reason, ""};
        const auto values = std::span(points.values).subspan(segment.first, segment.end - segment.first);
        if (!drawn.lines)
            drawn.why_no_lines =
                why_no_lines(measure, segment.standing,
                             values.first(std::min(values.size(), baseline.value_or(values.size()))), reading.charted);
        reading.segments.push_back(std::move(drawn));
    }
    if (std::ranges::none_of(reading.segments, has_lines)) return reading.segments.back().why_no_lines;
    const Good good = good_of(measure.polarity);
    reading.signal = signal_of(chart.rules.back(), good);
    reading.target = target;
    reading.assurance = assurance_of(chart.segments.back(), chart.rules,
                                     target ? std::optional(target->to_double()) : std::nullopt, good);
    return reading;
}

std::optional<BetweenReading> between_of(const Sheet& sheet, const AreaCode& area, const OwnFigures& own) {
    const Measure& measure = sheet.measure();
    if (measure.quantity != Quantity::count || own.figures.empty()) return {};
    const auto [periods, counts] = last_counts(sheet, area, own);
    if (!is_rare(counts)) return {};
    BetweenReading reading;
    reading.grain = measure.grain;
    reading.periods = counts.size();
    Between between = periods_between(counts);
    reading.events = between.events;
    if (measure.grain == Grain::span) {
        reading.step = BetweenReading::Step::days;
        between = days_between(sheet, periods, counts);
    }
    for (const double step : between.steps) reading.steps.push_back(*Decimal::nearest(step));
    if (between.since) reading.since = Decimal::nearest(*between.since);
    if (between.steps.size() < fewest_points) return reading;
    reading.standing = between.steps.size() < usable_points ? Standing::trial : Standing::usable;
    const BetweenLimits limits =
        reading.step == BetweenReading::Step::days ? t_limits(between.steps) : g_limits(between.steps);
    reading.mean = Decimal::nearest(limits.mean);
    reading.lower = Decimal::nearest(limits.lower);
    reading.upper = Decimal::nearest(limits.upper);
    return reading;
}

} // namespace qd::inline engine
