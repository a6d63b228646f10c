#include "documents/sections/measure_control.hpp"

#include "documents/phrases.hpp"
#include "documents/sections/measure_trend.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

constexpr int longest_gap = 120; // periods; those further apart are drawn side by side

Cause cause_of(PointRule rule) {
    switch (rule) {
    case PointRule::above_limit:
    case PointRule::below_limit: return Cause::beyond_limit;
    case PointRule::rising:
    case PointRule::falling: return Cause::trend;
    case PointRule::near_upper:
    case PointRule::near_lower: return Cause::near_limit;
    case PointRule::shift_above:
    case PointRule::shift_below: return Cause::shift;
    case PointRule::common_cause:
    case PointRule::not_charted: break;
    }
    return Cause::none;
}

bool is_upward(PointRule rule) {
    return rule == PointRule::above_limit || rule == PointRule::rising || rule == PointRule::near_upper ||
           rule == PointRule::shift_above;
}

Tone tone_of(PointRule rule, Polarity polarity) {
    if (cause_of(rule) == Cause::none) return Tone::usual;
    if (polarity != Polarity::higher && polarity != Polarity::lower) return Tone::apart;
    return is_upward(rule) == (polarity == Polarity::higher) ? Tone::better : Tone::worse;
}

ControlPoint named_point(const Calendar& calendar, Period period) {
    return {calendar.label(period), axis_tick(calendar, period), GapReason::not_available, Cause::none, Tone::usual};
}

void add_unreported(ControlInput& input, const Calendar& calendar, Period after, Period before) {
    if (after.grain() != before.grain() || after.grain() == Grain::span) return;
    std::vector<ControlPoint> between;
    for (std::optional<Period> next = calendar.next(after); next && *next < before; next = calendar.next(*next)) {
        if (between.size() == longest_gap) return;
        between.push_back(named_point(calendar, *next));
    }
    input.points.insert(input.points.end(), between.begin(), between.end());
}

std::string word_of(Grain grain) {
    switch (grain) {
    case Grain::month: return "month";
    case Grain::quarter: return "quarter";
    case Grain::half: return "half-year";
    case Grain::year:
    case Grain::academic_year: return "year";
    case Grain::span: break;
    }
    return "period";
}

Prospect prospect_of(Assurance assurance) {
    switch (assurance) {
    case Assurance::pass: return Prospect::met;
    case Assurance::fail: return Prospect::missed;
    case Assurance::inconsistent: return Prospect::by_chance;
    case Assurance::unsettled: return Prospect::unsettled;
    case Assurance::none: break;
    }
    return Prospect::none;
}

// A reason as the end of a sentence.
std::string without_stop(std::string reason) {
    while (reason.ends_with('.')) reason.pop_back();
    return decapitalised(reason);
}

ControlSegment segment_of(const ChartSegment& segment, std::size_t first) {
    ControlSegment drawn{first, {}, ControlSegment::Standing::usable, without_stop(segment.reason), ""};
    if (segment.standing == Standing::trial) drawn.standing = ControlSegment::Standing::trial;
    if (segment.standing == Standing::flat || segment.standing == Standing::rare)
        drawn.why_no_lines = segment.why_no_lines;
    if (segment.lines)
        drawn.lines = ControlLines{segment.lines->mean, segment.lines->lower, segment.lines->upper,
                                   segment.lines->near_lower, segment.lines->near_upper};
    return drawn;
}

bool cannot_be_negative(const Measure& measure) {
    return measure.quantity != Quantity::number && measure.quantity != Quantity::score &&
           measure.quantity != Quantity::money && !(measure.least && *measure.least < Decimal(0));
}

void say_values(ControlInput& input, const Measure& measure, Charted charted) {
    input.show_tick = [measure](Decimal value) { return tick_words(measure, value); };
    if (charted == Charted::year_on_year) {
        input.show = [measure](Decimal value) { return show_difference(measure, value); };
        input.show_set = input.show;
        return;
    }
    input.show = [measure](Decimal value) { return show(measure, value); };
    input.show_set = [measure](Decimal value) { return show_set(measure, value); };
    if (measure.least && *measure.least >= Decimal(0))
        input.floor = measure.least;
    else if (cannot_be_negative(measure))
        input.floor = Decimal(0);
    if (measure.quantity == Quantity::percent) input.ceiling = measure.most.value_or(Decimal(100));
}

} // namespace

ControlInput measure_control(const Content& content, const Measure& measure, const ChartReading& chart, Bearing bearing,
                             const std::string& prefix) {
    const Calendar& calendar = content.settings.calendar;
    ControlInput input;
    input.prefix = prefix;
    input.title = short_name(measure);
    input.period_word = chart.points.empty() ? "period" : word_of(chart.points.back().period.grain());
    const Date on = chart.points.empty() ? Date() : calendar.last_day(chart.points.back().period);
    input.subject = measured_words(measure, on) + ", each " + input.period_word +
                    (chart.charted == Charted::year_on_year ? " less the same a year before" : "");
    input.polarity = measure.polarity;
    say_values(input, measure, chart.charted);
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const ChartPoint& point = chart.points[i];
        if (i > 0) add_unreported(input, calendar, chart.points[i - 1].period, point.period);
        for (const ChartSegment& segment : chart.segments)
            if (segment.first == point.period) input.segments.push_back(segment_of(segment, input.points.size()));
        ControlPoint drawn = named_point(calendar, point.period);
        drawn.value = point.value;
        drawn.cause = cause_of(point.rule);
        drawn.tone = tone_of(point.rule, measure.polarity);
        input.points.push_back(std::move(drawn));
    }
    input.target = chart.target;
    input.prospect = prospect_of(chart.assurance);
    if (chart.target) input.unsettled = unsettled_words(chart, input.show_set(*chart.target));
    input.bearing = bearing;
    input.caution = chart.caution;
    return input;
}

Tone tone_of(Variation variation) {
    switch (variation) {
    case Variation::improvement: return Tone::better;
    case Variation::concern: return Tone::worse;
    case Variation::change: return Tone::apart;
    case Variation::common_cause:
    case Variation::none: break;
    }
    return Tone::usual;
}

Lean lean_of(Side side) { return side == Side::high ? Lean::high : side == Side::low ? Lean::low : Lean::none; }

} // namespace qd::inline documents
