#include "base/printable.hpp"

#include <algorithm>

namespace qd {
namespace {

constexpr std::string_view replaced = "\xEF\xBF\xBD";

bool is_control(unsigned char c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F; }

// U+0080 to U+009F; U+202A to U+202E, U+2066 to U+2069; U+FFFE and U+FFFF. 0 = the character may stay.
std::size_t hidden_bytes(std::string_view rest) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    if (rest.size() >= 2 && byte(0) == 0xC2 && byte(1) < 0xA0) return 2;
    if (rest.size() < 3) return 0;
    const bool turns = byte(0) == 0xE2 && ((byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) ||
                                           (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9));
    const bool none = byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;
    return turns || none ? 3 : 0;
}

} // namespace

std::string printable(std::string_view text) {
    const bool plain = std::ranges::none_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return is_control(byte) || byte == 0xC2 || byte == 0xE2 || byte == 0xEF;
    });
    if (plain) return std::string(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t hidden = hidden_bytes(text.substr(at)); hidden > 0) {
            at += hidden;
            out += replaced;
            continue;
        }
        if (is_control(static_cast<unsigned char>(text[at])))
            out += replaced;
        else
            out += text[at];
        ++at;
    }
    return out;
}

} // namespace qd
