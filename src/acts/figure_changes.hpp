#pragma once

#include "domain/content.hpp"
#include "exchange/withdrawing.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace qd::inline store {
class Store;
}

namespace qd::inline acts {

// What an import does to one figure that was known: its number as it was handed in, its status, or both.
struct FigureChange {
    MeasureCode measure;
    AreaCode area;
    Period period;
    std::string before, after; // "305", "82.5%", "not available"; both the same where only the status changes
    std::string status_before, status_after; // "" = not judged, before or after
    bool is_cleared = false;                 // there was a number, and there is none any more
};

// Of the returns of one source.
struct FigureChanges {
    std::vector<FigureChange> changes;
    std::size_t figures = 0;         // handed in
    bool was_looked_at = true;       // no: there are too many of them
    std::size_t unjudged_series = 0; // measures in areas whose status was not looked at, since they are too many
    static constexpr std::size_t most = 20'000;     // figures looked at one by one
    static constexpr std::size_t most_series = 200; // measures in areas whose status is looked at
};

// `stored` is what the store has but its returns; `given` what is handed in.
FigureChanges changes_of_figures(Store& store, const Content& stored, const Content& given, Instant now);

// The effect on figures when rows are withdrawn from a content: those for the council's own area, and for the
// areas of withdrawn figures. Nothing if it is not known.
std::vector<FigureChange> changes_without(const Content& before, const Withdrawing& made, Instant now);

} // namespace qd::inline acts
