#pragma once

#include "domain/content.hpp"

#include <string>
#include <vector>

namespace qd {

// Who was at a meeting and what was declared, in words that page, paper and terminal share.
struct RollLine {
    std::string label; // "Present", "Pecuniary interest"
    std::string
        words; // "Member 7 for Member 5 (from item 2)", "Member 3: its treasurer; withdrew (item 4, Grants to clubs)"

    friend bool operator==(const RollLine&, const RollLine&) = default;
};
// A line for each kind of presence that there was, then one for each declaration.
std::vector<RollLine> roll_of(const Content& content, const Meeting& meeting);

} // namespace qd
