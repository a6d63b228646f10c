#include "domain/margin.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace qd {

tl::expected<Margin, std::string> Margin::parse(std::string_view text) {
    const std::string small = lower(trim(text));
    const auto unit = small.find_first_not_of("+-.0123456789");
    const auto amount = Decimal::parse(std::string_view(small).substr(0, unit));
    const std::string_view word =
        unit == std::string::npos ? std::string_view{} : trim(std::string_view(small).substr(unit));
    const bool percent = word == "%", points = word == "points" || word == "point";
    if (!amount || !(percent || points))
        return tl::unexpected(
            fmt::format("“{}” is not a distance from a target. Write “5%” or “2 points”.", trim(text)));
    if (*amount < Decimal{})
        return tl::unexpected(fmt::format(
            "“{}” is below zero. Leave out the minus sign: the measure says which way is good.", trim(text)));
    return Margin{*amount, percent ? Unit::percent : Unit::points};
}

std::string print(const Margin& margin) {
    if (margin.unit == Margin::Unit::percent) return print(margin.amount) + "%";
    return print(margin.amount) + (margin.amount == Decimal{1} ? " point" : " points");
}

} // namespace qd
