#include "exchange/return_grouping.hpp"
#include "exchange/return_reading.hpp"

#include <unordered_map>

namespace qd::inline exchange {
namespace {

ReturnHead head_of(const Return& given) {
    return {given.measure,       given.known_at, given.state, given.handed_in_by, given.signed_off_by, given.source,
            given.source_sha256, given.reason,   {}};
}

void read_return_rows(const Table& table, Content& into, Intake& intake) { read_returns(table, into, intake); }

// Returns that are otherwise the same are distinguished by a number, so that each comes back as it was.
std::string write_return_rows(const Content& content, YearStyle years) {
    std::string out = content.returns.empty() ? "" : write_heading(return_columns());
    std::unordered_map<std::string, std::size_t> alike;
    for (const Return& given : content.returns) {
        if (given.origin == Origin::computed) continue;
        ReturnLine line;
        line.head = head_of(given);
        const std::size_t number = ++alike[key_of(line.head)];
        if (number > 1) line.head.hand_in = std::to_string(number);
        for (std::size_t i = 0; i < given.observations.size(); ++i) {
            Observation cell = given.observations.at(i);
            line.area = cell.area;
            line.period = {cell.period, 0};
            line.reported_in = cell.reported_in;
            line.numerator.number = cell.numerator;
            line.denominator.number = cell.denominator;
            line.value.number = cell.value;
            line.target = or_none(cell.target, cell.denied, Denial::target);
            line.gap = cell.gap;
            line.flags = or_none(FlagSet{cell.flags}, cell.denied, Denial::flags);
            line.published = or_none(cell.published, cell.denied, Denial::published);
            line.note = or_none(std::move(cell.note), cell.denied, Denial::note);
            line.cell = std::move(cell.cell);
            write_row(out, return_columns(), line, years);
        }
    }
    return out;
}

std::vector<TableKind::Heading> headings() {
    std::vector<TableKind::Heading> headings;
    for (const Column<ReturnLine>& column : return_columns()) headings.push_back({column.name, column.kind});
    return headings;
}

} // namespace

const TableKind returns_table{"returns", read_return_rows, write_return_rows, headings};

} // namespace qd::inline exchange
