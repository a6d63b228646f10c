#include "exchange/plain_text.hpp"

#include "base/text.hpp"
#include "exchange/characters.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace qd::inline exchange {
namespace {

constexpr char32_t unknown_character = 0xFFFD;

struct Foreign {
    std::string_view begins, is;
};
constexpr std::array<Foreign, 4> foreign{{
    {std::string_view("PK\x03\x04", 4), "a document of a word processor or a workbook"},
    {"%PDF", "a PDF"},
    {"{\\rtf", "rich text of a word processor"},
    {std::string_view("\xD0\xCF\x11\xE0", 4), "a document of an older word processor"},
}};

PlainText from_utf16(std::string_view bytes) {
    PlainText read;
    read.read_as = "UTF-16";
    const bool little = bytes.starts_with("\xFF\xFE");
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little ? second << 8 | first : first << 8 | second);
    };
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        char32_t character = unit(at);
        if (character >= 0xD800 && character < 0xE000) {
            const char32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
            const bool pair = character < 0xDC00 && low >= 0xDC00 && low < 0xE000;
            if (pair) at += 2;
            character = pair ? 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00) : unknown_character;
        }
        if (character == unknown_character) ++read.unknown;
        read.text += utf8(character);
    }
    return read;
}

PlainText from_bytes(std::string_view bytes) {
    PlainText read;
    while (!bytes.empty()) {
        const Utf8Character character = first_character(bytes);
        if (character.bytes > 0) {
            read.text += bytes.substr(0, character.bytes);
            bytes.remove_prefix(character.bytes);
            continue;
        }
        read.read_as = "Windows-1252";
        const char32_t other = windows_1252_character(static_cast<unsigned char>(bytes[0]));
        if (other == 0) ++read.unknown;
        read.text += utf8(other == 0 ? unknown_character : other);
        bytes.remove_prefix(1);
    }
    return read;
}

} // namespace

tl::expected<PlainText, Complaint> read_plain_text(std::string_view bytes, const std::string& file) {
    for (const Foreign& form : foreign)
        if (bytes.starts_with(form.begins))
            return tl::make_unexpected(Complaint{file, 0, "", "", "The file is " + std::string(form.is) + ", not text.",
                                                 "Save it as plain text, with a name ending in .txt."});
    const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    PlainText read = wide ? from_utf16(bytes) : from_bytes(bytes);
    if (const auto nul = read.text.find('\0'); nul != std::string::npos) {
        const auto end = read.text.begin() + static_cast<std::ptrdiff_t>(nul);
        const auto row = static_cast<std::size_t>(std::count(read.text.begin(), end, '\n')) + 1;
        return tl::make_unexpected(Complaint{file, row, "", "",
                                             "The row contains a NUL byte, so the file is not plain text.",
                                             "Save it as plain text, with a name ending in .txt."});
    }
    return read;
}

} // namespace qd::inline exchange
