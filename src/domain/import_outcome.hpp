#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace qd {

// How many rows an act added, changed or withdrew, by table; all zero when everything was there already.
struct ImportOutcome {
    struct Line {
        std::string table;
        std::size_t added = 0, changed = 0, same = 0, withdrawn = 0;
    };
    std::vector<Line> lines;

    std::size_t changes() const {
        std::size_t changes = 0;
        for (const Line& line : lines) changes += line.added + line.changed + line.withdrawn;
        return changes;
    }
};

} // namespace qd
