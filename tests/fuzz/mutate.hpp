#pragma once

#include "fuzz/random.hpp"

#include <string>
#include <string_view>

namespace qd::fuzz {

// Each changes a text in one to a few places, and knows what kind of text it is.
std::string mutate_bytes(Random& random, std::string bytes);
std::string mutate_lines(Random& random, const std::string& text);
std::string mutate_table(Random& random, const std::string& csv);
std::string mutate_toml(Random& random, const std::string& text);
std::string mutate_narrative(Random& random, const std::string& text); // front matter and Markdown
std::string mutate_xml(Random& random, const std::string& text);
std::string mutate_encoding(Random& random, const std::string& text); // BOM, CRLF, Windows-1252, UTF-16, NUL

// A table whose cells are changed so that it will often still be accepted: the figures differ.
std::string mutate_figures(Random& random, const std::string& csv);

// As the ending of the path says; now and then without regard to what it is.
std::string mutate_file(Random& random, std::string_view path, const std::string& bytes);

} // namespace qd::fuzz
