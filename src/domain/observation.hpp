#pragma once

#include "base/decimal.hpp"
#include "base/id.hpp"
#include "domain/cell.hpp"
#include "domain/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace qd {

// What else is known of a figure; a set.
enum class Flag : std::uint8_t {
    provisional = 1,
    estimated = 2,
    revised = 4,
    low_reliability = 8,
    break_in_series = 16,
    forecast = 32
};
using Flags = std::uint8_t;
constexpr Flags operator|(Flag a, Flag b) { return static_cast<Flags>(static_cast<int>(a) | static_cast<int>(b)); }
constexpr bool has(Flags flags, Flag flag) { return (flags & static_cast<Flags>(flag)) != 0; }
std::string print(Flags flags); // "provisional estimated", "" for none
std::optional<Flags> parse_flags(std::string_view text);

// One cell of a return. Numerator and denominator are kept and the ratio derived; a value alone where no parts are given.
struct Observation {
    AreaCode area;
    Period period; // what it describes
    std::optional<Period>
        reported_in; // the reporting period it was reported for, where that is another (a rolling year, a school year)
    std::optional<Decimal> numerator, denominator, value;
    std::optional<GapReason> gap; // set if and only if there is no number
    Flags flags = 0;
    std::optional<Decimal> published; // the figure as published, where somebody printed one
    std::string note;

    friend bool operator==(const Observation&, const Observation&) = default;
};

// The observations of one return, as columns: a form with one cell and a national file of millions are the same thing.
// Rarely used columns take no room until first used.
class Observations {
public:
    void reserve(std::size_t rows);
    void add(const Observation& row);
    std::size_t size() const { return areas_.size(); }
    Observation at(std::size_t row) const;
    const std::vector<AreaCode>& area_codes() const { return area_codes_; } // areas() indexes into it
    const std::vector<std::uint32_t>& areas() const { return areas_; }
    const std::vector<Period>& periods() const { return periods_; }
    std::optional<Period> reported_in(std::size_t row) const;

    friend bool operator==(const Observations& a, const Observations& b); // the same rows in the same order

private:
    static constexpr std::int64_t absent = INT64_MIN;
    std::vector<AreaCode> area_codes_;
    std::unordered_map<AreaCode, std::uint32_t> index_;
    std::vector<std::uint32_t> areas_;
    std::vector<Period> periods_;
    std::vector<std::int64_t> numerators_, denominators_, values_; // millionths, or absent
    std::vector<std::uint8_t> gaps_;                               // 0 = a number is there, else GapReason + 1
    std::vector<Flags> flags_;                                     // empty while all are 0
    std::vector<std::int64_t> published_;                          // empty while all are absent
    std::unordered_map<std::size_t, Period> reported_in_;          // by row
    std::unordered_map<std::size_t, std::string> notes_;           // by row
};

} // namespace qd
