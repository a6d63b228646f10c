#include "web/view/trend.hpp"

#include "charts/trend_chart.hpp"
#include "web/view/timeline.hpp"
#include "web/view/wording.hpp"

#include <algorithm>

namespace qd::web {
namespace {

std::string tick_of(const Calendar& calendar, Period period) {
    switch (period.grain()) {
    case Grain::quarter: return "Q" + std::to_string(period.number());
    case Grain::half: return "H" + std::to_string(period.number());
    case Grain::month: return month_name(period.number()).substr(0, 3);
    case Grain::academic_year: return calendar.text(period).substr(2);
    default: return calendar.text(period);
    }
}

std::string group_of(const Calendar& calendar, Period period) {
    if (period.grain() == Grain::month) return std::to_string(period.start_year());
    if (period.grain() == Grain::quarter || period.grain() == Grain::half)
        return calendar.label(calendar.year_of(period));
    return {};
}

// `judged` is whose targets the line shows: a year's target and a profile's position are not one line.
TrendPoint point_of(const Calendar& calendar, const TimePoint& time, TargetRole judged) {
    TrendPoint point;
    point.label = calendar.label(time.period);
    point.tick = tick_of(calendar, time.period);
    point.group = group_of(calendar, time.period);
    point.value = time.figure == nullptr ? Cell{GapReason::not_available} : time.figure->actual;
    if (time.figure == nullptr || !time.figure->goal || time.figure->goal->role != judged) return point;
    const Goal& goal = *time.figure->goal;
    point.target = goal.aim;
    if (goal.lower && goal.upper && goal.lower != goal.upper) {
        point.target = goal.lower;
        point.target_upper = goal.upper;
    }
    return point;
}

// What is still to come of the year, so that the year's target and the forecast have their place.
void add_rest_of_year(const Calendar& calendar, Period last, std::vector<TrendPoint>& points) {
    if (last.grain() != Grain::quarter && last.grain() != Grain::month && last.grain() != Grain::half) return;
    for (Period period = last; !calendar.ends_year(period);) {
        period = *calendar.next(period);
        points.push_back({calendar.label(period),
                          tick_of(calendar, period),
                          group_of(calendar, period),
                          GapReason::not_due,
                          {},
                          {}});
    }
}

std::string subject_of(const Measure& measure) {
    const Definition* definition = measure.definitions.empty() ? nullptr : &measure.definitions.back();
    std::string words =
        definition != nullptr && !definition->numerator_label.empty() ? definition->numerator_label : measure.title;
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words + ", " + quantity_words(measure) + ", " + roll_up_words(measure);
}

} // namespace

std::optional<Chart> trend_of(const Visit& visit, const Measure& measure, const Series& series) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    const std::vector<TimePoint> times = timeline(calendar, measure, series, calendar.last_day(visit.view().period));
    const bool any = std::ranges::any_of(
        times, [](const TimePoint& time) { return time.figure != nullptr && time.figure->actual.has_value(); });
    if (!any) return std::nullopt;
    const Figure* last = times.back().figure; // never null: gaps lie between
    TrendInput input;
    for (const TimePoint& time : times)
        input.points.push_back(point_of(calendar, time, last->goal ? last->goal->role : TargetRole::annual));
    add_rest_of_year(calendar, times.back().period, input.points);
    input.prefix = "trend";
    input.title = measure.title;
    input.subject = subject_of(measure);
    input.target_word = last->goal && last->goal->role == TargetRole::profile ? "profile" : "target";
    if (last->year_end) input.year_end = last->year_end->aim;
    input.forecast = last->forecast;
    if (measure.quantity == Quantity::percent) input.ceiling = Decimal{100};
    input.polarity = measure.polarity;
    input.show = [&measure](Decimal value) { return show(measure, value); };
    input.show_difference = [&measure](Decimal value) { return show_difference(measure, value); };
    input.show_tick = [&measure](Decimal value) {
        return print_grouped(value, value == value.rounded(0) ? 0 : measure.decimals);
    };
    return trend_chart(input);
}

Fields chart_fields(const Chart& chart) {
    Fields fields;
    fields.text("title", chart.title).text("subject", chart.subject).text("summary", chart.summary);
    fields.text("svg", chart.svg).text("svg_narrow", chart.svg_narrow);
    std::vector<Fields> headings, rows;
    for (std::size_t i = 0; i < chart.table.headings.size(); ++i)
        headings.push_back(Fields{}.text("heading", chart.table.headings[i]).flag("number", i > 0));
    for (const auto& line : chart.table.rows) {
        std::vector<Fields> cells;
        for (std::size_t i = 1; i < line.size(); ++i) cells.push_back(Fields{}.text("cell", line[i]));
        rows.push_back(Fields{}.text("head", line.empty() ? "" : line.front()).list("cells", std::move(cells)));
    }
    return fields.list("headings", std::move(headings)).list("lines", std::move(rows));
}

} // namespace qd::web
