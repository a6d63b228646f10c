#pragma once

#include "base/text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd {

// An enumerator and the word by which files, addresses and JSON know it. Each enum has one table of them in its .cpp.
template <class Enum> struct Word {
    Enum value;
    std::string_view word;
};

// As the tables spell words: lower case, with '_' for white space and hyphens. "Not started" → "not_started".
inline std::string as_word(std::string_view text) {
    std::string out = lower(trim(text));
    std::ranges::replace_if(
        out, [](char c) { return c == ' ' || c == '-' || c == '\t'; }, '_');
    return out;
}

// Empty for a value that is none of the enumerators.
template <class Enum, std::size_t N> std::string_view word_of(const Word<Enum> (&table)[N], Enum value) {
    const auto found = std::ranges::find(table, value, &Word<Enum>::value);
    return found == std::end(table) ? std::string_view{} : found->word;
}

template <class Enum, std::size_t N> std::optional<Enum> value_of(const Word<Enum> (&table)[N], std::string_view text) {
    const auto found = std::ranges::find(table, as_word(text), &Word<Enum>::word);
    if (found == std::end(table)) return std::nullopt;
    return found->value;
}

// A word as people read it: "not started".
inline std::string spoken(std::string_view word) { return replace_all(std::string(word), "_", " "); }

// Every word of an enum whose enumerators count from 0, for messages that say what is allowed.
template <class Enum> std::vector<std::string> all_words() {
    std::vector<std::string> words;
    for (int i = 0;; ++i) {
        const std::string_view word = print(static_cast<Enum>(i));
        if (word.empty()) return words;
        words.emplace_back(word);
    }
}

} // namespace qd
