#include "exchange/shaped.hpp"

// The registers of funded work.
namespace qd::inline exchange {

template const TableKind* shaped_table<&Content::programmes>(ReadWhen);
template const TableKind* shaped_table<&Content::funding>(ReadWhen);
template const TableKind* shaped_table<&Content::phases>(ReadWhen);
template const TableKind* shaped_table<&Content::contract_reviews>(ReadWhen);
template const TableKind* shaped_table<&Content::deliverables>(ReadWhen);
template const TableKind* shaped_table<&Content::delivery>(ReadWhen);
template const TableKind* shaped_table<&Content::payment_rules>(ReadWhen);
template const TableKind* shaped_table<&Content::payment_claims>(ReadWhen);

} // namespace qd::inline exchange
