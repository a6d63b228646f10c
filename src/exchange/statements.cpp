#include "exchange/rows_before.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<Statement> columns[] = {
    own_code<&Statement::code>(),
    column<&Statement::period>("period", Need::required),
    column<&Statement::subject>("subject", Need::required),
    column<&Statement::place>("place"),
    column<&Statement::label>("label"),
    column<&Statement::words>("words"),
    column<&Statement::stated>("stated"),
    column<&Statement::count>("count"),
    column<&Statement::denominator>("denominator"),
    column<&Statement::parts>("parts"),
    column<&Statement::from>("from"),
    column<&Statement::to>("to"),
    column<&Statement::date>("date"),
    column<&Statement::window_from>("window_from"),
    column<&Statement::window_to>("window_to"),
    column<&Statement::binding>("binding"),
};

void check(const Row<Statement>& row, const Complaining& complain) {
    const Statement& statement = row.value;
    if (statement.denominator && statement.denominator->is_zero())
        complain(row.number, "denominator", "0",
                 {"leaves nothing to divide by.", "Write what the percentage is of, or leave the cell empty."});
    if (statement.window_from && statement.window_to && *statement.window_from > *statement.window_to)
        complain(row.number, "window_to", print(*statement.window_to),
                 {"is before window_from.", "Put the later day here."});
    if (statement.from.has_value() != statement.to.has_value())
        complain(row.number, statement.from ? "to" : "from", "",
                 {"The cell is empty.", "A change has a from and a to."});
}

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("code", complain);
    RowsBefore<Statement> before(intake.known.statements, columns, intake.settings);
    read_table<Statement>(table, columns, intake, &before, [&](Row<Statement> row) {
        const std::string& code = row.value.code.text();
        if (code.empty() || !keys.take(code, code, row.number)) return;
        check(row, complain);
        into.statements.push_back(std::move(row.value));
    });
}

std::string write(const Content& content, YearStyle years) {
    return write_table<Statement>(columns, content.statements, years);
}

} // namespace

const TableKind statements_table{"statements", read, write, headings_of<columns>,
                                 changes_in<&Content::statements, columns>};

} // namespace qd::inline exchange
