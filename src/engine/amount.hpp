#pragma once

#include "domain/cell.hpp"
#include "domain/coverage.hpp"
#include "domain/observation.hpp"
#include "engine/ratio.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline engine {

// What goes over from a figure to what is made of it: the number may still be another.
inline constexpr Flags unsettled = static_cast<Flags>(Flag::provisional | Flag::estimated) | Flag::forecast;

// What is known of one cell, or of cells put together: a number with the parts it came from, or why there is none.
struct Amount {
    std::optional<Ratio> number;                          // absent = gap
    GapReason gap = GapReason::not_available;             // if there is no number
    std::optional<Decimal> numerator, denominator, value; // as handed in, or added up
    std::size_t present = 1, expected = 1;                // how many of the parts of a roll-up are there
    std::optional<Coverage> coverage;                     // of a number that leaves some of them out
    std::vector<Period> covered;                          // the periods that are there, where some are left out
    bool lacks_areas = false;                             // areas are left out
    Flags flags = 0;
    std::string note;
    std::optional<Decimal> published;
    std::optional<std::size_t> return_index; // of the return it was read from, if it was one
    std::optional<std::size_t> row;          // of that return, if it is one row
    std::optional<Date> due_on;              // where the number is missing

    Cell cell() const { return number ? Cell(number->rounded()) : Cell(gap); }
};

} // namespace qd::inline engine
