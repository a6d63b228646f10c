#include "exchange/characters.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

// Windows-1252, 0x80 to 0x9F; 0 = no character.
constexpr std::array<char16_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

} // namespace

std::string utf8(char32_t character) {
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | (character >> shift & 0x3F)); };
    if (character < 0x80) return {static_cast<char>(character)};
    if (character < 0x800) return {static_cast<char>(0xC0 | character >> 6), tail(0)};
    if (character < 0x10000) return {static_cast<char>(0xE0 | character >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | character >> 18), tail(12), tail(6), tail(0)};
}

Utf8Character first_character(std::string_view text) {
    if (text.empty()) return {};
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || text.size() < bytes || !is_utf8(text.substr(0, bytes))) return {};
    char32_t value = lead & (0xFF >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) value = value << 6 | (static_cast<unsigned char>(text[i]) & 0x3F);
    return {value, bytes};
}

char32_t windows_1252_character(unsigned char byte) {
    return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

std::optional<std::string> from_windows_1252(std::string_view bytes) {
    std::string out;
    for (const char byte : bytes) {
        const char32_t character = windows_1252_character(static_cast<unsigned char>(byte));
        if (character == 0) return std::nullopt;
        out += utf8(character);
    }
    return out;
}

} // namespace qd::inline exchange
