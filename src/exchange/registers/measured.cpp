#include "exchange/shaped.hpp"

// The registers of measures, of the areas they are measured in, and of the council’s units.
namespace qd::inline exchange {

template const TableKind* shaped_table<&Content::units>(ReadWhen);
template const TableKind* shaped_table<&Content::rebases>(ReadWhen);
template const TableKind* shaped_table<&Content::neighbours>(ReadWhen);
template const TableKind* shaped_table<&Content::peer_groups>(ReadWhen);
template const TableKind* shaped_table<&Content::tolerances>(ReadWhen);
template const TableKind* shaped_table<&Content::trajectories>(ReadWhen);
template const TableKind* shaped_table<&Content::printed>(ReadWhen);
template const TableKind* shaped_table<&Content::statements>(ReadWhen);

} // namespace qd::inline exchange
