#include "exchange/rows_before.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<Unit> columns[] = {
    own_code<&Unit::code>(),
    column<&Unit::name>("name", Need::required),
    column<&Unit::kind>("kind", Need::required),
    parent_code<&Unit::parent>(),
    column<&Unit::post>("post"),
};

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("code", complain);
    std::vector<Link> links;
    RowsBefore<Unit> before(intake.known.units, columns, intake.settings);
    const Outcome outcome = read_table<Unit>(table, columns, intake, &before, [&](Row<Unit> row) {
        const Unit& unit = row.value;
        if (unit.code.empty() || !keys.take(unit.code.text(), unit.code.text(), row.number)) return;
        intake.units.add(unit.code.text());
        links.push_back({unit.code.text(), unit.parent.text(), row.number});
        into.units.push_back(std::move(row.value));
    });
    if (outcome == Outcome::unreadable) intake.units.leave_open();
    for (const Unit& unit : intake.known.units) links.push_back({unit.code.text(), unit.parent.text()});
    check_tree(links, {"a unit", "units"}, intake.units, complain);
}

std::string write(const Content& content, YearStyle years) { return write_table<Unit>(columns, content.units, years); }

} // namespace

const TableKind units_table{
    "units", read, write, headings_of<columns>, changes_in<&Content::units, columns>, codes_in<&Intake::units>};

} // namespace qd::inline exchange
