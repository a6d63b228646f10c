#pragma once

#include "domain/written.hpp"

#include <compare>
#include <string>

namespace qd {

// A level of the council's matrix, by its number. Impact and likelihood do not convert into one another.
template <class Of> struct Level {
    int number = 0;

    Level() = default;
    Level(int level) : number(level) {}
    friend auto operator<=>(const Level&, const Level&) = default;
};
using ImpactLevel = Level<struct Impact>;
using LikelihoodLevel = Level<struct Likelihood>;

template <class Of> struct Written<Level<Of>> {
    static std::int64_t number(Level<Of> value) { return value.number; }
    static Level<Of> from(std::int64_t number) { return Level<Of>(static_cast<int>(number)); }
};

// The name of a band as it was published: one of the matrix, or a colour ("red"). Empty = none was.
struct BandName {
    std::string text;

    bool empty() const { return text.empty(); }
    friend auto operator<=>(const BandName&, const BandName&) = default;
};

template <> struct Written<BandName> {
    static std::string text(const BandName& value) { return value.text; }
    static std::optional<BandName> parse(std::string_view text) { return BandName{std::string(text)}; }
};

} // namespace qd
