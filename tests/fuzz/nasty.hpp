#pragma once

#include "fuzz/random.hpp"

#include <string>

namespace qd::fuzz {

// Things that people, spreadsheets and attackers put where a figure, a key or a text should be.
std::string nasty_cell(Random& random);
std::string nasty_toml(Random& random);     // a value or whole lines of TOML
std::string nasty_markdown(Random& random); // lines of Markdown
std::string nasty_xml(Random& random);      // a piece of a workbook's part

// Markup that no page and no document may show as markup.
constexpr std::string_view hostile_markup = "<script>quarterday(7)</script>";

} // namespace qd::fuzz
