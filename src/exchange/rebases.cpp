#include "exchange/tables.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<ChartRebase> columns[] = {
    column<&ChartRebase::measure>("measure", Need::required),
    column<&ChartRebase::area>("area"),
    column<&ChartRebase::period>("period", Need::required),
    column<&ChartRebase::reason>("reason", Need::required),
};

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("period", complain);
    read_table<ChartRebase>(table, columns, intake, [&](Row<ChartRebase> row) {
        if (!row.sound) return;
        ChartRebase& rebase = row.value;
        drop_own_area(rebase.area, intake.settings);
        const std::string shown = rebase.measure.text() + " " + print(rebase.period, intake.years());
        if (keys.take(rebase.area.text() + "|" + shown, shown, row.number)) into.rebases.push_back(std::move(rebase));
    });
}

std::string write(const Content& content, YearStyle years) {
    return write_table<ChartRebase>(columns, content.rebases, years);
}

} // namespace

const TableKind rebases_table{"rebases", read, write, headings_of<columns>};

} // namespace qd::inline exchange
