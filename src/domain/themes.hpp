#pragma once

#include "domain/partnership.hpp"

namespace qd {

// The priorities of one theme, across the groups of a partnership.
struct ThemeTally {
    std::string theme;
    std::size_t priorities = 0; // all
    StatusTally tally;          // of those with an update in the period

    friend bool operator==(const ThemeTally&, const ThemeTally&) = default;
};

// In the order in which the themes first appear; priorities without a theme are in none.
std::vector<ThemeTally> by_theme(const Partnership& partnership);

} // namespace qd
