#include "engine/described.hpp"

namespace qd::inline engine {
namespace {

// The period at whose end a span is the year to date; none for another span, and at the year's first period.
std::optional<Period> position_of(const Calendar& calendar, Grain grain, Period span) {
    if (span.grain() != Grain::span) return {};
    const Period at = calendar.containing(grain, calendar.last_day(span));
    const bool is_to_date = calendar.year_to_date(at) == span && calendar.position_in_year(at) > 1;
    return is_to_date ? std::optional(at) : std::nullopt;
}

} // namespace

Described::Described(const MeasuredContent& content, const Measure* measure, std::span<const std::size_t> returns)
    : calendar_(content.settings.calendar) {
    if (!measure || measure->roll_up != RollUp::by_hand) return;
    const Grain grain = measure->grain;
    if (grain == Grain::span || grain == Grain::year || grain == Grain::academic_year) return;
    std::set<Period> named, in_spans;
    for (const std::size_t index : returns)
        for (const Period period : content.returns[index].observations.distinct_periods()) {
            if (period.grain() == grain) named.insert(period);
            if (const auto at = position_of(calendar_, grain, period)) in_spans.insert(*at);
        }
    for (const Period at : in_spans) {
        if (named.contains(at)) return; // both are written: a period is its own
        by_spans_.insert(calendar_.year_of(at));
    }
    to_date_ = grain;
}

Period Described::described(Period period) const {
    if (period.grain() != to_date_ || calendar_.position_in_year(period) == 1) return period;
    return by_spans_.contains(calendar_.year_of(period)) ? period : calendar_.year_to_date(period);
}

bool may_describe(const Calendar& calendar, const Measure& measure, Period row, Period figure) {
    const Stretch wanted = stretch_of(calendar, figure);
    if (stretch_of(calendar, row) == wanted) return true;
    return measure.roll_up == RollUp::by_hand && row.grain() == measure.grain &&
           stretch_of(calendar, calendar.year_to_date(row)) == wanted;
}

} // namespace qd::inline engine
