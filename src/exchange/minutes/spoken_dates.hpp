#pragma once

#include "domain/meeting.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// A day as minutes write it: "Tuesday, 3rd July, 2012", "30 August 2012", "17th January 2013".
struct SpokenDay {
    Date date;
    std::optional<Weekday> weekday;
    std::size_t begin = 0, end = 0; // where it stands in the text
};
std::optional<SpokenDay> find_day(std::string_view text, std::size_t from = 0);

// "2.00 pm" → "14:00", "10.00 am" → "10:00", "14:30"; "" = none.
std::string find_time(std::string_view text);

// By when something was asked for: "September/October 2012", "January 2013", "29th January 2018", "in 6 months".
struct SpokenDue {
    Date from, by;
    std::string words;
};
std::optional<SpokenDue> find_due(std::string_view text, Date meeting);

// Without regard to capitals; npos = not there.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t from = 0);
inline bool has_words(std::string_view text, std::string_view words) {
    return find_words(text, words) != std::string_view::npos;
}

} // namespace qd::inline exchange
