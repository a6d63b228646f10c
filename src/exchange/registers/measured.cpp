#include "exchange/shaped.hpp"

// The registers of measures, and of the areas they are measured in.
namespace qd::inline exchange {

template const TableKind* register_table<&Content::rebases>();
template const TableKind* register_table<&Content::neighbours>();
template const TableKind* register_table<&Content::peer_groups>();
template const TableKind* register_table<&Content::tolerances>();
template const TableKind* register_table<&Content::trajectories>();
template const TableKind* register_table<&Content::printed>();

} // namespace qd::inline exchange
