#pragma once

#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace qd {

// One cut-off of a measure's own thresholds: "green >= 55".
struct CutOff {
    std::string status; // a status word of the council's rules
    enum class Sign { at_least, more_than, at_most, less_than } sign = Sign::at_least;
    Decimal value;

    friend bool operator==(const CutOff&, const CutOff&) = default;
};

// How near still counts as near. Written: "5%" (of the target), "2 points", "none" (no amber),
// "green >= 55; amber >= 40; red otherwise" (cut-offs in one direction; the last part takes the rest, and is red where it is
// left out). parse refuses cut-offs that leave a gap or overlap, naming it.
struct Tolerance {
    enum class Kind { none, relative, points, cut_offs } kind = Kind::none;
    Decimal amount; // percent for relative, in the measure's own unit for points
    std::vector<CutOff> cut_offs;
    std::string otherwise; // with cut-offs: the status word of all that no cut-off takes

    static tl::expected<Tolerance, std::string> parse(std::string_view text);
    friend bool operator==(const Tolerance&, const Tolerance&) = default;
};
std::string print(const CutOff& cut_off);
std::string print(const Tolerance& tolerance);

} // namespace qd
