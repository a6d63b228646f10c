#pragma once

#include "base/decimal.hpp"
#include "base/id.hpp"
#include "domain/cell.hpp"
#include "domain/column.hpp"
#include "domain/period.hpp"

#include <cstdint>
#include <memory>
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
constexpr Flags operator|(Flags a, Flag b) { return static_cast<Flags>(a | static_cast<int>(b)); }
constexpr bool has(Flags flags, Flag flag) { return (flags & static_cast<Flags>(flag)) != 0; }
// Those that are said of the figure, not of the return, so that they stay while it does.
inline constexpr Flags lasting_flags = Flag::low_reliability | Flag::break_in_series;
std::string print(Flags flags); // "provisional estimated", "" for none
std::optional<Flags> parse_flags(std::string_view text);

// What a return takes away that an earlier one said of the same cell; a set. What it merely does not mention stays.
enum class Denial : std::uint8_t { target = 1, note = 2, flags = 4, published = 8 };
using Denials = std::uint8_t;
constexpr bool has(Denials denials, Denial denial) { return (denials & static_cast<Denials>(denial)) != 0; }

// One cell of a return. Numerator and denominator are kept and the ratio derived; a value alone where no parts are given.
struct Observation {
    AreaCode area;
    Period period; // what it describes
    std::optional<Period>
        reported_in; // the reporting period it was reported for, where that is another (a rolling year, a school year)
    std::optional<Decimal> numerator, denominator, value;
    std::optional<Decimal> target; // for this very cell, where the sheet that gives the figure gives its target too
    std::optional<GapReason> gap;  // set if and only if there is no number (a target is none)
    Flags flags = 0;
    std::optional<Decimal> published; // the figure as published, where somebody printed one
    std::string note;
    Denials denied = 0;
    std::string cell{}; // of the file that it was read from: "KPIs 2025-26!F12"; says nothing of the figure

    friend bool operator==(const Observation&, const Observation&) = default;
};

// What observations are made of, column by column; row i of each is one observation. The lists have each thing once, in
// the order of first appearance, and nothing that no row refers to.
struct ObservationColumns {
    std::vector<AreaCode> area_codes;
    IndexColumn areas; // in area_codes
    std::vector<Period> period_list;
    IndexColumn periods; // in period_list
    NumberColumn numerators, denominators, values, targets;
    ByteColumn gaps; // 0 = a number is there, else GapReason + 1
    ByteColumn flags;
    NumberColumn published;
    std::unordered_map<std::size_t, Period> reported_in; // by row
    std::unordered_map<std::size_t, std::string> notes;  // by row; never ""
    std::unordered_map<std::size_t, Denials> denied;     // by row; never 0
    std::unordered_map<std::size_t, std::string> cells;  // by row; never ""

    friend bool operator==(const ObservationColumns&, const ObservationColumns&) = default;
};

inline bool denies(const ObservationColumns& columns, std::size_t row, Denial what) {
    const auto found = columns.denied.find(row);
    return found != columns.denied.end() && has(found->second, what);
}

// The observations of one return: a form with one cell and a national file of millions are the same thing. Copies share their
// columns until a row is added to one of them, so that two contents hold what both have only once.
class Observations {
public:
    Observations() = default;
    // Error(request) where the columns do not make rows: lengths differ, or a row has neither a number nor a gap, or both.
    explicit Observations(ObservationColumns columns);

    void reserve(std::size_t rows);
    void add(const Observation& row);
    std::size_t size() const { return columns().areas.size(); }
    Observation at(std::size_t row) const;
    const std::vector<AreaCode>& area_codes() const { return columns().area_codes; } // areas() indexes into it
    const IndexColumn& areas() const { return columns().areas; }
    Period period(std::size_t row) const { return columns().period_list[columns().periods[row]]; }
    const std::vector<Period>& distinct_periods() const { return columns().period_list; }
    std::optional<Period> reported_in(std::size_t row) const;
    std::string cell(std::size_t row) const; // of its file; "" = not known
    const ObservationColumns& columns() const { return held_ ? held_->columns : no_columns(); } // to read many rows

    // The same rows in the same order. The columns follow from the rows alone, so equal rows have equal columns.
    friend bool operator==(const Observations& a, const Observations& b) {
        return a.held_ == b.held_ || a.columns() == b.columns();
    }

private:
    struct Held {
        ObservationColumns columns;
        // Where each stands in its list; filled when the first row is added.
        std::unordered_map<AreaCode, std::uint32_t> area_places{};
        std::unordered_map<Period, std::uint32_t> period_places{};
    };
    static const ObservationColumns& no_columns();
    Held& own(); // nobody else's

    std::shared_ptr<Held> held_; // null = no rows
};

} // namespace qd
