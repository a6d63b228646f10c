#include "store/ledger.hpp"

namespace qd::inline store {

std::string changed_row(std::string_view table, std::int64_t id) {
    return std::string(table) + ": row " + std::to_string(id) + " was changed after it was handed in.";
}

} // namespace qd::inline store
