#pragma once

#include "base/id.hpp"
#include "domain/period.hpp"

#include <string>

namespace qd {

// From that period on a measure's control chart starts afresh in an area, since what is charted has changed for good.
struct ChartRebase {
    MeasureCode measure;
    AreaCode area; // empty = the council's own
    Period period;
    std::string reason; // never empty: without one, a rebase hides what the chart would have said

    friend bool operator==(const ChartRebase&, const ChartRebase&) = default;
};

} // namespace qd
