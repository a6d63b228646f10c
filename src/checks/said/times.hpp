#pragma once

#include "checks/said/words.hpp"
#include "domain/calendar.hpp"

#include <optional>
#include <vector>

// The stretches of time that a sentence names.
namespace qd::inline checks {

enum class When {
    now,      // the period of the text, or the year up to its end
    previous, // the period before
    year_ago, // the same stretch a year before, or that whole year
    named,    // `first` to `last`, before the text's period or around it
    year_end, // the end of the text's year, where that is still to come
    future,   // later than the text's period
};

struct TimeSaid {
    When when = When::now;
    std::optional<Date> first, last;             // of a named one
    bool of_school = false;                      // a school year
    bool to_date = false;                        // of a now: the year so far, rather than the period
    std::size_t first_word = 0, behind_word = 0; // where it is said
    bool of_this = false;                        // "this summer"
    bool is_window = false; // of one a year ago: "over the past twelve months", which a sum may be of
};

// In the order of the sentence; none overlap. `period` is what the text is about: "quarter 1" is the one of its year.
std::vector<TimeSaid> times_said(const Words& words, const Calendar& calendar, Period period);

// The month that a word names, 1 to 12; 0 = none. "May" counts only where a number or a preposition stands beside it.
int month_at(const Words& words, std::size_t at);

} // namespace qd::inline checks
