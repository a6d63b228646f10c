#pragma once

#include "domain/content.hpp"

#include <string>
#include <vector>

namespace qd::inline exchange {

// One cell of a row that the store had already, as an import changes it. Values as they are written in a table.
struct CellChange {
    std::string table; // "risks"
    std::string row;   // what it is known by: "R1", "CALL 2024-25Q1"
    std::string field; // the name of the column
    std::string before, after;

    bool is_cleared() const { return after.empty(); }
    friend bool operator==(const CellChange&, const CellChange&) = default;
};

// What `given` says otherwise than `stored`, by table and row; of the versions of a ledger, otherwise than the one in force.
// Without returns (see figure changes in service) and without rows that are new. Of a text (a plan, a paper, minutes, the definition
// of a report) the keys above it, and the line in which it begins to differ.
std::vector<CellChange> changes_between(const Content& stored, const Content& given);

// The same of two council.toml, key by key.
std::vector<CellChange> changes_of_settings(const std::string& before, const std::string& after);

} // namespace qd::inline exchange
