#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "charts/drawing.hpp"

namespace qd::inline charts {

// A label at the right end of a line: should be at `wanted`, may be moved up or down.
struct EndLabel {
    double wanted = 0; // y of the mark
    std::string words;
    std::string_view colour = palette::ink;
    Weight weight = Weight::normal;
    double placed = 0; // y after spread()
};

// Moves the labels apart so that neighbours keep `distance`, as little as possible and within top..bottom, in the order
// of their marks. If there is no room for all, they are spread evenly.
void spread(std::vector<EndLabel>& labels, double distance, double top, double bottom);

} // namespace qd::inline charts
