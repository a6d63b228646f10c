#pragma once

#include "domain/finding.hpp"
#include "views/snapshot.hpp"

#include <cstddef>

namespace qd::inline acts {

// What is implausible in what was just handed in, found as the checker finds it: for each figure that is
// new since a moment, or has changed. Imported history with its own time is left to the checker.
struct HandInNotes {
    Findings findings;
    std::size_t figures = 0;                   // that are new
    bool was_looked_at = true;                 // no: there are too many of them
    static constexpr std::size_t most = 5'000; // looked at one by one
};
HandInNotes notes_on_hand_in(const Snapshot& snapshot, Instant since);

} // namespace qd::inline acts
