#include "exchange/rows_before.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<Project> columns[] = {
    own_code<&Project::code>(),
    column<&Project::title>("title", Need::required),
    column<&Project::unit>("unit"),
    column<&Project::area>("area"),
    column<&Project::wave>("wave"),
    column<&Project::window_from>("window_from"),
    column<&Project::window_to>("window_to"),
    column<&Project::start>("start"),
    column<&Project::due>("due"),
    column<&Project::completed>("completed"),
    column<&Project::status>("status"),
    column<&Project::forecast>("forecast"),
};

// Dates outside of the window are for the checker to find: papers do print them.
void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("code", complain);
    RowsBefore<Project> before(intake.known.projects, columns, intake.settings);
    const Outcome outcome = read_table<Project>(table, columns, intake, &before, [&](Row<Project> row) {
        const Project& project = row.value;
        if (project.code.empty() || !keys.take(project.code.text(), project.code.text(), row.number)) return;
        intake.projects.add(project.code.text());
        if (!project.wave.empty()) intake.waves.add(project.wave);
        if (project.window_from && project.window_to && *project.window_from > *project.window_to)
            complain(row.number, "window_to", print(*project.window_to),
                     {"is before window_from.", "Put the later day here."});
        into.projects.push_back(std::move(row.value));
    });
    if (outcome == Outcome::unreadable) intake.projects.leave_open();
}

std::string write(const Content& content, YearStyle years) {
    return write_table<Project>(columns, content.projects, years);
}

} // namespace

const TableKind projects_table{"projects",
                               read,
                               write,
                               headings_of<columns>,
                               changes_in<&Content::projects, columns>,
                               codes_in<&Intake::projects>};

} // namespace qd::inline exchange
