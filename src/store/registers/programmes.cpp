#include "store/shaped.hpp"

// The registers of funded work.
namespace qd::inline store {

template RegisterRows register_rows<&Content::programmes>();
template RegisterRows register_rows<&Content::funding>();
template RegisterRows register_rows<&Content::phases>();
template RegisterRows register_rows<&Content::contract_reviews>();
template RegisterRows register_rows<&Content::deliverables>();
template RegisterRows register_rows<&Content::delivery>();
template RegisterRows register_rows<&Content::payment_rules>();
template RegisterRows register_rows<&Content::payment_claims>();

} // namespace qd::inline store
