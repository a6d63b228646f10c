#include "documents/formats/cell_number.hpp"

#include "base/digit.hpp"

#include <string>

namespace qd::inline documents {
namespace {} // namespace

std::optional<CellNumber> number_in(std::string_view words) {
    CellNumber number;
    std::string digits;
    const auto takes = [&words](std::string_view mark) {
        if (!words.starts_with(mark)) return false;
        words.remove_prefix(mark.size());
        return true;
    };
    if (takes("-") || takes("−"))
        digits = "-";
    else
        takes("+");
    if (takes("£")) number.before = "£";
    const std::size_t sign = digits.size();
    while (!words.empty() && (is_digit(words[0]) || (words[0] == ',' && digits.size() > sign))) {
        if (words[0] != ',') digits += words[0];
        words.remove_prefix(1);
    }
    if (digits.size() == sign) return std::nullopt;
    if (words.size() > 1 && words[0] == '.' && is_digit(words[1])) {
        digits += '.';
        words.remove_prefix(1);
        for (; !words.empty() && is_digit(words[0]); words.remove_prefix(1), ++number.decimals) digits += words[0];
    }
    for (const char* unit : {"%", " points", " point", " days", " day"})
        if (takes(unit)) number.after = unit;
    const std::optional<Decimal> value = Decimal::parse(digits);
    if (!words.empty() || !value) return std::nullopt;
    number.value = *value;
    return number;
}

} // namespace qd::inline documents
