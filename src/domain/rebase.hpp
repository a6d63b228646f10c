#pragma once

#include "base/id.hpp"
#include "domain/period.hpp"
#include "domain/shape.hpp"

#include <string>

namespace qd {

// From that period a measure's control chart restarts in an area, because what is charted has changed for good.
struct ChartRebase {
    MeasureCode measure;
    AreaCode area; // empty = the council's own
    Period period;
    std::string reason; // never empty: without one, a rebase hides what the chart would have said

    friend bool operator==(const ChartRebase&, const ChartRebase&) = default;
};

template <> struct Shape<ChartRebase> : Rows<Readable::open> {
    static constexpr std::string_view table = "rebases", one = "a rebase";
    static constexpr auto parts =
        made_of(key<open>("measure", &ChartRebase::measure), key_if<open>("area", &ChartRebase::area),
                key<open>("period", &ChartRebase::period), need<by_rule>("reason", &ChartRebase::reason));
};

} // namespace qd
