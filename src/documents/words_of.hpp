#pragma once

#include "documents/document.hpp"

#include <string>
#include <string_view>

namespace qd::inline documents {

// The words in a document, without their form; lines are separated by "\n".
std::string words_of(const Spans& spans);
std::string words_of(const Blocks& blocks);
std::string words_of(const TableCell& cell);

std::string_view severity_word(Severity severity); // "Error"

} // namespace qd::inline documents
