#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qd::test {

// What is in a piece of markup, as far as tests need.
struct MarkupReport {
    std::vector<std::string> faults; // not well-formed, an id twice, a reference to an id that is not there
    std::vector<std::string> ids;
    std::vector<std::string> tags;       // names of the elements in order
    std::vector<std::string> attributes; // "tag name" of each attribute
};

// Reads XML, or HTML that is written like XML but for the doctype and void elements (meta, link, br, hr, img, col).
MarkupReport read_markup(std::string_view text);

std::size_t count_of(std::string_view text, std::string_view part);

} // namespace qd::test
