#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "domain/period.hpp"
#include "domain/status.hpp"

#include <optional>
#include <string>

namespace qd {

// What an officer expects of the year end, said in one reporting period. Either a figure, or only the outlook, or both.
struct OfficerForecast {
    MeasureCode measure;
    AreaCode area;  // empty = the council's own area
    Period period;  // the year (or school year) it is about
    Period made_in; // the reporting period in which it was made
    std::optional<Decimal> value, lower, upper;
    Outlook outlook = Outlook::unknown; // unknown = follows from the value and the target
    std::string by;                     // a post
    std::string reason;
    std::optional<Instant> known_at; // none = the moment of import

    friend bool operator==(const OfficerForecast&, const OfficerForecast&) = default;
};

} // namespace qd
