#pragma once

#include "exchange/layouts/guess.hpp"
#include "exchange/layouts/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace qd::inline exchange {

// One column of a sheet, and what it seems to be.
struct GuessedColumn {
    std::uint32_t column = 0;
    std::string heading; // joined, by same_words
    HeadingShape shape;
    std::string pattern; // as the layout writes it
    ColumnIs is = ColumnIs::leave;
    std::vector<std::string> lines{}; // of the layout besides: `fill_down = true`
    std::string evidence{};
    std::vector<const GridCell*> cells{}; // below the heading; of very many so many, from the first row to the last
    std::vector<const GridCell*> odd{};   // all that are more than digits
    bool is_placed = false;
    bool is_left_asked = false;    // left out, which is asked together with others
    bool has_unknown_word = false; // its heading has a time, and a word that is not known

    bool has_line(std::string_view key) const {
        return std::ranges::any_of(lines, [&](const std::string& line) { return line.starts_with(key); });
    }
};

// What is detected in one sheet.
class SheetGuess {
public:
    // `first_row` is where to look for it, as SheetGrid::row counts: below another table.
    SheetGuess(const SheetGrid& sheet, const Content& known, const TimeReader& times, NameBook& names,
               std::size_t first_row = 0);

    bool find_headings();                             // false if there is no table
    std::optional<std::size_t> next_headings() const; // those of another table below it
    void end_before(std::size_t row);                 // another table begins there
    void place_columns();
    void look_at_rows();
    bool has_figures() const;

    std::size_t heading_row = 0; // as SheetGrid::row counts
    int heading_rows = 1;
    bool fill_right = false;
    std::vector<GuessedColumn> columns;
    std::vector<std::string> heading;    // by which the row is found
    std::set<std::string> used_headings; // of tables above: these would find another row
    std::map<std::string, std::string> markers, areas, measures, rag, fills; // proposed, and asked
    std::vector<std::string> skip, ends_at;
    std::string sections; // "leave", "measure", "area"; "" = there are none
    bool repeats = false; // the same headings are there again further down
    bool apart = false;   // another table is beside it
    bool marks_right = false;
    std::vector<LayoutQuestion> questions;
    TimeParts said_above;
    std::vector<std::string> above;            // patterns of the lines that say something
    std::map<std::string, std::string> beside; // labels above the table: "measure", "area"
    bool has_measure_above = false;

    // What two sheets of the same form have in common.
    std::string fingerprint() const;
    const GuessedColumn* find(ColumnIs is) const;
    const SheetGrid& sheet() const { return sheet_; }

private:
    std::uint32_t row_number(std::size_t row) const { return sheet_.row(row).front().row; }
    void join_headings();
    void collect_cells();
    void find_blank_heading(std::uint32_t first_column, std::uint32_t last_column);
    void find_marks();
    void place_by_heading(GuessedColumn& column);
    void place_names();
    void settle_stretches();
    void place_areas();
    std::string likely_area(const std::string& name) const;
    void read_school_years();
    void ask_of_hidden();
    bool says_academic() const;
    void place_lines();
    void place_rest();
    bool is_title(const GuessedColumn& column) const;
    void ask_of_unknown_columns(const std::vector<const GuessedColumn*>& unknown);
    void place_parts();
    void place_proved_parts();
    void place_sums();
    std::string prove_lines(const GuessedColumn& lines, std::map<std::string, std::string>& means) const;
    void settle_lines(std::map<std::string, std::string>& means, const std::vector<std::string>& words) const;
    void place_unknown_times();
    bool place_named_columns(GuessedColumn& column);
    bool place_times(GuessedColumn& column, ColumnIs is);
    void read_line_words(GuessedColumn& column, const std::function<bool(std::string_view)>& reads);
    static bool is_bracketed(const HeadingShape& shape);
    void place_bracketed(GuessedColumn& column);
    bool is_usual_heading(const GridCell& cell) const;
    void read_markers();
    void ask_of_unknown(const std::map<std::string, const GridCell*>& unknown);
    void read_statuses();
    void read_first_statuses(GuessedColumn& column);
    void read_colours();
    void read_scales();
    void read_times();
    void read_written_units();
    void read_bounds();
    void read_fractions();
    void ask_of_small_percentages(const GuessedColumn& names);
    void read_signs();
    void ask_of_blanks();
    void ask_of_left();
    void choose_heading();
    void read_above();
    void read_names_above();
    bool take_time_above(const GridCell& cell);
    bool take_name_above(std::span<const GridCell> row, std::size_t place);
    void find_end();
    void take_row(const GuessedColumn& names, std::size_t row);
    void settle_sections(const GuessedColumn& names, const std::vector<const GridCell*>& lines);
    bool is_sum(std::size_t row) const;
    bool may_be_headings(std::span<const GridCell> row) const;
    void put(GuessedColumn& column, ColumnIs is, std::string evidence);
    void ask(std::string text, std::string evidence, std::string set = "", bool is_open = false);
    double share(const GuessedColumn& column, const std::function<bool(std::string_view)>& holds) const;
    std::string samples(const GuessedColumn& column) const;

    const SheetGrid& sheet_;
    const Content& known_;
    const TimeReader& times_;
    NameBook& names_;
    std::size_t first_row_, end_;
    std::vector<std::string> unknown_rows_;                         // names of rows that are not known measures
    std::map<std::uint32_t, std::pair<Decimal, std::size_t>> sums_; // of figures since the last sum, by column
};

// The number of a cell, in per cent where it says so.
std::optional<Decimal> plain_number(const GridCell& cell);
std::string quoted_cell(std::string_view text); // for a question

} // namespace qd::inline exchange
