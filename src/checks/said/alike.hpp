#pragma once

#include <set>
#include <string>

namespace qd::inline checks {

// Other words that people use for what a name says: of "spending" also "expenditure" and "costs". As stems, without those given.
std::set<std::string> words_alike(const std::set<std::string>& stems);

} // namespace qd::inline checks
