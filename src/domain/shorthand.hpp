#pragma once

#include "domain/cell.hpp"
#include "domain/observation.hpp"

#include <string>
#include <string_view>

// The marks in square brackets that statisticians of government use in tables (Government Analysis Function, "Symbols in
// tables"): in the place of a number that is not there, or beside one of which more is known.
namespace qd {

std::string_view shorthand(GapReason gap); // "[x]"
// "[c] suppressed", where people read: of other gaps the word alone, which says more than its mark. Files hold all marks.
std::string marked(GapReason gap);
std::string shorthand(Flags flags);                        // "[p] [r]", "" for none
std::string_view shorthand_meaning(std::string_view mark); // "provisional"; "" for a mark that is none of these

} // namespace qd
