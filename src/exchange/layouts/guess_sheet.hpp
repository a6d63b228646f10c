#pragma once

#include "exchange/layouts/guess.hpp"
#include "exchange/layouts/vocabulary.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace qd::inline exchange {

// A text as TOML writes it, in quotation marks.
std::string in_toml(std::string_view text);

// One column of a sheet, and what it seems to be.
struct GuessedColumn {
    std::uint32_t column = 0;
    std::string heading; // joined, by same_words
    HeadingShape shape;
    std::string pattern; // as the layout writes it
    ColumnIs is = ColumnIs::leave;
    std::vector<std::string> lines{}; // of the layout besides: `fill_down = true`
    std::string evidence{};
    std::vector<const GridCell*> all{};   // its cells below the heading
    std::vector<const GridCell*> cells{}; // of these so many, from the first to the last row, that speak for the rest
    bool is_placed = false;
};

// What is detected in one sheet.
class SheetGuess {
public:
    SheetGuess(const SheetGrid& sheet, const Content& known, const TimeReader& times, NameBook& names);

    bool find_headings(); // false if there is no table
    void place_columns();
    void look_at_rows();
    bool has_figures() const;

    std::size_t heading_row = 0; // as SheetGrid::row counts
    int heading_rows = 1;
    bool fill_right = false;
    std::vector<GuessedColumn> columns;
    std::vector<std::string> heading;                                 // by which the row is found
    std::map<std::string, std::string> markers, areas, measures, rag; // proposed, and asked
    std::vector<std::string> skip, ends_at;
    bool sections = false;
    std::vector<LayoutQuestion> questions;
    TimeParts said_above;
    std::string above; // the pattern that says it

    // What two sheets of the same form have in common.
    std::string fingerprint() const;
    const GuessedColumn* find(ColumnIs is) const;

private:
    std::uint32_t row_number(std::size_t row) const { return sheet_.row(row).front().row; }
    void join_headings();
    void collect_cells();
    void place_by_heading(GuessedColumn& column);
    void place_names();
    void place_areas();
    bool says_academic() const;
    void place_lines();
    void place_rest();
    void place_parts();
    void read_markers();
    void read_statuses();
    void read_units();
    void choose_heading();
    void read_above();
    void put(GuessedColumn& column, ColumnIs is, std::string evidence);
    void ask(std::string text, std::string evidence, std::string set = "", bool is_open = false);
    double share(const GuessedColumn& column, const std::function<bool(std::string_view)>& holds) const;
    std::string samples(const GuessedColumn& column) const;

    const SheetGrid& sheet_;
    const Content& known_;
    const TimeReader& times_;
    NameBook& names_;
};

} // namespace qd::inline exchange
