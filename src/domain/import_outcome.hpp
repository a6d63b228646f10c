#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace qd {

// How many rows an act added, changed or withdrew, by table; all zero when everything was there already.
struct ImportOutcome {
    struct Line {
        std::string table;
        std::size_t added = 0, changed = 0, same = 0, withdrawn = 0;
        std::size_t hand_ins = 0; // of returns: how many documents these rows became

        std::size_t rows() const { return added + changed + same + withdrawn; }
        friend bool operator==(const Line&, const Line&) = default;
    };
    std::vector<Line> lines;
    std::int64_t receipt = 0; // the number of the act; 0 = nothing was noted, since nothing changed

    std::size_t changes() const {
        std::size_t changes = 0;
        for (const Line& line : lines) changes += line.added + line.changed + line.withdrawn;
        return changes;
    }
};

} // namespace qd
