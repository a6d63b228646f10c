#pragma once

#include "base/decimal.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What people write, split up: sentences, and the numbers in them that may be claims.
namespace qd::inline checks {

// A sentence of a text, and for an item of a list the sentence above it.
struct Passage {
    std::string words;
    std::optional<std::size_t>
        stem{};              // which passage the list is under; none = it is not in a list, or nothing is above
    bool opens_item = false; // the first sentence of its item
};

// Sentences of Markdown, without headings and tables; lines that were broken are joined.
std::vector<Passage> passages_of(std::string_view markdown);
std::vector<std::string> sentences_of(std::string_view markdown);

struct ProseNumber {
    Decimal value;
    int decimals = 0;               // as written
    bool percent = false;           // "%" or "per cent" follows
    bool in_words = false;          // "seventeen"
    std::size_t start = 0, end = 0; // in the sentence, with its sign of per cent
};

// Numbers of a sentence that may be claims: not years, dates, periods, ordinals, codes, or what a label numbers ("quarter 3",
// "level 2").
std::vector<ProseNumber> numbers_in(const std::string& sentence);

std::string as_written(const std::string& sentence, const ProseNumber& number);

} // namespace qd::inline checks
