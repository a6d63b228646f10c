#include "documents/sections/measure_fan.hpp"

#include "documents/phrases.hpp"
#include "documents/sections/measure_trend.hpp"
#include "documents/sections/timeline.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

FanPoint named_point(const Calendar& calendar, Period period) {
    FanPoint point;
    point.label = calendar.label(period);
    point.axis = axis_tick(calendar, period);
    point.value = GapReason::not_due;
    return point;
}

// Two years, so that the end of this one has room; for measures that build up, only this year and the last.
Date earliest_of(const Calendar& calendar, Period period) {
    return calendar.first_day(calendar.year_of(period)).plus_months(-12);
}

} // namespace

FanInput measure_fan(const Content& content, const Measure& measure, const Series& series, const Figure& figure,
                     const OutturnReading& outturn, const std::string& prefix) {
    const Calendar& calendar = content.settings.calendar;
    FanInput input;
    input.prefix = prefix;
    input.title = short_name(measure);
    input.subject = measured_words(measure, calendar.last_day(figure.described));
    if (measure.roll_up == RollUp::sum) input.subject += ", the year so far";
    if (measure.polarity == Polarity::lower) input.subject += "; smaller is better";
    input.polarity = measure.polarity;
    if (measure.quantity == Quantity::percent) input.ceiling = Decimal(100);
    input.show = [measure](Decimal value) { return show(measure, value); };
    input.show_set = [measure](Decimal value) { return show_set(measure, value); };
    input.show_tick = [measure](Decimal value) { return tick_words(measure, value); };
    const Date from = earliest_of(calendar, figure.period), to = calendar.last_day(figure.period);
    const Series even = at_even_steps(calendar, series, figure);
    for (const Figure& point : even.points) {
        if (calendar.first_day(point.period) < from || calendar.last_day(point.period) > to) continue;
        FanPoint drawn = named_point(calendar, point.period);
        drawn.value = point.actual;
        if (measure.roll_up == RollUp::sum &&
            calendar.first_day(point.period) == calendar.first_day(calendar.year_of(point.period)))
            drawn.line = FanPoint::Line::anew;
        input.points.push_back(std::move(drawn));
    }
    for (const OutturnStep& step : outturn.path) {
        FanPoint drawn = named_point(calendar, step.period);
        drawn.expected = step.expected;
        drawn.lower = step.lower;
        drawn.upper = step.upper;
        input.points.push_back(std::move(drawn));
    }
    if (figure.year_end && figure.year_end->state == TargetState::in_force) input.target = figure.year_end->aim;
    input.officer = figure.forecast;
    if (input.target) input.probability = outturn.probability;
    input.method = outturn.method_label;
    return input;
}

} // namespace qd::inline documents
