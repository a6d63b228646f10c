#include "store/ledger.hpp"

namespace qd::inline store {

std::vector<std::string> missing_numbers(const std::vector<std::int64_t>& ids, std::string_view table) {
    std::vector<std::string> problems;
    std::int64_t next = 1;
    for (const std::int64_t id : ids) {
        if (id != next) problems.push_back(std::string(table) + ": row " + std::to_string(next) + " is missing from the ledger.");
        next = id + 1;
    }
    return problems;
}

} // namespace qd::inline store
