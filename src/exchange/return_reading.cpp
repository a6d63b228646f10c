#include "exchange/return_reading.hpp"

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "exchange/layouts/grid.hpp"
#include "exchange/return_grouping.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

// Where the figures of a sheet stand: that of a value, or of the first of its parts.
class FigureCells {
public:
    explicit FigureCells(std::string sheet) : sheet_(std::move(sheet)) {}

    void take_heading(std::span<const std::string_view> cells) {
        if (sheet_.empty()) return;
        for (const std::string_view name : {"value", "numerator", "gap"})
            for (std::size_t i = 0; i < cells.size(); ++i)
                if (lower(trim(cells[i])) == name) columns_.push_back(i);
    }
    std::string cell_of(std::size_t row, std::span<const std::string_view> cells) const {
        for (const std::size_t column : columns_)
            if (column < cells.size() && !trim(cells[column]).empty())
                return sheet_ + "!" + letters_of_column(static_cast<std::uint32_t>(column)) + std::to_string(row);
        return "";
    }

private:
    std::string sheet_; // "" = it is none
    std::vector<std::size_t> columns_;
};

// One row after the other; knows which complaints are of rows that could be left out.
class RowTaker {
public:
    RowTaker(const Table& table, Intake& intake)
        : intake_(intake), complain_(table, intake), reader_(table, return_columns(), intake),
          figure_cells_(table.sheet()) {}

    const Complaining& complain() const { return complain_; }
    void end() { reader_.end(); }

    void take(std::size_t number, std::span<const std::string_view> cells, ReturnGrouping& grouping) {
        const bool heading = !reader_.has_heading();
        const std::size_t before = intake_.complaints.count();
        auto row = reader_.read(number, cells);
        if (heading && reader_.has_heading()) figure_cells_.take_heading(cells);
        if (row && row->sound) {
            drop_own_area(row->value.area, intake_.settings);
            // of history that is imported, or read without a day, the file is not where it comes from
            if (row->value.cell.empty() && !row->value.head.known_at && intake_.today)
                row->value.cell = figure_cells_.cell_of(number, cells);
            const auto cell = observation_of(*row, intake_, complain_);
            if (cell && intake_.complaints.count() == before) return grouping.add(row->value.head, *cell, row->number);
        }
        if (!row || heading) return;
        ++intake_.left_out.rows;
        intake_.left_out.complaints += intake_.complaints.count() - before;
    }

private:
    Intake& intake_;
    Complaining complain_;
    RowReader<ReturnLine> reader_;
    FigureCells figure_cells_;
};

void finish(ReturnGrouping& grouping, const Complaining& complain, Content& into, Intake& intake) {
    into.returns = grouping.take(complain, intake.years());
    intake.left_out.rows += grouping.doubled();
    intake.left_out.complaints += grouping.doubled();
}

void read_row_by_row(const Table& table, Content& into, Intake& intake) {
    ReturnGrouping grouping;
    RowTaker taker(table, intake);
    bool any = false;
    const std::size_t before = intake.complaints.count();
    table.each_row([&](std::size_t number, std::span<const std::string_view> cells) {
        any = true;
        taker.take(number, cells, grouping);
    });
    taker.end();
    if (!any && intake.complaints.count() == before)
        taker.complain()(0, "", "", {"The table is empty.", "Write the heading row first, or leave the table out."});
    finish(grouping, taker.complain(), into, intake);
}

// By several threads, unless a row may run over the end of a piece.
std::vector<PlainPiece> read_pieces(std::string_view rows, const PlainLayout& layout, std::size_t piece_bytes) {
    const std::vector<std::string_view> texts = cut_at_lines(rows, piece_bytes);
    std::vector<PlainPiece> pieces(texts.size());
    in_parallel(texts.size(), [&](std::size_t i) { pieces[i] = read_piece(texts[i], layout, Quotes::stop); });
    if (std::ranges::none_of(pieces, &PlainPiece::cut_short)) return pieces;
    pieces.clear();
    pieces.push_back(read_piece(rows, layout, Quotes::follow));
    return pieces;
}

} // namespace

void read_returns(const Table& table, Content& into, Intake& intake, std::size_t piece_bytes) {
    const std::string_view text = without_byte_order_mark(table.csv().value_or(""));
    const std::string_view heading = text.substr(0, csv_line_length(text));
    const auto layout = PlainLayout::of(heading, intake);
    if (!layout) return read_row_by_row(table, into, intake);

    ReturnGrouping grouping(layout->area_codes());
    RowTaker taker(table, intake);
    const auto take_lines = [&](std::string_view lines, std::size_t first) {
        const OnRow on_row = [&](std::size_t number, std::span<const std::string_view> cells) {
            taker.take(number, cells, grouping);
        };
        return read_csv(lines, table.place(), intake.complaints, on_row, first);
    };
    take_lines(heading, 1);
    std::size_t line = 2;
    const std::vector<PlainPiece> pieces = read_pieces(text.substr(heading.size()), *layout, piece_bytes);
    for (const PlainPiece& piece : pieces) {
        for (const PlainPiece::Run& run : piece.runs) {
            if (run.measure != nullptr)
                grouping.add(piece, run, line + run.line);
            else if (take_lines(run.text, line + run.line) == Outcome::unreadable)
                return finish(grouping, taker.complain(), into, intake);
        }
        line += piece.lines;
    }
    finish(grouping, taker.complain(), into, intake);
}

} // namespace qd::inline exchange
