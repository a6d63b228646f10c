#pragma once

#include "exchange/layouts/grid.hpp"
#include "exchange/layouts/layout.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline exchange {

// What became of a filled cell. Of two that speak of the same cell the later in this list holds.
enum class Fate : std::uint8_t {
    open,      // nobody looked at it: there is none in the end
    left_out,  // with a reason
    named,     // a name or a heading: what the figures are about
    noted,     // a note, a flag, a source of a figure
    checked,   // compared with what the rest makes
    narrative, // words about a measure
    target,
    figure,
    complained, // and so nothing of the file is taken in
};
constexpr std::size_t fates = 9;

enum class WhyLeftOut : std::uint8_t {
    none,
    layout,    // the layout says so
    above,     // a title or a line above the table
    below,     // a note below it
    total,     // a row that adds up others
    section,   // a line that only divides the table
    filter,    // a row of another group
    hidden,    // a row or column that is not shown
    no_block,  // a sheet, or a part of one, that no block of the layout reads
    no_figure, // a note or a flag without a figure to go with
    no_target, // it stands for a target, and says that there is none
};
constexpr std::size_t reasons_to_leave_out = 11;
std::string_view print(WhyLeftOut why); // "below the table"

struct CellUse {
    Fate fate = Fate::open;
    WhyLeftOut why = WhyLeftOut::none;
};

// Where a cell stands in its file.
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
    known_at
};
constexpr std::size_t row_fields = 11;
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

struct TakenFigure {
    std::array<std::optional<FilledField>, row_fields> fields;
    const std::optional<FilledField>& at(RowField field) const { return fields[static_cast<std::size_t>(field)]; }
    std::optional<FilledField>& at(RowField field) { return fields[static_cast<std::size_t>(field)]; }
    bool has_figure() const {
        return at(RowField::numerator) || at(RowField::denominator) || at(RowField::value) || at(RowField::gap);
    }
};

// A target as a sheet writes it.
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
};

struct TakenStatus {
    FigureKey key;
    std::string status; // "green"
    CellAt from;
};

// A percentage that is to be what the parts of a figure make.
struct RatioCheck {
    FigureKey key;
    Decimal said;
    CellAt from;
};

// Everything that a layout makes of a file, before any of it is read as a table.
struct SheetTaking {
    std::string layout;
    SheetFile file;
    std::vector<std::vector<CellUse>> uses; // by sheet and cell; of visible sheets all are settled
    std::map<FigureKey, TakenFigure> figures;
    std::map<std::pair<FigureKey, std::string>, TakenTarget>
        targets;                                                   // by what it is of and its role: "annual", "profile"
    std::map<std::pair<std::string, Period>, TakenUpdate> updates; // by measure
    std::vector<TakenStatus> statuses;
    std::map<FigureKey, TargetWords> bounds; // of targets that are more than a number
    std::vector<RatioCheck> ratios;
    std::vector<std::string> notes; // what does not agree, and what could not be compared
    std::size_t checks_that_agree = 0;
    std::vector<std::string> unread_sheets; // visible ones without a table, and hidden ones

    std::size_t filled() const; // cells of visible sheets
    std::size_t count(Fate fate) const;
    std::size_t count(WhyLeftOut why) const;
    // Some of the texts that were left out so, for people.
    std::vector<std::string> samples(WhyLeftOut why, std::size_t most) const;
    std::string place(CellAt at) const { return file.place(at.sheet, file.sheets[at.sheet].cells[at.cell]); }
};

} // namespace qd::inline exchange
