#pragma once

#include "domain/meeting.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// A day as minutes write it: "Tuesday, 3rd July, 2012", "12th day of Sept 2023", "12/09/2023", "September 12, 2023".
struct SpokenDay {
    Date date;
    std::optional<Weekday> weekday;
    std::size_t begin = 0, end = 0; // where it is in the text
};
std::optional<SpokenDay> find_day(std::string_view text, std::size_t from = 0);
// The same; a day without a year, such as "Tuesday 14 November", is the first such day after `meeting`.
std::optional<SpokenDay> find_coming_day(std::string_view text, Date meeting, std::size_t from = 0);

// "2.00 pm" → "14:00", "10am" → "10:00", "1830 hours", "noon", "6.30 - 8.00 pm" → "18:30"; "" = none.
std::string find_time(std::string_view text);

// By when something was asked for: "September/October 2012", "January 2013", "within 14 days", "in six months' time", "the
// November meeting", "the end of October". Without days where it says no more than "as soon as possible".
struct SpokenDue {
    std::optional<Date> from, by;
    std::string words;
};
std::optional<SpokenDue> find_due(std::string_view text, Date meeting);

// Without regard to capitals; npos = not there.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t from = 0);
inline bool has_words(std::string_view text, std::string_view words) {
    return find_words(text, words) != std::string_view::npos;
}

} // namespace qd::inline exchange
