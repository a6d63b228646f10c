#pragma once

#include "domain/act.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd {

// One thing that happened to a row: what it said before and says since, or why it was withdrawn.
struct HistoryStep {
    Act act; // number 0 where a figure says itself when it became known
    std::optional<std::string> withdrawn;
    struct Change {
        std::string field; // of the row; or the table of its parts, with all of them as one text
        std::string before, after;
    };
    std::vector<Change> changes;
};

// What happened to one row, oldest first.
struct RowHistory {
    std::string table;
    std::vector<std::string> key; // texts of its key columns; some may be empty
    std::vector<HistoryStep> steps;
};

} // namespace qd
