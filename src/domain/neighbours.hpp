#pragma once

#include "base/decimal.hpp"
#include "base/id.hpp"
#include "domain/shape.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd {

// That one area resembles another, as a list says that somebody drew up. The other need not resemble the one: each area has
// a list of its own.
struct AreaNeighbour {
    AreaCode area; // empty = the council's own
    AreaCode neighbour;
    int position = 1;                // 1 the nearest
    std::optional<Decimal> distance; // in whatever measure the list uses; absent where it only orders
    std::string source;              // who drew the list up, and when

    friend bool operator==(const AreaNeighbour&, const AreaNeighbour&) = default;
};

template <> struct Shape<AreaNeighbour> : Rows<Readable::open> {
    static constexpr std::string_view table = "neighbours", one = "a neighbour";
    static constexpr auto parts =
        made_of(key_if<open>("area", &AreaNeighbour::area), key<open>("neighbour", &AreaNeighbour::neighbour),
                need<open>("position", &AreaNeighbour::position), part<open>("distance", &AreaNeighbour::distance),
                need<open>("source", &AreaNeighbour::source));
    static std::vector<RowProblem> problems(const AreaNeighbour& row);
};

// How neighbours are computed for an area without a list: by which measures, and how many are kept.
struct NeighbourRule {
    std::vector<MeasureCode> measures; // none = they are not computed
    int count = 15;

    friend bool operator==(const NeighbourRule&, const NeighbourRule&) = default;
};

} // namespace qd
