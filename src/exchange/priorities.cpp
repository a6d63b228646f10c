#include "exchange/rows_before.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<Priority> columns[] = {
    own_code<&Priority::code>(),
    column<&Priority::plan>("plan"),
    column<&Priority::unit>("unit", Need::required),
    column<&Priority::title>("title", Need::required),
    column<&Priority::theme>("theme"),
    column<&Priority::measures>("measures"),
    column<&Priority::position>("position"),
};

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("code", complain);
    RowsBefore<Priority> before(intake.known.priorities, columns, intake.settings);
    const Outcome outcome = read_table<Priority>(table, columns, intake, &before, [&](Row<Priority> row) {
        const std::string& code = row.value.code.text();
        if (code.empty() || !keys.take(code, code, row.number)) return;
        intake.priorities.add(code);
        into.priorities.push_back(std::move(row.value));
    });
    if (outcome == Outcome::unreadable) intake.priorities.leave_open();
}

std::string write(const Content& content, YearStyle years) {
    return write_table<Priority>(columns, content.priorities, years);
}

} // namespace

const TableKind priorities_table{"priorities",
                                 read,
                                 write,
                                 headings_of<columns>,
                                 changes_in<&Content::priorities, columns>,
                                 codes_in<&Intake::priorities>};

} // namespace qd::inline exchange
