#include "store/shaped.hpp"

// The registers of measures, and of the areas they are measured in.
namespace qd::inline store {

template RegisterRows register_rows<&Content::rebases>();
template RegisterRows register_rows<&Content::neighbours>();
template RegisterRows register_rows<&Content::peer_groups>();
template RegisterRows register_rows<&Content::tolerances>();
template RegisterRows register_rows<&Content::trajectories>();
template RegisterRows register_rows<&Content::printed>();
template RegisterRows register_rows<&Content::layouts>();

} // namespace qd::inline store
