#include "exchange/spellings/written.hpp"

#include "base/digit.hpp"
#include "base/text.hpp"
#include "exchange/characters.hpp"

namespace qd::inline exchange {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// The plain character for one in pasted text; 0 = itself, nothing is left of a zero-width one.
std::optional<std::string_view> plain_for(char32_t character) {
    switch (character) {
    case 0x00A0:
    case 0x2002:
    case 0x2003:
    case 0x2007:
    case 0x2009:
    case 0x202F:
    case 0x3000:
    case '\t':
    case '\n':
    case '\r': return " ";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D: return "-";
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x0060:
    case 0x00B4: return "'";
    case 0x201C:
    case 0x201D: return "\"";
    case 0x2044:
    case 0x2215: return "/";
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF: return "";
    default: return std::nullopt;
    }
}

} // namespace

std::string plain_spelling(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const Utf8Character next = first_character(text);
        const std::size_t bytes = next.bytes == 0 ? 1 : next.bytes;
        if (const auto stands_for = plain_for(next.value))
            plain += *stands_for;
        else if (next.value >= 0xFF10 && next.value <= 0xFF19) // full-width digits
            plain += static_cast<char>('0' + (next.value - 0xFF10));
        else
            plain += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    return lower(trim(plain));
}

std::vector<SpeltToken> tokens_of(std::string_view plain) {
    using enum SpeltToken::Kind;
    std::vector<SpeltToken> tokens;
    bool spaced = false;
    for (std::size_t at = 0; at < plain.size();) {
        const char c = plain[at];
        std::size_t end = at + 1;
        if (c == ' ') {
            spaced = true;
        } else if (is_digit(c)) {
            while (end < plain.size() && is_digit(plain[end])) ++end;
            SpeltToken number{.kind = SpeltToken::Kind::number,
                              .text = std::string(plain.substr(at, end - at)),
                              .value = -1,
                              .spaced = spaced};
            if (number.text.size() <= 6) number.value = std::stoi(number.text);
            tokens.push_back(std::move(number));
        } else if (is_letter(c)) {
            while (end < plain.size() && is_letter(plain[end])) ++end;
            tokens.push_back({.kind = word, .text = std::string(plain.substr(at, end - at)), .spaced = spaced});
        } else if (c != ',' && c != '.') {
            tokens.push_back({.kind = mark, .text = std::string(1, c), .spaced = spaced});
        }
        if (c != ' ') spaced = c == ',' || c == '.';
        at = end;
    }
    return tokens;
}

} // namespace qd::inline exchange
