#pragma once

#include "checks/check.hpp"

#include <string>
#include <vector>

namespace qd::inline checks {

// How findings name things.
const Measure* measure_of(const Content& content, const MeasureCode& code);   // null = unknown
const Figure* figure_of(const Scorecard& scorecard, const MeasureCode& code); // null = not on it
std::string name_of(const Measure& measure);                                  // the short title, if it has one
std::string place_of(const Statement& statement);
std::string list_of(const std::vector<std::string>& items);                   // "6, 11 and 8"
int decimals_of(Decimal value);                                               // as many as it is written with: 12.9 → 1
// True where `exact` rounds (half away from zero) to `stated` at as many decimals as `stated` is written with.
bool rounds_to(Decimal exact, Decimal stated);

} // namespace qd::inline checks
