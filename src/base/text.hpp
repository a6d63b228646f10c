#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qd {

std::string_view trim(std::string_view text);                     // ASCII white space and U+00A0 at both ends
std::string lower(std::string_view text);                         // ASCII only
std::vector<std::string> split(std::string_view text, char mark); // "a,,b" → {"a", "", "b"}; "" → {}
std::string join(const std::vector<std::string>& parts, std::string_view mark);
std::string replace_all(std::string text, std::string_view from, std::string_view to);
bool is_utf8(std::string_view text);                                // RFC 3629: no overlong forms, no surrogates
std::string shorten(std::string_view text, std::size_t characters); // at most so many code points, "…" when cut
std::size_t display_width(std::string_view text);                   // code points; enough for what councils write
std::string plural(std::size_t count, std::string_view one, std::string_view many); // "1 measure", "35 measures"
std::string capitalised(std::string_view text);              // its first letter, where that is a to z
std::string in_words(const std::vector<std::string>& parts); // "a, b and c"; "" for none
// The nearest of `known` to a mistyped `word` (edit distance at most a third of its length), or "".
std::string nearest(std::string_view word, const std::vector<std::string>& known);
// "Did you mean ASC1?" for the nearest; what is said otherwise where none is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known, std::string_view otherwise = {});

} // namespace qd
