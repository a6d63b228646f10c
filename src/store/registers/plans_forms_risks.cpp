#include "store/shaped.hpp"

// The registers of projects, of forms, and of risks.
namespace qd::inline store {

template RegisterRows register_rows<&Content::waves>();
template RegisterRows register_rows<&Content::milestones>();
template RegisterRows register_rows<&Content::forms>();
template RegisterRows register_rows<&Content::form_returns>();
template RegisterRows register_rows<&Content::site_ratings>();
template RegisterRows register_rows<&Content::risks>();
template RegisterRows register_rows<&Content::risk_reviews>();
template RegisterRows register_rows<&Content::escalations>();

} // namespace qd::inline store
