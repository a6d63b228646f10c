#include "checks/families.hpp"
#include "checks/phrases.hpp"

namespace qd::inline checks {
namespace {

bool is_outside(Date date, const std::optional<Date>& from, const std::optional<Date>& to) {
    return (from && date < *from) || (to && date > *to);
}

void stated_dates(const CheckInput& input, Findings& findings) {
    for (const Statement& statement : input.content.statements) {
        if (statement.period != input.period || !statement.date || !statement.window_from) continue;
        if (!is_outside(*statement.date, statement.window_from, statement.window_to)) continue;
        const std::string where = *statement.date < *statement.window_from ? "before " : "after ";
        const std::string window = statement.window_to ? "the time it is said to belong to, " +
                                                             print_window(statement.window_from, statement.window_to)
                                                       : print_long(*statement.window_from);
        findings.push_back({warning("period-outside"), statement.subject, place_of(statement),
                            labelled(statement, print_long(*statement.date) + " is " + where + window + ".")});
    }
}

bool overlaps(const Calendar& calendar, Period period, const std::optional<Date>& from, const std::optional<Date>& to) {
    return (!from || calendar.last_day(period) >= *from) && (!to || calendar.first_day(period) <= *to);
}

std::string place_of(const Project& project) {
    return (project.wave.empty() ? "" : project.wave + ", ") + project.title;
}

// A wave is a matter of the periods that it runs through. What was done within it is no longer in danger of leaving it.
void project_dates(const CheckInput& input, Findings& findings) {
    for (const Project& project : input.content.projects) {
        if (!project.due ||
            !overlaps(input.content.settings.calendar, input.period, project.window_from, project.window_to))
            continue;
        if (!is_outside(*project.due, project.window_from, project.window_to)) continue;
        if (project.completed && !is_outside(*project.completed, project.window_from, project.window_to)) continue;
        const std::string whose = project.wave.empty() ? "its window is " : "the wave is said to run ";
        findings.push_back({warning("date-outside"),
                            {SubjectKind::project, project.code.text()},
                            place_of(project),
                            "Due on " + print_long(*project.due) + ", but " + whose +
                                (project.window_from && project.window_to ? "from " : "") +
                                print_window(project.window_from, project.window_to) + "."});
    }
}

void backward(const Project& project, const std::optional<Date>& date, const std::string& what, Findings& findings) {
    if (!project.start || !date || *date >= *project.start) return;
    findings.push_back(
        {error("date-outside"),
         {SubjectKind::project, project.code.text()},
         place_of(project),
         what + " on " + print_long(*date) + ", before it starts on " + print_long(*project.start) + "."});
}

// In the periods up to its later date; after that it is history.
void backward_dates(const CheckInput& input, Findings& findings) {
    for (const Project& project : input.content.projects) {
        if (!project.start || *project.start < input.content.settings.calendar.first_day(input.period)) continue;
        backward(project, project.due, "Due", findings);
        backward(project, project.completed, "Completed", findings);
    }
}

} // namespace

Findings check_dates(const CheckInput& input) {
    Findings findings;
    stated_dates(input, findings);
    project_dates(input, findings);
    backward_dates(input, findings);
    return findings;
}

} // namespace qd::inline checks
