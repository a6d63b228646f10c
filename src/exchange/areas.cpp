#include "exchange/rows_before.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<Area> columns[] = {
    own_code<&Area::code>(),
    column<&Area::name>("name", Need::required),
    column<&Area::kind>("kind", Need::required),
    parent_code<&Area::parent>(),
    column<&Area::valid_from>("valid_from"),
    column<&Area::valid_to>("valid_to"),
};

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("code", complain);
    std::vector<Link> links;
    RowsBefore<Area> before(intake.known.areas, columns, intake.settings);
    const Outcome outcome = read_table<Area>(table, columns, intake, &before, [&](Row<Area> row) {
        const Area& area = row.value;
        if (area.code.empty() || !keys.take(area.code.text(), area.code.text(), row.number)) return;
        intake.areas.add(area.code.text());
        links.push_back({area.code.text(), area.parent.text(), row.number});
        if (area.valid_from && area.valid_to && *area.valid_from > *area.valid_to)
            complain(row.number, "valid_to", print(*area.valid_to),
                     {"is before valid_from.", "Put the later day here."});
        into.areas.push_back(std::move(row.value));
    });
    if (outcome == Outcome::unreadable) intake.areas.leave_open();
    for (const Area& area : intake.known.areas) links.push_back({area.code.text(), area.parent.text()});
    check_tree(links, {"an area", "areas"}, intake.areas, complain);
}

std::string write(const Content& content, YearStyle years) { return write_table<Area>(columns, content.areas, years); }

} // namespace

const TableKind areas_table{"areas", read, write, headings_of<columns>, changes_in<&Content::areas, columns>, codes_in<&Intake::areas>};

} // namespace qd::inline exchange
