#pragma once

#include "domain/reading.hpp"
#include "engine/known.hpp"

namespace qd::inline engine {

// Among whom an area is ranked and compared in a reporting period: its neighbours by the stored list; without one, those
// computed from the measures that the council names (each brought to mean 0 and deviation 1 over all areas of its kind, as
// the scorecard shows them); without these, or where siblings are asked for, the areas of its kind below the same parent.
Peers peers_of(const Known& known, const AreaCode& area, Period reporting, PeerChoice choice);

} // namespace qd::inline engine
