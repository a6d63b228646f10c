#include "exchange/rows_before.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<Action> columns[] = {
    own_code<&Action::code>(),
    column<&Action::subject>("subject", Need::required),
    column<&Action::title>("title", Need::required),
    column<&Action::lead>("lead"),
    column<&Action::due>("due"),
    column<&Action::outcome>("outcome"),
    column<&Action::state>("state"),
    column<&Action::status>("status"),
    column<&Action::completed_on>("completed_on"),
    column<&Action::position>("position"),
};

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("code", complain);
    RowsBefore<Action> before(intake.known.actions, columns, intake.settings);
    const Outcome outcome = read_table<Action>(table, columns, intake, &before, [&](Row<Action> row) {
        const std::string& code = row.value.code.text();
        if (code.empty() || !keys.take(code, code, row.number)) return;
        intake.actions.add(code);
        into.actions.push_back(std::move(row.value));
    });
    if (outcome == Outcome::unreadable) intake.actions.leave_open();
}

std::string write(const Content& content, YearStyle years) {
    return write_table<Action>(columns, content.actions, years);
}

} // namespace

const TableKind actions_table{
    "actions", read, write, headings_of<columns>, changes_in<&Content::actions, columns>, codes_in<&Intake::actions>};

} // namespace qd::inline exchange
