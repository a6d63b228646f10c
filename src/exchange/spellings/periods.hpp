#pragma once

#include "domain/calendar.hpp"
#include "domain/return.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd::inline exchange {

// A period as people write it, understood: either it can mean one thing only, or it is said what it could mean.
struct SpeltPeriod {
    std::optional<Period> period; // where it is certain
    Flags flags = 0;              // "2023/24 (provisional)"

    // Where it is not: "says no year.", "may be July to September 2023 or April to June 2023."
    std::string doubt;
    std::vector<Period> meanings; // what it could mean, the likelier first; may be empty

    bool is_period() const { return period || !doubt.empty(); } // it speaks of a time at all
};

// Reads what Period::parse reads, and the usual other ways to write the same: "Q1 2023/24", "Apr-Jun 2023", "FY 2023/24",
// "April 2023 to March 2024", "01/04/2023 - 30/06/2023". Two digits of a year from 70 on are of 1970 to 1999, else of
// 2000 to 2069. A stretch of whole months that is a quarter, half or year of the calendar is that period; "2023 Q2" is
// one of two in a council whose year does not start in January, and is never guessed.
SpeltPeriod spell_period(std::string_view text, const Calendar& calendar);

} // namespace qd::inline exchange
