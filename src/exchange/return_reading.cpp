#include "exchange/return_reading.hpp"

#include "base/parallel.hpp"
#include "exchange/return_grouping.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

// One row after the other; knows which complaints are of rows that could be left out.
class RowTaker {
public:
    RowTaker(const Table& table, Intake& intake)
        : intake_(intake), complain_(table, intake), reader_(table, return_columns(), intake) {}

    const Complaining& complain() const { return complain_; }
    void end() { reader_.end(); }

    void take(std::size_t number, std::span<const std::string_view> cells, ReturnGrouping& grouping) {
        const bool heading = !reader_.has_heading();
        const std::size_t before = intake_.complaints.count();
        auto row = reader_.read(number, cells);
        if (row && row->sound) {
            drop_own_area(row->value.area, intake_.settings);
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
