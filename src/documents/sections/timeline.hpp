#pragma once

#include "domain/calendar.hpp"
#include "domain/figure.hpp"

namespace qd::inline documents {

// The series as a drawing wants it: periods between two reported ones that nobody reported have their place, so that the
// time axis goes in even steps; and only targets of the same role as `figure`'s stay, since a year's target and a
// profile's positions are not one line. A series whose figures describe different days from their period keeps its steps.
Series at_even_steps(const Calendar& calendar, const Series& series, const Figure& figure);

} // namespace qd::inline documents
