#pragma once

#include <string>
#include <string_view>
#include <vector>

// Of what the names of persons are made.
namespace qd::inline exchange {

// A word with the hyphens, apostrophes and slashes within it, without "'s" at its end.
struct NameWord {
    std::string_view text;
    std::size_t begin = 0, end = 0;
};
std::vector<NameWord> name_words(std::string_view line);

bool is_initial(std::string_view word);  // "J"
bool is_capital(std::string_view word);  // "Finch", "O'Wren", "McFinch", "d'Arcy", "St"; not "CCTV"
bool is_capitals(std::string_view word); // "FINCH"
bool is_particle(std::string_view word); // "de", "van", "der"
bool is_title(std::string_view word);    // "Mrs", "Dr"
bool is_honour(std::string_view word);   // "MBE"
// "O'Wren", "D'Finch", "McLark", "MacLark", "Finch-Wren": hardly anything but a name.
bool is_name_shape(std::string_view word);
// What sentences begin with and what councils, calendars and laws are made of, in lower case.
bool is_ordinary(std::string_view word);
// Words of posts and bodies: "Chair", "Cabinet", "Director". Never part of a name after its first word.
bool is_office(std::string_view word);
// Words before or after a person who does something: "asked", "reported".
bool is_saying(std::string_view word);

// "Head of Service – Customer Access" from there on, up to a comma, a bracket or a word that belongs to no post; "" = none.
std::string post_at(std::string_view line, std::size_t from);

} // namespace qd::inline exchange
