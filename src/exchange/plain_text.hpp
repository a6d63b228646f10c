#pragma once

#include "base/complaint.hpp"

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// Text of a file as UTF-8, whatever it was saved as, without a byte order mark.
struct PlainText {
    std::string text;
    std::string read_as;     // "Windows-1252", "UTF-16"; empty = it was UTF-8
    std::size_t unknown = 0; // bytes that are not a character; each becomes U+FFFD
};

// Reads UTF-8, UTF-16 with a byte order mark, and Windows-1252; bytes that are not UTF-8 within text that is are read as
// Windows-1252. A complaint if the file is not text: a workbook, a word processor's document, a PDF, bytes that are 0.
tl::expected<PlainText, Complaint> read_plain_text(std::string_view bytes, const std::string& file);

} // namespace qd::inline exchange
