#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What people type, normalised: small letters, one kind of dash, space and quotation mark, and no difference between
// "Q1", "q 1" and "Q1,".
namespace qd::inline exchange {

// The text in small letters with plain dashes, spaces and quotation marks; superscripts and full-width digits stay separate.
std::string plain_spelling(std::string_view text);

// A run of digits, a run of letters, or one other character.
struct SpeltToken {
    enum class Kind { number, word, mark } kind = Kind::mark;
    std::string text;
    int value = 0;       // of a number of at most six digits, else -1
    bool spaced = false; // there is white space before it
};

// The tokens of a plain spelling; commas and full stops that only part words are left out.
std::vector<SpeltToken> tokens_of(std::string_view plain);

} // namespace qd::inline exchange
