#pragma once

#include "random_content.hpp"

namespace qd::test {

// A random content with counts of people, some of them small, and all that is made of these: formulas in any unit, targets set
// from them, forecasts, comments. `other` is the same with other things in every place that everyone may not read.
struct PeopleStore {
    Content content, other;
};
PeopleStore people_store(std::uint64_t seed);

} // namespace qd::test
