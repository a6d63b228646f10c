#pragma once

#include <cstddef>
#include <string_view>

namespace qd {

// Codes in the order in which people count: R2 before R12. Digits are compared as numbers of any length, all else as bytes.
inline bool counts_before(std::string_view a, std::string_view b) {
    const auto digit = [](std::string_view text, std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    const auto number = [&](std::string_view text, std::size_t& at) {
        while (digit(text, at) && text[at] == '0') ++at;
        const std::size_t start = at;
        while (digit(text, at)) ++at;
        return text.substr(start, at - start);
    };
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (digit(a, i) && digit(b, j)) {
            const std::string_view first = number(a, i), second = number(b, j);
            if (first.size() != second.size()) return first.size() < second.size();
            if (first != second) return first < second;
        } else {
            if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i, ++j;
        }
    }
    if (i < a.size() || j < b.size()) return j < b.size();
    return a < b; // R02 and R2
}

} // namespace qd
