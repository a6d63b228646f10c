#pragma once

#include "domain/observation.hpp"
#include "domain/sheet_layout.hpp"
#include "exchange/layouts/grid.hpp"
#include "exchange/layouts/pattern.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// What a column of a sheet is. The words are those of docs/layouts.md.
enum class ColumnIs : std::uint8_t {
    measure,
    measure_title,
    area,
    period,
    year,
    quarter,
    month,
    value,
    numerator,
    denominator,
    target,
    annual_target,
    rag,
    narrative,
    note,
    reason,
    flags,
    source,
    known_at,
    role,
    by_role,
    filter,
    unit,
    check,
    leave
};
std::string_view print(ColumnIs is);

// What a text in place of a figure means: "not_due", "suppressed noted", "flag provisional", "number 0",
// "leave".
struct MarkerMeaning {
    enum class Kind : std::uint8_t { gap, flags, number, leave } kind = Kind::leave;
    std::optional<GapReason> gap{};
    bool noted = false; // the text goes to the note
    Flags flags = 0;
    Decimal number{};
    static Understood<MarkerMeaning> parse(std::string_view text);
};

enum class TimeUnit : std::uint8_t { none, seconds, minutes, hours, days };

// One entry of a block: which columns it is about, and what they are.
struct LayoutColumn {
    std::vector<Pattern> headings;
    std::string letters; // "A": only the column in that place; "" = wherever
    ColumnIs is = ColumnIs::leave;
    std::string measure, area;                  // for all its cells
    std::string period;                         // "2025-26Q2", "this", "previous", "newest" of the table's figures
    std::string year, quarter;                  // pieces of it
    bool first_word = false;                    // the code is the first word of the cell
    bool fill_down = false;                     // a blank cell repeats the one above it, until the table ends
    bool academic = false;                      // its years are school years
    bool statistical = false;                   // a year alone is one of the calendar
    bool leave_others = false;                  // rows of measures or areas that are not known are left out
    std::map<std::string, std::string> words{}; // for role, unit and times, by same_words
    std::vector<Pattern> keep{};                // for filter
    bool keep_blank = false;                    // for filter: rows without a word in it are taken
    Flags flags = 0;                            // of all its figures
    Decimal scale{1};
    bool negate = false, no_sign = false, fraction = false, into_updates = false;
    bool fill_is_status = false;      // the colour of the cell is a status, by the layout's fills
    bool first_is_status = false;     // the words of a comment begin with a status
    std::vector<std::string> units{}; // words after a number that add nothing to the measure
    TimeUnit time = TimeUnit::none;   // what a time of day that is a duration is counted in
    std::vector<Pattern> forms{};
};

// A table in a file.
struct LayoutBlock {
    std::vector<Pattern> sheets{}, not_sheets{};
    bool with_hidden = false;
    std::vector<Pattern> heading{}; // found in the last row of the headings
    int heading_rows = 1;
    bool fill_right = false; // blanks in an upper heading repeat the cell before them
    bool turned = false, repeats = false;
    bool apart = false;       // its columns end at one without a heading: another table is beside it
    bool marks_right = false; // a cell without a heading, right of a figure, has its marks
    std::vector<Pattern> above{};
    std::map<std::string, std::string> beside{}; // a label above the table, by same_words, and what is to its right
    std::map<std::string, std::string> set{};    // year, quarter, period, measure, area
    std::vector<Pattern> skip{}, ends_at{};
    enum class Sections : std::uint8_t { none, leave, measure, area } sections = Sections::none;
    std::vector<LayoutColumn> columns{};
};

// What the last file was like that was taken in by a layout: the next is compared with it.
struct SheetsSeen {
    std::string file{};
    std::vector<std::string> headings{}; // "target {year}": their times are places
    std::map<std::string, std::vector<std::string>>
        sheets{}; // those that were read, with codes of their measures; "" = a text
    friend bool operator==(const SheetsSeen&, const SheetsSeen&) = default;
};

// How a council's own spreadsheet is read.
struct Layout {
    std::string name, title;
    std::vector<Pattern> file_names{};
    TextForm text{};
    char decimal = '.';
    std::optional<GapReason> blank{};                                         // none = an empty figure says nothing
    std::map<std::string, MarkerMeaning> markers{};                           // by plain_spelling
    std::map<std::string, std::string> measures{}, areas{}, periods{}, rag{}; // by same_words
    std::map<std::string, std::string> fills{};                               // "00B050" = "green"
    std::optional<SheetsSeen> seen{};
    std::vector<LayoutBlock> blocks{};
};

// All complaints at once; they name it `file`.
tl::expected<Layout, Complaints> parse_layout(const SheetLayout& layout, const std::string& file);

// The text with one more answer: "markers.TBC" = "not_due". The rest stays as written, with its comments.
// Problem for any other key.
Understood<std::string> with_answer(const std::string& text, const std::string& key, const std::string& value);

} // namespace qd::inline exchange
