#pragma once

#include <string>
#include <string_view>

namespace qd::inline exchange {

// What two people would call the same: small letters, one space between words, plain dashes and quotation marks, and no
// footnote marks at the end. Headings and names are compared so.
std::string same_words(std::string_view text);

// Of a cell: small letters, plain dashes, spaces and quotation marks, and all that stands in it.
std::string plain_cell(std::string_view text);

// The same of the name of an area: "&" is "and", "St." is "Saint", and what kind of council it is does not matter.
std::string same_area(std::string_view name);

} // namespace qd::inline exchange
