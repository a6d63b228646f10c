#pragma once

#include "domain/area.hpp"
#include "domain/figure.hpp"
#include "statistics/comparison.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace qd {

// One area's figure among those of others.
struct BesideArea {
    Figure figure;
    std::optional<Decimal> lower, upper;               // 95 % interval, where the figure was made of two counts
    Comparison comparison = Comparison::not_compared;  // with the whole, by intervals of 95 % and 99.8 %
    FunnelClass funnel = FunnelClass::not_significant; // against limits for its size
    std::optional<std::size_t> place;                  // 1 the best; equals share a place
    std::size_t sharing = 0;                           // others at that place
    std::optional<std::size_t> quarter;                // 1 the best
    std::optional<std::size_t> fifth{};                // 1 the best

    friend bool operator==(const BesideArea&, const BesideArea&) = default;
};

// Between what bounds chance may carry an area of that size (denominator) around the figure of the whole.
struct FunnelLine {
    Decimal size;
    Decimal lower, upper;         // 95 %
    Decimal far_lower, far_upper; // 99.8 %

    friend bool operator==(const FunnelLine&, const FunnelLine&) = default;
};

// One measure in one period for areas of the same kind, next to each other and to the whole they are parts of.
struct Beside {
    MeasureCode measure;
    Period period;
    AreaCode own; // the area that was asked for: one of `areas`, or the whole itself
    AreaCode whole;
    AreaKind kind = AreaKind::district;
    std::vector<AreaKind> kinds;   // that could be compared with each other, including this one
    std::vector<BesideArea> areas; // in the order of Content::areas; empty where there is nothing to compare
    std::optional<Figure> whole_figure;
    std::size_t given = 0; // areas with a figure
    // The values below which a quarter, a half and three quarters of the figures are; absent for fewer than four figures.
    std::optional<std::array<Decimal, 3>> quartiles;
    std::vector<FunnelLine> funnel; // by size, ascending; empty where figures are not made of two counts

    friend bool operator==(const Beside&, const Beside&) = default;
};

} // namespace qd
