#pragma once

#include "exchange/minutes/sections.hpp"

#include <string>
#include <vector>

namespace qd::inline exchange {

// Something resolved on an item, or said in its course that somebody shall do.
struct Resolution {
    std::size_t line = 0;
    std::string mark; // "(ii)"
    DecisionKind kind = DecisionKind::noted;
    std::string text;
    bool in_passing = false; // stands in the course of the text, not among what was resolved
};

std::vector<Resolution> resolutions_of(const MinutesSection& section);
// Where the lines of what was resolved begin; the size of the body where nothing was.
std::size_t resolved_from(const MinutesSection& section);

} // namespace qd::inline exchange
