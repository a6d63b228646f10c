#pragma once

#include "domain/status.hpp"
#include "exchange/layouts/block_heading.hpp"
#include "exchange/layouts/cell_figure.hpp"
#include "exchange/layouts/taking.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace qd::inline exchange {

// A cell that should be equal to the result of the rest of its row.
struct RowCheck {
    const GridCell* cell = nullptr;
    const ColumnUse* column = nullptr;
};

// Whether a column says what its row is about.
bool is_context(ColumnIs is);

// Reads the rows of one table into what is taken from the file.
class TableReading {
public:
    // `sheet` is turned if the block says so; `number` is its place in the file; `around` is what the names of sheet and file say.
    TableReading(const FoundTable& table, const SheetGrid& sheet, std::uint32_t number, const Captured& around,
                 SheetContext& context, SheetTaking& taking, ComplaintBook& complaints);
    void read();

private:
    // What the cells of a row say, except figures.
    struct RowSaid {
        TimeParts time;
        std::optional<std::string> measure, area; // codes
        Decimal scale{1};
        TimeUnit time_unit = TimeUnit::none; // what its times are counted in, if the row says so
        std::string role;                    // "numerator"; "" = the table has no such column
        bool failed = false;
    };
    struct Down {
        const GridCell* cell = nullptr; // for fill_down: the last filled one
    };

    void take_headings();
    std::span<const GridCell> of_table(std::span<const GridCell> row) const;
    void stop_filling();
    void read_around();
    void read_row(std::span<const GridCell> row);
    void say_measure_around(const Captured& said);
    void say_word(const std::string& what, const std::string& text, TimeParts& time);
    bool ends(std::span<const GridCell> row) const;
    bool is_skipped(std::span<const GridCell> row) const;
    bool take_section(std::span<const GridCell> row);
    const GridCell* context_cell(const ColumnUse& column, std::span<const GridCell> row, std::uint32_t number);
    const GridCell* merged_above(std::uint32_t row, std::uint32_t column) const;
    std::optional<RowSaid> read_context(std::span<const GridCell> row);
    void say(const ColumnUse& column, const GridCell& cell, RowSaid& said);
    void say_role(const std::string& word, RowSaid& said);
    void say_measure(const ColumnUse& column, const GridCell& cell, RowSaid& said);
    void say_area(const GridCell& cell, RowSaid& said);
    bool is_kept(const ColumnUse& column, const GridCell* cell) const;
    bool is_other(const ColumnUse& column, const GridCell* cell);
    void complain_of_others();
    void read_cell(const ColumnUse& column, const GridCell& cell, const RowSaid& said);
    bool is_mark(const GridCell& cell) const;
    CellFigure read_figure_of(const ColumnUse& column, const GridCell& cell, const RowSaid& said,
                              const std::string& measure);
    void take_figure(const ColumnUse& column, const GridCell& cell, const RowSaid& said, ColumnIs is);
    void take_target(const ColumnUse& column, const GridCell& cell, const RowSaid& said);
    void take_annual(const ColumnUse& column, const GridCell& cell, const RowSaid& said);
    void take_status(const ColumnUse& column, const GridCell& cell, const RowSaid& said);
    void take_narrative(const ColumnUse& column, const GridCell& cell, const RowSaid& said);
    void take_colours(std::span<const GridCell> row, const RowSaid& said);
    void keep_status(const ColumnUse& column, const FigureKey& key, Status status, const GridCell& cell,
                     const std::string& place);
    void fill_blanks(std::span<const GridCell> row, const RowSaid& said);
    bool has_figure(const ColumnUse& column) const;
    std::optional<FigureKey> key_of(const ColumnUse& column, const GridCell& cell, const RowSaid& said);
    std::optional<std::string> measure_of(const ColumnUse& column, const GridCell& cell, const RowSaid& said);
    std::optional<std::string> area_of(const ColumnUse& column, const GridCell& cell, const RowSaid& said);
    TimeParts time_of(const ColumnUse& column, const RowSaid& said) const;
    std::optional<Period> base_period() const;
    std::optional<Period> newest_period() const;
    void put(const FigureKey& key, RowField field, const std::string& text, const GridCell& cell);
    void check_row(const RowSaid& said);
    void check_total(std::span<const GridCell> row);
    void add_up(std::span<const GridCell> row);

    void use(const GridCell& cell, Fate fate, WhyLeftOut why = WhyLeftOut::none);
    void leave_row(std::span<const GridCell> row, WhyLeftOut why);
    void complain(const GridCell& cell, const std::string& column, const Problem& problem);
    void complain_of_heading(const ColumnUse& column, const Problem& problem);
    const ColumnUse* column_at(std::uint32_t column) const;
    CellAt at(const GridCell& cell) const { return {number_, cell.at}; }
    std::string name_of(const GridCell& cell) const { return taking_.place(at(cell)); }

    TakenFigure& figure_at(const FigureKey& key);

    const FoundTable& table_;
    const LayoutBlock& block_;
    const SheetGrid& sheet_;
    std::uint32_t number_;
    SheetContext& context_;
    SheetTaking& taking_;
    ComplaintBook& complaints_;
    TimeParts time_;                                      // of the whole table
    mutable std::optional<std::optional<Period>> newest_; // once it was asked for
    std::optional<std::string> measure_, area_;           // the same, codes
    std::optional<std::string> section_measure_, section_area_;
    std::vector<std::string> others_; // some names of measures whose rows are left out because they are not known
    bool knows_a_measure_ = false;    // of those that a row is about
    std::map<FigureKey, TakenFigure>::iterator last_figure_; // the cells of a row are mostly of one
    std::vector<Down> down_;                                 // by column use
    std::vector<std::pair<const GridCell*, std::pair<Period, Decimal>>> row_values_;
    std::vector<RowCheck> row_checks_;
    std::map<std::uint32_t, std::vector<CellRange>> merged_; // by column, those of several rows, from the top
    struct Sums {
        Decimal since, all;
        std::size_t count = 0;
    };
    std::vector<Sums> sums_; // of the columns of figures, since the last total and in all
    std::set<std::string> colours_told_;
    mutable std::vector<std::optional<bool>> has_figure_; // by column, once it was asked for
    std::vector<bool> told_; // by column: whether a missing period or the like was reported
};

} // namespace qd::inline exchange
