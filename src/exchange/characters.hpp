#pragma once

#include <optional>
#include <string>
#include <string_view>

// Single characters of text, and the encodings that councils' files come in.
namespace qd::inline exchange {

// As UTF-8.
std::string utf8(char32_t character);

struct Utf8Character {
    char32_t value = 0;
    std::size_t bytes = 0; // 0 = the text does not begin with a character of UTF-8
};
Utf8Character first_character(std::string_view text);

// What a byte means in Windows-1252; 0 = nothing.
char32_t windows_1252_character(unsigned char byte);
// As UTF-8; none if a byte is not a character in Windows-1252.
std::optional<std::string> from_windows_1252(std::string_view bytes);

} // namespace qd::inline exchange
