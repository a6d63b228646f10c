#pragma once

#include "domain/calendar.hpp"

#include <compare>

namespace qd::inline engine {

// The days a period covers. Two periods that cover the same days are the same cell, however they are written: quarter 1 and
// the span of April to June. Sorts by when it ends; of two that end together the shorter one is the later.
struct Stretch {
    Date last, first;

    int days() const { return last - first + 1; }
    bool holds(const Stretch& inner) const { return first <= inner.first && inner.last <= last; }
    friend auto operator<=>(const Stretch&, const Stretch&) = default;
};

inline Stretch stretch_of(const Calendar& calendar, Period period) {
    return {calendar.last_day(period), calendar.first_day(period)};
}

// As long as each other, but for a leap day.
inline bool as_long(const Stretch& a, const Stretch& b) {
    const int difference = a.days() - b.days();
    return difference >= -1 && difference <= 1;
}

} // namespace qd::inline engine
