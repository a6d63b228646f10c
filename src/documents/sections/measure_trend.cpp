#include "documents/sections/measure_trend.hpp"

#include "documents/phrases.hpp"
#include "documents/sections/timeline.hpp"
#include "domain/coverage.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

bool lags(const Calendar& calendar, const Figure& figure) {
    return calendar.last_day(figure.described) != calendar.last_day(figure.period);
}

std::vector<const Figure*> up_to(const Calendar& calendar, const Series& series, const Figure& figure) {
    std::vector<const Figure*> out;
    const Date last = calendar.last_day(figure.period);
    for (const Figure& point : series.points)
        if (calendar.last_day(point.period) <= last) out.push_back(&point);
    return out;
}

TrendPoint named_point(const Calendar& calendar, Period period, Cell value) {
    TrendPoint point;
    point.label = calendar.label(period);
    const AxisTick axis = axis_tick(calendar, period);
    point.tick = axis.tick;
    point.group = axis.group;
    point.value = value;
    return point;
}

void set_target(TrendPoint& point, const std::optional<Goal>& goal) {
    if (!goal || goal->state != TargetState::in_force) return;
    if (goal->lower && goal->upper && *goal->lower != *goal->upper) {
        point.target = goal->lower;
        point.target_upper = goal->upper;
    } else {
        point.target = goal->aim;
    }
}

// Periods between two points without anything known, so that time runs evenly along the axis; unless there are so
// many that somebody must have mistyped a year.
void add_unreported(TrendInput& input, const Calendar& calendar, Period after, Period before) {
    if (after.grain() != before.grain() || after.grain() == Grain::span) return;
    std::vector<TrendPoint> between;
    for (std::optional<Period> next = calendar.next(after); next && *next < before; next = calendar.next(*next)) {
        if (between.size() == 60) return;
        between.push_back(named_point(calendar, *next, GapReason::not_available));
    }
    input.points.insert(input.points.end(), between.begin(), between.end());
}

// The profile's position, where it is given as a number; the newest row in force counts.
std::optional<Decimal> profile_at(const Content& content, const Figure& figure, Period period) {
    std::optional<Decimal> value;
    for (const Target& target : content.targets) {
        const AreaCode& area = target.area.empty() ? content.settings.area : target.area;
        if (target.measure == figure.measure && area == figure.area && target.period == period &&
            target.role == TargetRole::profile && target.state == TargetState::in_force &&
            target.kind == TargetKind::value)
            value = target.value;
    }
    return value;
}

// The rest of the year, so that target and forecast are drawn where they are due.
void add_coming(TrendInput& input, const Content& content, const Figure& figure) {
    const Calendar& calendar = content.settings.calendar;
    const Grain grain = figure.period.grain();
    if ((grain != Grain::quarter && grain != Grain::month && grain != Grain::half) ||
        (!input.year_end && !input.forecast))
        return;
    Period period = figure.period;
    while (!calendar.ends_year(period)) {
        const std::optional<Period> next = calendar.next(period);
        if (!next) return;
        period = *next;
        TrendPoint point = named_point(calendar, period, GapReason::not_due);
        point.target = profile_at(content, figure, period);
        if (!point.target && figure.goal && figure.goal->role == TargetRole::annual) set_target(point, figure.goal);
        input.points.push_back(std::move(point));
    }
}

std::string subject_of(const Measure& measure, const std::vector<const Figure*>& points, Date on) {
    std::string out = measured_words(measure, on);
    if (measure.roll_up == RollUp::rolling)
        out += ", rolling year";
    else if (measure.roll_up == RollUp::sum && !points.empty())
        out += ", the year so far";
    if (measure.polarity == Polarity::lower) out += "; smaller is better";
    return out;
}

} // namespace

AxisTick axis_tick(const Calendar& calendar, Period period) {
    switch (period.grain()) {
    case Grain::quarter: return {"Q" + std::to_string(period.number()), calendar.label(calendar.year_of(period))};
    case Grain::half: return {"H" + std::to_string(period.number()), calendar.label(calendar.year_of(period))};
    case Grain::year: return {calendar.label(period), ""};
    case Grain::academic_year: return {calendar.label(period).substr(sizeof("school year ") - 1), ""};
    case Grain::month:
    case Grain::span: break;
    }
    const Date last = calendar.last_day(period);
    return {month_name(last.month()).substr(0, 3), std::to_string(last.year())};
}

std::string measured_words(const Measure& measure, Date on) {
    const Definition* definition = definition_at(measure, on);
    std::string out =
        !definition || definition->numerator_label.empty() ? measure.title : capitalised(definition->numerator_label);
    if (measure.quantity == Quantity::percent) out += ", per cent";
    return out;
}

std::string tick_words(const Measure& measure, Decimal value) {
    const std::string digits = print_grouped(value, 6);
    const std::string shorter = digits.substr(0, digits.find_last_not_of('0') + 1);
    const std::string number = shorter.ends_with('.') ? shorter.substr(0, shorter.size() - 1) : shorter;
    return measure.quantity == Quantity::percent ? number + "%"
           : measure.quantity == Quantity::money ? "£" + number
                                                 : number;
}

TrendInput measure_trend(const Content& content, const Measure& measure, const Series& series, const Figure& figure,
                         Bearing bearing, const std::string& prefix) {
    const Calendar& calendar = content.settings.calendar;
    const Series even = at_even_steps(calendar, series, figure);
    const std::vector<const Figure*> points = up_to(calendar, even, figure);
    const bool lagging = std::ranges::any_of(points, [&](const Figure* point) { return lags(calendar, *point); });
    TrendInput input;
    input.prefix = prefix;
    input.title = short_name(measure);
    input.subject = subject_of(measure, points, calendar.last_day(figure.described));
    input.polarity = measure.polarity;
    input.bearing = bearing;
    if (measure.grain != Grain::year && adds_up(measure)) input.kind = TrendInput::Points::built_up;
    input.has_last_step = figure.previous.direction != Direction::not_comparable &&
                          (!figure.beside || figure.previous.stretch == figure.stretch);
    if (measure.quantity == Quantity::percent) input.ceiling = Decimal(100);
    Period previous;
    input.show = [measure](Decimal value) { return show(measure, value); };
    input.show_set = [measure](Decimal value) { return show_set(measure, value); };
    input.show_difference = [measure](Decimal value) { return show_difference(measure, value); };
    input.show_tick = [measure](Decimal value) { return tick_words(measure, value); };
    if (figure.goal && figure.goal->role == TargetRole::profile) input.target_word = "profile";
    for (const Figure* point : points) {
        const Period at = lagging ? point->described : point->period;
        if (!input.points.empty()) add_unreported(input, calendar, previous, at);
        previous = at;
        TrendPoint next = named_point(calendar, at, point->actual);
        if (measure.roll_up == RollUp::sum && at.grain() != Grain::span &&
            calendar.first_day(at) == calendar.first_day(calendar.year_of(at)))
            next.line = TrendPoint::Line::anew;
        // With a profile the year's own target is another line; it is drawn only at the year end.
        if (input.target_word != "profile" || (point->goal && point->goal->role == TargetRole::profile))
            set_target(next, point->goal);
        input.points.push_back(std::move(next));
    }
    if (figure.year_end && figure.year_end->state == TargetState::in_force &&
        !(figure.year_end->lower && figure.year_end->upper && figure.year_end->lower != figure.year_end->upper))
        input.year_end = figure.year_end->aim;
    input.forecast = figure.forecast;
    if (!lagging) add_coming(input, content, figure);
    return input;
}

SparklineInput measure_sparkline(const Content& content, const Measure& measure, const Series& series,
                                 const Figure& figure, const std::string& prefix) {
    SparklineInput input;
    input.prefix = prefix;
    input.subject = short_name(measure);
    const Series even = at_even_steps(content.settings.calendar, series, figure);
    for (const Figure* point : up_to(content.settings.calendar, even, figure)) input.values.push_back(point->actual);
    if (figure.goal && figure.goal->state == TargetState::in_force) input.target = figure.goal->aim;
    input.show = [measure](Decimal value) { return show(measure, value); };
    return input;
}

} // namespace qd::inline documents
