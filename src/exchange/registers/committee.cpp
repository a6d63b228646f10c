#include "exchange/shaped.hpp"

// The registers of committees.
namespace qd::inline exchange {

template const TableKind* register_table<&Content::bank_holidays>();
template const TableKind* register_table<&Content::meetings>();
template const TableKind* register_table<&Content::items>();
template const TableKind* register_table<&Content::attendance>();
template const TableKind* register_table<&Content::declarations>();
template const TableKind* register_table<&Content::decisions>();
template const TableKind* register_table<&Content::request_progress>();

} // namespace qd::inline exchange
