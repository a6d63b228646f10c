#pragma once

#include "checks/said/times.hpp"

// The words that times are told with: fixed phrases, years and months.
namespace qd::inline checks {

// "last quarter", "a year ago": what stands by itself, each with what it means.
const Lexicon<When>& time_phrases();

struct YearRead {
    int year = 0;       // in which it starts; 0 = none there
    bool split = false; // "2023/24"
    std::size_t length = 0;
};
YearRead year_at(const Words& words, std::size_t at);
bool is_year(const Words& words, std::size_t at);

// Digits only; -1 = no number there, or one with decimals.
int whole_at(const Words& words, std::size_t at);

} // namespace qd::inline checks
