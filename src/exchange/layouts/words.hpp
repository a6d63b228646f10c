#pragma once

#include <string>
#include <string_view>

namespace qd::inline exchange {

// Normalises texts that people would call the same: small letters, one space between words, plain dashes and quotation marks, and
// no footnote marks at the end. Used to compare headings and names.
std::string same_words(std::string_view text);

// For a cell: small letters, plain dashes, spaces and quotation marks, with everything in it.
std::string plain_cell(std::string_view text);

// The same for the name of an area: "&" is "and", "St." is "Saint", and the kind of council is ignored.
std::string same_area(std::string_view name);

} // namespace qd::inline exchange
