#include "web/view/trend.hpp"

#include "charts/trend_chart.hpp"
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
        return calendar.text(calendar.year_of(period));
    return {};
}

TrendPoint point_of(const Calendar& calendar, const Figure& figure) {
    TrendPoint point;
    point.label = calendar.label(figure.period);
    point.tick = tick_of(calendar, figure.period);
    point.group = group_of(calendar, figure.period);
    point.value = figure.actual;
    if (figure.goal) {
        point.target = figure.goal->aim;
        if (figure.goal->lower && figure.goal->upper && figure.goal->lower != figure.goal->upper) {
            point.target = figure.goal->lower;
            point.target_upper = figure.goal->upper;
        }
    }
    return point;
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
    const Period now = visit.view().period;
    TrendInput input;
    bool any = false;
    const Figure* last = nullptr;
    for (const Figure& figure : series.points) {
        if (calendar.last_day(figure.period) > calendar.last_day(now)) break;
        input.points.push_back(point_of(calendar, figure));
        any = any || figure.actual.has_value();
        last = &figure;
    }
    if (!any) return std::nullopt;
    // What is still to come of the year, so that the year's target and the forecast have their place.
    if (last->period.grain() == Grain::quarter || last->period.grain() == Grain::month ||
        last->period.grain() == Grain::half) {
        Period period = last->period;
        while (!calendar.ends_year(period)) {
            period = *calendar.next(period);
            Figure ahead;
            ahead.period = period;
            ahead.actual = GapReason::not_due;
            input.points.push_back(point_of(calendar, ahead));
        }
    }
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
