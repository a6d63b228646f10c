#include "exchange/rows_before.hpp"

#include <algorithm>
#include <iterator>

namespace qd::inline exchange {
namespace {

constexpr Column<Update> columns[] = {
    column<&Update::subject>("subject", Need::key),
    column<&Update::period>("period", Need::key),
    column<&Update::status>("status"),
    column<&Update::narrative>("narrative"),
    column<&Update::reason>("reason"),
    column<&Update::by>("by", Need::version),
    column<&Update::outlook>("outlook"),
    column<&Update::direction_previous>("direction_previous"),
    column<&Update::change_previous>("change_previous"),
    column<&Update::direction_last_year>("direction_last_year"),
    column<&Update::change_last_year>("change_last_year"),
    column<&Update::known_at>("known_at", Need::version),
};

// What is taken in is shown somewhere: updates of these are. Anything else has a place of its own, which is named.
struct Elsewhere {
    SubjectKind kind;
    std::string_view place;
};
constexpr Elsewhere elsewhere[] = {
    {SubjectKind::plan, "the rows of its priorities (priority:…), or of its group (unit:…)"},
    {SubjectKind::recovery_plan, "its own file, recovery/CODE.md: state, [[presented]] and the text"},
    {SubjectKind::action, "actions.csv: state, status and completed_on"},
    {SubjectKind::council, "a paper, papers/CODE.md, or the row of a group (unit:…)"},
    {SubjectKind::meeting, "minutes/CODE.md, or the note of meetings.csv"},
    {SubjectKind::item, "minutes/CODE.md of its meeting, or decisions.csv"},
    {SubjectKind::decision, "decisions.csv: answered_by and answered_on"},
    {SubjectKind::programme, "delivery.csv and milestones.csv, or the rows of its phases (phase:…)"},
    {SubjectKind::contract_review, "contract_reviews.csv"},
    {SubjectKind::deliverable, "delivery.csv: judged and note"},
    {SubjectKind::form, "form_returns.csv and site_ratings.csv"},
    {SubjectKind::escalation, "escalations.csv: settled_on and what came of it"},
};

std::optional<Problem> problem_of_subject(const Subject& subject) {
    const auto found = std::ranges::find(elsewhere, subject.kind, &Elsewhere::kind);
    if (found == std::end(elsewhere)) return std::nullopt;
    return Problem{"is not shown from this table: updates are for measures, priorities, groups (unit:…), projects, "
                   "phases and risks.",
                   "Put it in " + std::string(found->place) + "."};
}

// Why a status was given belongs to that status: another one does not take it over.
class UpdatesBefore : public RowsBefore<Update> {
public:
    using RowsBefore::RowsBefore;
    const Update* find(const Row<Update>& row) override {
        const Update* found = RowsBefore::find(row);
        if (found == nullptr || !row.there[column_named<Update>(columns, "status")] ||
            row.value.status == found->status)
            return found;
        found_ = *found;
        found_.reason.clear();
        return &found_;
    }

private:
    Update found_;
};

// These words about a figure are only for measures.
void check(const Row<Update>& row, const Complaining& complain) {
    const Update& update = row.value;
    const auto refuse = [&](std::string_view column, const std::string& value) {
        if (!value.empty() && update.subject.kind != SubjectKind::measure)
            complain(row.number, column, value,
                     {"can be given only for a measure.", "Leave the cell empty, or write it in the narrative."});
    };
    refuse("outlook", update.outlook ? std::string(print(*update.outlook)) : "");
    refuse("direction_previous", update.direction_previous ? std::string(print(*update.direction_previous)) : "");
    refuse("change_previous", update.change_previous);
    refuse("direction_last_year", update.direction_last_year ? std::string(print(*update.direction_last_year)) : "");
    refuse("change_last_year", update.change_last_year);
}

void read_update_rows(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("period", complain);
    UpdatesBefore before(intake.known.updates, columns, intake.settings);
    read_table<Update>(table, columns, intake, &before, [&](Row<Update> row) {
        if (!row.sound) return;
        check(row, complain);
        const Update& update = row.value;
        if (const auto problem = problem_of_subject(update.subject))
            return complain(row.number, "subject", print(update.subject), *problem);
        const std::string shown = print(update.subject) + " " + print(update.period, intake.years());
        // With a moment it is a version, even if two have the same one: a corrected mistake, the later is used.
        if (!update.known_at && !keys.take(shown, shown, row.number)) return;
        before.add(update);
        into.updates.push_back(std::move(row.value));
    });
}

std::string write_update_rows(const Content& content, YearStyle years) {
    return write_table<Update>(columns, content.updates, years);
}

} // namespace

const TableKind updates_table{"updates", read_update_rows, write_update_rows, headings_of<columns>,
                              changes_in<&Content::updates, columns>};

} // namespace qd::inline exchange
