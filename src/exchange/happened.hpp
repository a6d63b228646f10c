#pragma once

#include "base/date.hpp"
#include "exchange/intake.hpp"

#include <optional>
#include <string>
#include <string_view>

// Days and periods that say what has happened: none of them is after today. Planned meetings, due dates, targets and trajectories
// are of the future by nature, and are not asked.
namespace qd::inline exchange {

// Whether a column of a table says when something happened, or of what period something was found. Of returns only known_at:
// what their periods may be depends on the rest of the row.
bool tells_what_happened(std::string_view table, std::string_view column);

// “known_at 5 November 2099 is after today (1 December 2026).” None where the day is not after today, or no day is today.
std::optional<Problem> problem_of_future(std::string_view column, Date day, const Intake& intake);
// The same of a period that has not begun.
std::optional<Problem> problem_of_future(std::string_view column, Period period, const Intake& intake);

// The same of a value of any kind, as far as it is a day, a moment or a period.
template <class V> std::optional<Problem> problem_of_future(std::string_view, const V&, const Intake&) {
    return std::nullopt;
}
inline std::optional<Problem> problem_of_future(std::string_view column, Instant moment, const Intake& intake) {
    return problem_of_future(column, moment.date(), intake);
}
template <class V>
std::optional<Problem> problem_of_future(std::string_view column, const std::optional<V>& value, const Intake& intake) {
    return value ? problem_of_future(column, *value, intake) : std::nullopt;
}

} // namespace qd::inline exchange
