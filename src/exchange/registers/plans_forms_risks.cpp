#include "exchange/shaped.hpp"

// The registers of plans and what is done about them, of forms, and of risks.
namespace qd::inline exchange {

template const TableKind* shaped_table<&Content::plans>(ReadWhen);
template const TableKind* shaped_table<&Content::priorities>(ReadWhen);
template const TableKind* shaped_table<&Content::actions>(ReadWhen);
template const TableKind* shaped_table<&Content::projects>(ReadWhen);
template const TableKind* shaped_table<&Content::waves>(ReadWhen);
template const TableKind* shaped_table<&Content::milestones>(ReadWhen);
template const TableKind* shaped_table<&Content::forms>(ReadWhen);
template const TableKind* shaped_table<&Content::form_returns>(ReadWhen);
template const TableKind* shaped_table<&Content::site_ratings>(ReadWhen);
template const TableKind* shaped_table<&Content::risks>(ReadWhen);
template const TableKind* shaped_table<&Content::risk_reviews>(ReadWhen);
template const TableKind* shaped_table<&Content::escalations>(ReadWhen);

} // namespace qd::inline exchange
