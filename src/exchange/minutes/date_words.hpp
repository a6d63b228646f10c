#pragma once

#include <string>
#include <string_view>
#include <vector>

// Words and numbers that make up dates.
namespace qd::inline exchange {

struct DateWord {
    std::string text; // lower case
    std::size_t begin = 0, end = 0;
};
std::vector<DateWord> date_words(std::string_view text, std::size_t from = 0);

int month_of(const std::string& word);                            // "sept" → 9; 0 = none
int ordinal_of(const std::string& word, std::size_t most_digits); // "3", "3rd", "17th"; 0 = none
int year_of(const std::string& word);                             // 1900 to 2199; 0 = none
int count_of(const std::string& word);                            // "a", "six", "14"; 0 = none

} // namespace qd::inline exchange
