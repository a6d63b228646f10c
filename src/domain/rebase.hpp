#pragma once

#include "base/id.hpp"
#include "domain/period.hpp"
#include "domain/shape.hpp"

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

template <> struct Shape<ChartRebase> {
    static constexpr std::string_view table = "rebases", one = "a rebase";
    static constexpr auto parts = made_of(key("measure", &ChartRebase::measure), key_if("area", &ChartRebase::area),
                                          key("period", &ChartRebase::period), need("reason", &ChartRebase::reason));
};

} // namespace qd
