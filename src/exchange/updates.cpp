#include "exchange/tables.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<Update> columns[] = {
    column<&Update::subject>("subject", Need::required),
    column<&Update::period>("period", Need::required),
    column<&Update::status>("status"),
    column<&Update::narrative>("narrative"),
    column<&Update::reason>("reason"),
    column<&Update::by>("by"),
    column<&Update::known_at>("known_at"),
};

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("period", complain);
    read_table<Update>(table, columns, intake, [&](Row<Update> row) {
        if (!row.sound) return;
        const Update& update = row.value;
        const std::string shown = print(update.subject) + " " + print(update.period, intake.years());
        // With a moment it is a version, also where two have the same: a mistake put right, the later stands.
        if (update.known_at || keys.take(shown, shown, row.number)) into.updates.push_back(std::move(row.value));
    });
}

std::string write(const Content& content, YearStyle years) {
    return write_table<Update>(columns, content.updates, years);
}

} // namespace

const TableKind updates_table{"updates", read, write, headings_of<columns>};

} // namespace qd::inline exchange
