#pragma once

#include "exchange/intake.hpp"
#include "exchange/plain_numbers.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace qd::inline exchange {

// What a plain row of the table of returns may contain: known codes, a period as it is printed, plain numbers that go together,
// and nothing else. Such rows say the same to the general reader; all others are left to it.
class PlainLayout {
public:
    // None where the heading is not one of the table's own columns, each at most once, with all that are required.
    static std::optional<PlainLayout> of(std::string_view heading, const Intake& intake);

    enum class Cell { measure, area, period, numerator, denominator, value, target, empty };
    struct KnownMeasure {
        const MeasureCode* code = nullptr;
        bool percentage = false; // no more than all can be
    };

    const std::vector<Cell>& cells() const { return cells_; }
    const KnownMeasure* measure(std::string_view code) const;
    const std::uint32_t* area(std::string_view code) const; // its place in area_codes()
    const std::vector<AreaCode>& area_codes() const { return area_codes_; }
    YearStyle years() const { return years_; }
    // Whether an area was there on one of a period's days; a figure of another is complained of.
    bool is_there(std::uint32_t area, Period period) const;
    bool has_begun(Period period) const { return !today_ || calendar_.first_day(period) <= *today_; }

private:
    std::vector<Cell> cells_;
    std::unordered_map<std::string_view, KnownMeasure> measures_;
    std::unordered_map<std::string_view, std::uint32_t> areas_;
    std::vector<AreaCode> area_codes_; // the council's own is empty
    std::vector<const Area*> dated_;   // by place in area_codes(); null = always there. Empty = all of them are
    YearStyle years_ = YearStyle::split;
    Calendar calendar_;
    std::optional<Date> today_;
};

// A piece of a file, read: the plain rows as columns, and the order of these and the others.
struct PlainPiece {
    // Plain rows one below the other, of one measure; or a row that is not plain.
    struct Run {
        const MeasureCode* measure = nullptr; // null = not plain
        std::size_t line = 0;                 // the first, counted from 0 at the begin of the piece
        std::size_t first = 0, count = 0;     // plain rows
        std::string_view text;                // of a row that is not plain
    };
    std::vector<std::uint32_t> areas, periods; // places in area_codes() of the layout, in period_list
    std::vector<Period> period_list;
    PlainNumbers numerators, denominators, values, targets;
    std::vector<Run> runs;
    std::size_t lines = 0;
    bool cut_short = false; // by a quotation mark, where none may be: its row may go on in the next piece
};

// If there are several pieces, a row must not continue past the end of its piece, as one with quotation marks might.
enum class Quotes { stop, follow };
PlainPiece read_piece(std::string_view bytes, const PlainLayout& layout, Quotes quotes);

// Cut after line ends into pieces of about that size. What comes after the last line end is a piece of its own.
std::vector<std::string_view> cut_at_lines(std::string_view bytes, std::size_t piece_bytes);

} // namespace qd::inline exchange
