#pragma once

#include "exchange/minutes/name_words.hpp"

#include <string_view>
#include <vector>

namespace qd::inline exchange {

// What shows that there is a name here.
enum class NameSign {
    title, // "Councillor", "Mr": whatever follows with a capital is a name
    list,  // a list of who was there
    none,  // nothing: only words that are not ordinary ones
};

// How many words from `at` on are the name of one person, with its titles, initials and honours; 0 = none.
std::size_t name_length(std::string_view line, const std::vector<NameWord>& words, std::size_t at, NameSign sign);

// Whether two words go together as the parts of a name do: "Ann Elm", "A Elm", "A. Elm", "J.R. Elm".
bool stand_together(std::string_view line, const NameWord& first, const NameWord& last);

// "County Councillor", "Cllrs", "CC" before a name: how many words; 0 = none.
std::size_t councillor_words(std::string_view line, const std::vector<NameWord>& words, std::size_t at);

} // namespace qd::inline exchange
