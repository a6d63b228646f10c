#include "checks/families.hpp"
#include "checks/phrases.hpp"

namespace qd::inline checks {
namespace {

std::string window(const std::optional<Date>& from, const std::optional<Date>& to) {
    return (from ? print_long(*from) : "the start") + " to " + (to ? print_long(*to) : "the end");
}

bool outside(Date date, const std::optional<Date>& from, const std::optional<Date>& to) { return (from && date < *from) || (to && date > *to); }

void stated_dates(const CheckInput& input, Findings& findings) {
    for (const Statement& statement : input.content.statements) {
        if (statement.period != input.period || !statement.date || !statement.window_from) continue;
        if (!outside(*statement.date, statement.window_from, statement.window_to)) continue;
        findings.push_back({"period-outside", Severity::warning, statement.subject, place_of(statement),
                            "The " + statement.label + ": " + print_long(*statement.date) + " lies outside " + window(statement.window_from, statement.window_to) + ".",
                            "Give the period that it belongs to."});
    }
}

void project_dates(const CheckInput& input, Findings& findings) {
    const Date last = input.content.settings.calendar.last_day(input.period);
    for (const Project& project : input.content.projects) {
        if (!project.due || (!project.window_from && !project.window_to)) continue;
        if (project.window_from && project.window_from->plus_months(-12) > last) continue; // a wave of later years
        if (project.window_to && project.window_to->plus_months(12) < last) continue;      // long past
        if (!outside(*project.due, project.window_from, project.window_to)) continue;
        findings.push_back({"date-outside", Severity::warning, {SubjectKind::project, project.code.text()},
                            (project.wave.empty() ? "" : project.wave + ", ") + project.title,
                            "Due on " + print_long(*project.due) + "; the wave is said to run from " + window(project.window_from, project.window_to) + ".",
                            "Move the window, or the date."});
    }
}

void backward_dates(const CheckInput& input, Findings& findings) {
    for (const Project& project : input.content.projects)
        if (project.start && project.due && *project.due < *project.start)
            findings.push_back({"date-outside", Severity::error, {SubjectKind::project, project.code.text()}, project.title,
                                "Due on " + print_long(*project.due) + ", before it starts on " + print_long(*project.start) + ".", "Correct one of the two dates."});
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
