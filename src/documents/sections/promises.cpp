#include "documents/sections/promises.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/measure_trend.hpp"
#include "documents/sections/programme_section.hpp"
#include "domain/recovery.hpp"

#include <algorithm>
#include <map>

namespace qd::inline documents {
namespace {

constexpr std::size_t most_points = 80; // more than that, and somebody must have mistyped a year

PromisePoint named_point(const Calendar& calendar, Period period) {
    PromisePoint point;
    point.label = calendar.label(period);
    point.axis = axis_tick(calendar, period);
    return point;
}

// All periods from the first to the last; none where these are not of one grain.
std::vector<Period> even_steps(const Calendar& calendar, const std::vector<Period>& periods) {
    std::vector<Period> steps;
    if (periods.empty()) return steps;
    const Grain grain = periods.front().grain();
    if (grain == Grain::span || std::ranges::any_of(periods, [&](Period each) { return each.grain() != grain; }))
        return steps;
    const Period last = *std::ranges::max_element(periods);
    for (std::optional<Period> next = *std::ranges::min_element(periods); next && *next <= last;
         next = calendar.next(*next)) {
        if (steps.size() == most_points) return {};
        steps.push_back(*next);
    }
    return steps;
}

bool has_happened(const Figure& figure) { return figure.actual.has_value() && !has(figure.flags, Flag::forecast); }

const Figure* figure_of(const Series& series, Period period) {
    const auto found = std::ranges::find(series.points, period, &Figure::period);
    return found == series.points.end() || !has_happened(*found) ? nullptr : &*found;
}

// The last that was known when the plan was raised.
const Figure* before_plan(const Content& content, const RecoveryPlan& plan, const Series& series) {
    const Calendar& calendar = content.settings.calendar;
    const Figure* found = nullptr;
    for (const Figure& figure : series.points)
        if (has_happened(figure) && calendar.last_day(figure.period) <= calendar.last_day(plan.raised_in))
            found = &figure;
    return found;
}

const Figure* newest(const Series& series) {
    const auto found = std::find_if(series.points.rbegin(), series.points.rend(), has_happened);
    return found == series.points.rend() ? nullptr : &*found;
}

std::string without_plus(std::string words) { return words.starts_with('+') ? words.substr(1) : words; }

} // namespace

std::optional<PromiseInput> profile_chart(const Content& content, const DeliveryLine& line, const std::string& prefix) {
    const Calendar& calendar = content.settings.calendar;
    std::vector<Period> periods;
    std::map<Period, const DeliveryStep*> known;
    for (const DeliveryStep& step : line.course) {
        if (!step.row.profile || !step.row.delivered) continue;
        periods.push_back(step.row.period);
        known[step.row.period] = &step;
    }
    const std::vector<Period> steps = even_steps(calendar, periods);
    if (known.size() < 2 || steps.empty()) return std::nullopt;
    PromiseInput input;
    input.prefix = prefix;
    input.title = line.deliverable.title;
    const std::string counted = line.deliverable.counted.empty() ? "Delivered" : capitalised(line.deliverable.counted);
    input.subject = counted + ", from the start of the programme";
    if (line.deliverable.lag_weeks > 0)
        input.eased =
            "Expected after a lag of " + plural(static_cast<std::size_t>(line.deliverable.lag_weeks), "week", "weeks");
    input.later = "Evidenced";
    input.show = [](Decimal value) { return print_grouped(value, value.rounded(0) == value ? 0 : 1); };
    input.show_difference = input.show_tick = input.show;
    for (const Period period : steps) {
        PromisePoint point = named_point(calendar, period);
        if (const auto found = known.find(period); found != known.end()) {
            const DeliveryStep& step = *found->second;
            point.promised = step.row.profile, point.actual = step.row.delivered;
            point.eased = step.after_lag, point.later = step.row.evidenced;
        }
        input.points.push_back(std::move(point));
    }
    return input;
}

std::optional<PromiseBarsInput> profile_bars(const Content& content, const ProgrammeProgress& progress,
                                             const std::string& prefix) {
    PromiseBarsInput input;
    input.prefix = prefix;
    input.title = progress.programme.title;
    for (const DeliveryLine& line : progress.lines)
        if (line.row && line.row->profile && line.row->delivered && *line.row->profile > Decimal())
            input.bars.push_back({line.deliverable.title, *line.row->profile, *line.row->delivered, line.after_lag});
    if (input.bars.size() < 2 || !progress.period) return std::nullopt;
    const auto day = reported_to(progress.lines, content.settings.calendar);
    input.subject = "Delivered from the start to " +
                    (day ? print_long(*day) : "the day to which each was last reported") +
                    ", as a share of the profile";
    input.show = [](Decimal value) { return print_grouped(value, value.rounded(0) == value ? 0 : 1); };
    return input;
}

std::optional<PromiseInput> trajectory_chart(const Content& content, const RecoveryPlan& plan, const Series& series,
                                             Instant as_at, const std::string& prefix) {
    const Calendar& calendar = content.settings.calendar;
    const Measure* measure = find_row(content.measures, plan.measure);
    const std::vector<TrajectoryLine> lines = trajectory_lines(content, plan, series, as_at);
    if (!measure || lines.size() < 2) return std::nullopt;
    std::vector<Period> periods;
    for (const TrajectoryLine& line : lines) periods.push_back(line.point.period);
    if (const Figure* before = before_plan(content, plan, series)) periods.push_back(before->period);
    const std::vector<Period> steps = even_steps(calendar, periods);
    const bool any = std::ranges::any_of(steps, [&](Period period) { return figure_of(series, period) != nullptr; });
    if (steps.size() < 2 || !any) return std::nullopt;
    PromiseInput input;
    input.prefix = prefix;
    input.title = short_name(*measure);
    input.subject =
        measured_words(*measure, as_at.date()) + (measure->polarity == Polarity::lower ? "; smaller is better" : "");
    input.promised = "Trajectory", input.actual = "Actual", input.eased = "Originally promised";
    input.polarity = measure->polarity;
    if (measure->quantity == Quantity::percent) input.ceiling = Decimal(100);
    input.show = [measure = *measure](Decimal value) { return show(measure, value); };
    input.show_difference = [measure = *measure](Decimal value) {
        return without_plus(show_difference(measure, value));
    };
    input.show_tick = [measure = *measure](Decimal value) { return tick_words(measure, value); };
    for (const Period period : steps) {
        PromisePoint point = named_point(calendar, period);
        if (const Figure* figure = figure_of(series, period)) point.actual = figure->actual.value();
        const auto line =
            std::ranges::find(lines, period, [](const TrajectoryLine& each) { return each.point.period; });
        if (line != lines.end()) point.promised = line->point.value, point.eased = line->at_first;
        input.points.push_back(std::move(point));
    }
    return input;
}

std::string trajectory_words(const Content& content, const RecoveryPlan& plan, const Series& series, Instant as_at) {
    const Measure* measure = find_row(content.measures, plan.measure);
    std::vector<std::string> parts;
    if (measure)
        for (const TrajectoryLine& line : trajectory_lines(content, plan, series, as_at))
            parts.push_back(show(*measure, line.point.value) + " promised for " +
                            content.settings.calendar.label(line.point.period) + ", " +
                            (line.actual ? show(*measure, *line.actual) + " came" : "not known yet"));
    return parts.empty() ? "" : "Trajectory: " + join(parts, "; ") + ".";
}

namespace {

// A point's own figure if a measure builds up over the year, so that a longer stretch is not compared with a
// shorter one; otherwise its figure. A sum without figures for its own periods has nothing to compare.
std::optional<Decimal> by_itself(const Measure& measure, const Figure& point) {
    if (point.stretch != StretchKind::to_date) return point.actual.value();
    const Cell* own = own_figure(point);
    if (own && own->has_value()) return own->value();
    return adds_up(measure) ? std::nullopt : std::optional(point.actual.value());
}

std::string change_words(const Measure& measure, Decimal before, Decimal now) {
    const Decimal difference = now.rounded(measure.decimals) - before.rounded(measure.decimals);
    if (difference.is_zero()) return "the same";
    const bool more = difference > Decimal();
    const std::string size = without_plus(show_difference(measure, difference.abs()));
    if (measure.polarity != Polarity::higher && measure.polarity != Polarity::lower)
        return (more ? "higher, by " : "lower, by ") + size;
    return (more == (measure.polarity == Polarity::higher) ? "better, by " : "worse, by ") + size;
}

} // namespace

std::string effect_words(const Content& content, const RecoveryPlan& plan, const Series& series, Instant as_at) {
    const Calendar& calendar = content.settings.calendar;
    const Measure* measure = find_row(content.measures, plan.measure);
    const Figure *before = before_plan(content, plan, series), *now = newest(series);
    if (!measure || !before || !now || calendar.last_day(now->period) <= calendar.last_day(plan.raised_in)) return {};
    const auto was = by_itself(*measure, *before), is = by_itself(*measure, *now);
    std::string out;
    if (was && is)
        out = "From " + show(*measure, *was) + " in " + calendar.label(before->period) + ", before the plan, to " +
              show(*measure, *is) + " in " + calendar.label(now->period) + ": " + change_words(*measure, *was, *is) +
              ".";
    else
        out = "The years to date before the plan and now have different lengths, so they are not compared.";
    std::size_t known = 0, kept = 0;
    for (const TrajectoryLine& line : trajectory_lines(content, plan, series, as_at)) {
        if (!line.actual) continue;
        ++known;
        kept += line.is_kept ? 1 : 0;
    }
    if (known > 0)
        out +=
            " The trajectory was kept in " + std::to_string(kept) + " of " + plural(known, "period", "periods") + ".";
    return out;
}

} // namespace qd::inline documents
