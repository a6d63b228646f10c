#include "charts/ordinal.hpp"

#include <array>

namespace qd::inline charts {

std::string ordinal(std::size_t n) {
    static constexpr std::array words{"",      "first",   "second", "third", "fourth", "fifth",
                                      "sixth", "seventh", "eighth", "ninth", "tenth"};
    if (n < words.size()) return words[n];
    const std::size_t tens = n % 100 / 10, ones = n % 10;
    return std::to_string(n) + (tens == 1 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th");
}

} // namespace qd::inline charts
