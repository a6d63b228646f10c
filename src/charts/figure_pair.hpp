#pragma once

#include "charts/chart.hpp"
#include "domain/status.hpp"

#include <string>
#include <vector>

namespace qd::inline charts {

// One measure: how it stands now and what is expected of it. It keeps its place in both grids.
struct PairMark {
    Status status = Status::not_rated;
    Outlook outlook = Outlook::unknown;
};

struct FigurePairInput {
    std::string prefix;          // of ids; unique in the document
    std::string title;           // "35 measures now and at the year end"
    std::string now, ahead;      // "actual against the profile, 31 December"; "forecast against the target, 31 March"
    std::vector<PairMark> marks; // in the order to show, such as worst first
    std::string one, many;       // "measure", "measures"
};

// Now under a solid rule, outlook under a dashed rule on a wash, a mark for each measure in both.
// Throws Error(request) without marks.
Chart figure_pair(const FigurePairInput& input);

// One of the two grids alone, for pages that set the words themselves; rows of `columns` marks.
std::string status_grid(const FigurePairInput& input, std::size_t columns);
std::string outlook_grid(const FigurePairInput& input, std::size_t columns);

} // namespace qd::inline charts
