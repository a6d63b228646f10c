#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace qd {

// What there is in a store, for "about this store".
struct AboutStore {
    std::string database;                                   // "SQLite 3.40.1"
    std::string address;                                    // without password
    int schema = 0;                                         // number of the last migration
    std::vector<std::pair<std::string, std::int64_t>> rows; // by table
};

} // namespace qd
