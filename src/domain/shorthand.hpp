#pragma once

#include "domain/cell.hpp"
#include "domain/measure.hpp"
#include "domain/observation.hpp"

#include <string>
#include <string_view>
#include <vector>

// The marks in square brackets that statisticians of government use in tables (Government Analysis Function, "Symbols in
// tables"): in place of a missing number, or next to one with more to know about it.
namespace qd {

std::string_view shorthand(GapReason gap); // "[x]"
// "[c] suppressed", where people read: for other gaps only the word, which says more than its mark. Files have all marks.
std::string marked(GapReason gap);
std::string show(const Measure& measure, const Cell& cell); // "84.5%", or why there is none
std::string part_words(Decimal value);                      // "19,252", "12.5": a numerator or denominator
std::string shorthand(Flags flags);                         // "[p] [r]", "" for none
std::vector<std::string> flags_in_words(Flags flags);       // {"provisional", "low reliability"}
std::string_view shorthand_meaning(std::string_view mark);  // "provisional"; "" for a mark that is none of these

} // namespace qd
