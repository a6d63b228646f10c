#include "store/shaped.hpp"

// The registers of committees.
namespace qd::inline store {

template RegisterRows register_rows<&Content::bank_holidays>();
template RegisterRows register_rows<&Content::meetings>();
template RegisterRows register_rows<&Content::items>();
template RegisterRows register_rows<&Content::attendance>();
template RegisterRows register_rows<&Content::declarations>();
template RegisterRows register_rows<&Content::decisions>();
template RegisterRows register_rows<&Content::request_progress>();
template RegisterRows register_rows<&Content::minutes>();

} // namespace qd::inline store
