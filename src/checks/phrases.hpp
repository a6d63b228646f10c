#pragma once

#include "base/text.hpp"
#include "checks/check.hpp"
#include "domain/finding_catalogue.hpp"
#include "domain/names.hpp"

#include <functional>
#include <string>
#include <vector>

namespace qd::inline checks {

// What findings look up.
const Figure* figure_of(const Scorecard& scorecard, const MeasureCode& code); // null = not on it
// The newest update that was known at the time of the check; null = none.
const Update* update_of(const CheckInput& input, const Subject& subject, Period period);
// Forecasts, recovery plans and papers speak of the whole council; nothing is to be said of them in a view of a district.
bool is_whole_council(const CheckInput& input);

// How findings name things.
std::string place_of(const Statement& statement);
// A finding about a measure, placed by its name and when it speaks of: "Recycling rate, Q2 2025/26"; "" = at no one time.
Finding about(const Measure& measure, FindingKind kind, const std::string& when, std::string message,
              std::string remedy = "");
// "Pupils affected: 19 stated"; without a label what follows stands alone.
std::string labelled(const Statement& statement, const std::string& text);
std::string print_stated(Decimal value); // as people write it, with the decimals it has: "38,000", "12.9"
std::string show_stated(const Measure& measure, Decimal value); // "90%" where the measure itself shows "90.0%"
// "2 green, 1 amber and 1 without a status"
std::string print_tally(const StatusTally& tally);
std::string print_window(const std::optional<Date>& from, const std::optional<Date>& to);

// Runs a check whose arithmetic may leave the range of numbers (a millionth against a billion): that is reported, not thrown.
void guarded(const Subject& subject, const std::string& place, Findings& findings, const std::function<void()>& check);

int decimals_of(Decimal value); // as many as it is written with: 12.9 → 1
// True where `exact` rounds (half away from zero) to `stated` at as many decimals as `stated` is written with.
bool rounds_to(Decimal exact, Decimal stated);
// Whole months from one day to a later one, rounded to the nearest: from 31 December to 26 February is 2.
int months_between(Date from, Date to);

} // namespace qd::inline checks
