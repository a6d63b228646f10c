#pragma once

#include "domain/calendar.hpp"
#include "domain/figure.hpp"
#include "domain/measure.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace qd {

// Of how much of its stretch a figure is put together, where its measure leaves out what is missing and something is.
struct Coverage {
    std::size_t present = 0, expected = 0;
    std::string of; // "months"; "areas" where each period has some of them; "parts" where it is areas by periods

    friend bool operator==(const Coverage&, const Coverage&) = default;
};
std::string words_of(const Coverage& coverage); // "2 of 3 months"
std::string plural_of(Grain grain);             // "months"

// Absent where the figure is whole, or has no number.
std::optional<Coverage> coverage_of(const Calendar& calendar, const Measure& measure, const Figure& figure);

// The version of a measure's definition in force on a day; the first where none was yet, null where there is none at all.
const Definition* definition_at(const Measure& measure, Date day);

} // namespace qd
