#include "exchange/shaped.hpp"

// The registers of projects, of forms, and of risks.
namespace qd::inline exchange {

template const TableKind* register_table<&Content::waves>();
template const TableKind* register_table<&Content::milestones>();
template const TableKind* register_table<&Content::forms>();
template const TableKind* register_table<&Content::form_returns>();
template const TableKind* register_table<&Content::site_ratings>();
template const TableKind* register_table<&Content::risks>();
template const TableKind* register_table<&Content::risk_reviews>();
template const TableKind* register_table<&Content::escalations>();

} // namespace qd::inline exchange
