#include "exchange/shaped.hpp"

// The registers of committees.
namespace qd::inline exchange {

template const TableKind* shaped_table<&Content::bank_holidays>(ReadWhen);
template const TableKind* shaped_table<&Content::meetings>(ReadWhen);
template const TableKind* shaped_table<&Content::items>(ReadWhen);
template const TableKind* shaped_table<&Content::attendance>(ReadWhen);
template const TableKind* shaped_table<&Content::declarations>(ReadWhen);
template const TableKind* shaped_table<&Content::decisions>(ReadWhen);
template const TableKind* shaped_table<&Content::request_progress>(ReadWhen);

} // namespace qd::inline exchange
