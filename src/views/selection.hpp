#pragma once

#include "domain/selection.hpp"
#include "views/snapshot.hpp"

#include <vector>

namespace qd::inline views {

// The part of a scorecard in a selection, with counts of its own, and with what is known about each figure.
struct SelectedScorecard {
    Scorecard scorecard;
    std::vector<Signal> signals;
    Outturns outturns;
};
// Error(request) for a theme, unit, committee or status that is not known.
SelectedScorecard selected_scorecard(const Snapshot& snapshot, const View& view, const Selection& selection);

// The counts of some figures of a scorecard.
Counts counts_of(const std::vector<const Figure*>& figures);

} // namespace qd::inline views
