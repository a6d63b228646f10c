#pragma once

#include "exchange/minutes/lines.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <optional>
#include <string>

namespace qd::inline exchange {

// When and where a meeting was, from what is above its first item.
struct MinutesHead {
    SpokenDay day;
    std::optional<Date> printed; // the day that the text says
    std::size_t day_line = 0;    // in the file
    std::string time, place;     // "" = not found
    std::size_t people = 0;      // where those who were there begin, among the lines
};

// Where the minutes begin: after an agenda, if the file has one before them.
std::size_t first_of_minutes(const MinutesLines& lines);

// The line that says when the meeting was, from `begin` to `end`; `end` = none does.
std::size_t line_of_day(const MinutesLines& lines, std::size_t begin, std::size_t end);

// Reads the lines from `begin` to `end`, and gives those that it reads their place. `day` is known from elsewhere; the text may
// say another, or none. Nothing where no day is known.
std::optional<MinutesHead> read_head(MinutesLines& lines, std::size_t begin, std::size_t end, std::optional<Date> day);

} // namespace qd::inline exchange
