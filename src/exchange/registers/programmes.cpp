#include "exchange/shaped.hpp"

// The registers of funded work.
namespace qd::inline exchange {

template const TableKind* register_table<&Content::programmes>();
template const TableKind* register_table<&Content::funding>();
template const TableKind* register_table<&Content::phases>();
template const TableKind* register_table<&Content::contract_reviews>();
template const TableKind* register_table<&Content::deliverables>();
template const TableKind* register_table<&Content::delivery>();
template const TableKind* register_table<&Content::payment_rules>();
template const TableKind* register_table<&Content::payment_claims>();

} // namespace qd::inline exchange
