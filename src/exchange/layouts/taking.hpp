#pragma once

#include "exchange/layouts/grid.hpp"
#include "exchange/layouts/layout.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace qd::inline exchange {

// What became of a filled cell. If two apply to the same cell, the later in this list counts.
enum class Fate : std::uint8_t {
    open,      // not looked at yet: there are none in the end
    left_out,  // with a reason
    named,     // a name or a heading: what the figures are about
    noted,     // a note, a flag, a source of a figure
    checked,   // compared with the result of the rest
    narrative, // words about a measure
    target,
    figure,
    complained, // nothing in the file is imported
};
constexpr std::size_t fates = 9;

enum class WhyLeftOut : std::uint8_t {
    none,
    layout,    // the layout says so
    above,     // a title or a line above the table
    below,     // a note below it
    total,     // a row that is the sum of others
    section,   // a line that only divides the table
    filter,    // a row of another group
    hidden,    // a row or column that is not shown
    no_block,  // a sheet, or a part of one, that no block of the layout reads
    no_figure, // a note or a flag without a figure to go with
    no_target, // it is in place of a target, and says that there is none
};
constexpr std::size_t reasons_to_leave_out = 11;
std::string_view print(WhyLeftOut why); // "below the table"

struct CellUse {
    Fate fate = Fate::open;
    WhyLeftOut why = WhyLeftOut::none;
};

// Where a cell is in its file.
struct CellAt {
    std::uint32_t sheet = 0, cell = 0;
    friend auto operator<=>(const CellAt&, const CellAt&) = default;
};

enum class RowField : std::uint8_t {
    numerator,
    denominator,
    value,
    target,
    gap,
    flags,
    published,
    note,
    source,
    reason,
    known_at,
    handed_in_by
};
constexpr std::size_t row_fields = 12;
std::string_view print(RowField field);

struct FilledField {
    std::string text; // as the table of returns reads it
    CellAt from;
};

// What a figure is about.
struct FigureKey {
    std::string measure, area; // area "" = the council itself
    Period period;
    friend auto operator<=>(const FigureKey&, const FigureKey&) = default;
};

// What cells say of one figure, by field; of most figures there are one or two.
struct TakenFigure {
    std::vector<std::pair<RowField, FilledField>> fields; // in the order of the fields
    const FilledField* find(RowField field) const;        // null = nothing is said
    FilledField* find(RowField field) { return const_cast<FilledField*>(std::as_const(*this).find(field)); }
    void put(RowField field, FilledField filled); // of a field that is not there yet
    bool has_figure() const;
};

// A target as written in a sheet.
struct TargetWords {
    std::string kind; // "", "ceiling", "floor", "range"
    std::string value, lower, upper;
    bool strict = false;
    friend bool operator==(const TargetWords&, const TargetWords&) = default;
};
TargetWords target_words(const std::string& text); // "Below 80": a ceiling that 80 itself does not meet

struct TakenTarget {
    TargetWords words;
    CellAt from;
};

struct TakenUpdate {
    std::string narrative, status;
    CellAt from;
    std::string by{}; // the post that gives it
};

struct TakenStatus {
    FigureKey key;
    std::string status; // "green"
    CellAt from;
    std::string place; // "KPIs!F7": of a colour, the cell that has it, which may be blank
};

// A percentage that should follow from the parts of a figure.
struct RatioCheck {
    FigureKey key;
    Decimal said;
    CellAt from;
};

// A heading of a table that was found.
struct TakenHeading {
    std::uint32_t sheet = 0, row = 0, column = 0; // turned if its block says so
    std::string text;                             // as people see it
    std::string shape;                            // with its times as places: "target {year}"
    std::vector<std::string> rule{}; // what its column is called in the layout; empty = it does not know it
    ColumnIs is = ColumnIs::leave;
    std::vector<std::string_view> samples{}; // of the cells below it, if the layout does not know it
};

// Everything that a layout makes of a file, before any of it is read as a table.
struct SheetTaking {
    std::string layout; // "" = a workbook that was made to be handed in, which needs none
    SheetFile file;
    std::vector<std::vector<CellUse>> uses; // by sheet and cell; all settled for visible sheets
    std::map<FigureKey, TakenFigure> figures;
    std::map<std::pair<FigureKey, std::string>, TakenTarget>
        targets; // by what it belongs to and its role: "annual", "profile"
    std::map<std::pair<std::string, Period>, TakenUpdate> updates; // by measure
    std::vector<TakenStatus> statuses;
    std::map<FigureKey, TargetWords> bounds; // for targets that are more than a number
    std::vector<RatioCheck> ratios;
    std::vector<std::string> notes; // what does not agree, and what could not be compared
    std::size_t checks_that_agree = 0;
    std::vector<std::string> unread_sheets; // visible ones without a table, and hidden ones
    std::vector<TakenHeading> headings;     // of every table, by sheet and place
    std::vector<std::string> sheet_shapes;  // the names of the sheets, with their times as places
    std::vector<std::string> missing;       // headings by which a table is to be found, and which are gone

    std::size_t filled() const; // cells of visible sheets
    std::size_t count(Fate fate) const;
    std::size_t count(WhyLeftOut why) const;
    // Examples of the texts that were left out for this reason, for people.
    std::vector<std::string> samples(WhyLeftOut why, std::size_t most) const;
    std::string place(CellAt at) const { return file.place(at.sheet, file.sheets[at.sheet].cells[at.cell]); }
};

} // namespace qd::inline exchange
