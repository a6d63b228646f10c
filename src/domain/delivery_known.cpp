#include "domain/delivery_known.hpp"

namespace qd {
namespace {

// The profile handed in for the last day on or before `day`; 0 before the first.
Decimal profile_before(const std::vector<const Delivery*>& rows, const Delivery& of, const Calendar& calendar,
                       Date day) {
    const Delivery* newest = nullptr;
    for (const Delivery* row : rows) {
        if (!row->profile || !is_same_line(*row, of) || calendar.last_day(row->period) > day) continue;
        if (!newest || calendar.last_day(newest->period) < calendar.last_day(row->period)) newest = row;
    }
    return newest ? *newest->profile : Decimal();
}

// The profile at the end of a year: handed in, or the total of what ends with it.
std::optional<Decimal> profile_at_end(const Content& content, const std::vector<const Delivery*>& rows,
                                      const Delivery& of, Date year_end) {
    const Calendar& calendar = content.settings.calendar;
    for (const Delivery* row : rows)
        if (row->profile && is_same_line(*row, of) && calendar.last_day(row->period) == year_end) return row->profile;
    if (!of.area.empty() || !of.body.empty()) return {}; // the total is of all areas and bodies
    const Deliverable* deliverable = find_row(content.deliverables, of.deliverable);
    if (!deliverable || !deliverable->total) return {};
    const Programme* programme = find_row(content.programmes, deliverable->programme);
    const std::optional<Date> end = deliverable->due ? deliverable->due : programme ? programme->runs_to : std::nullopt;
    return !end || *end <= year_end ? deliverable->total : std::nullopt;
}

std::optional<Decimal> profile_of_share(const Content& content, const std::vector<const Delivery*>& rows,
                                        const Delivery& row) {
    const Calendar& calendar = content.settings.calendar;
    const Period year = calendar.containing(Grain::year, calendar.last_day(row.period));
    const auto end = profile_at_end(content, rows, row, calendar.last_day(year));
    if (!end) return {};
    const Decimal start = profile_before(rows, row, calendar, calendar.first_day(year).plus_days(-1));
    const auto step =
        Decimal::ratio_if(*end - start, Decimal::whole(100 * Decimal::scale), row.profile_share->millionths());
    return step ? std::optional(start + *step) : std::nullopt;
}

} // namespace

bool is_same_line(const Delivery& a, const Delivery& b) {
    return a.deliverable == b.deliverable && a.area == b.area && a.body == b.body;
}

std::vector<Delivery> delivery_known(const Content& content, Instant as_at) {
    const std::vector<const Delivery*> rows = in_force(content.delivery, as_at);
    std::vector<Delivery> known;
    known.reserve(rows.size());
    for (const Delivery* row : rows) {
        known.push_back(*row);
        if (row->profile_share && !row->profile) known.back().profile = profile_of_share(content, rows, *row);
    }
    return known;
}

} // namespace qd
