#include "exchange/rows_before.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<Update> columns[] = {
    column<&Update::subject>("subject", Need::key),
    column<&Update::period>("period", Need::key),
    column<&Update::status>("status"),
    column<&Update::narrative>("narrative"),
    column<&Update::reason>("reason"),
    column<&Update::by>("by", Need::version),
    column<&Update::known_at>("known_at", Need::version),
};

// Why a status was given belongs to that status: another one does not take it over.
class UpdatesBefore : public RowsBefore<Update> {
public:
    using RowsBefore::RowsBefore;
    const Update* find(const Row<Update>& row) override {
        const Update* found = RowsBefore::find(row);
        if (found == nullptr || !row.there[column_named<Update>(columns, "status")] || row.value.status == found->status)
            return found;
        found_ = *found;
        found_.reason.clear();
        return &found_;
    }

private:
    Update found_;
};

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("period", complain);
    UpdatesBefore before(intake.known.updates, columns, intake.settings);
    read_table<Update>(table, columns, intake, &before, [&](Row<Update> row) {
        if (!row.sound) return;
        const Update& update = row.value;
        const std::string shown = print(update.subject) + " " + print(update.period, intake.years());
        // With a moment it is a version, also where two have the same: a mistake put right, the later stands.
        if (!update.known_at && !keys.take(shown, shown, row.number)) return;
        before.add(update);
        into.updates.push_back(std::move(row.value));
    });
}

std::string write(const Content& content, YearStyle years) {
    return write_table<Update>(columns, content.updates, years);
}

} // namespace

const TableKind updates_table{"updates", read, write, headings_of<columns>, changes_in<&Content::updates, columns>};

} // namespace qd::inline exchange
