#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"

namespace qd::inline checks {
namespace {

std::string in_words(const StatusTally& tally) {
    std::vector<std::string> kinds;
    const auto tell = [&](std::size_t count, const char* word) {
        if (count > 0) kinds.push_back(std::to_string(count) + " " + word);
    };
    tell(tally.green, "green");
    tell(tally.amber, "amber");
    tell(tally.red, "red");
    tell(tally.complete, "complete");
    tell(tally.not_started, "not started");
    tell(tally.blank, "without a status");
    return list_of(kinds);
}

Subject subject_of(const PriorityLine& line) { return {SubjectKind::priority, line.priority.code.text()}; }

std::string place_of(const GroupLines& group, const PriorityLine& line) { return group.unit.name + ", " + line.priority.title; }

void blank_status(const GroupLines& group, const PriorityLine& line, Findings& findings) {
    if (!line.update || line.update->status) return;
    std::string message = "The status is left blank";
    if (line.actions.total() > 0) message += ", while its " + plural(line.actions.total(), "action is ", "actions are ") + in_words(line.actions);
    findings.push_back({"status-blank", Severity::error, subject_of(line), place_of(group, line), message + ". A blank is not counted as green.",
                        "Give the status" + (line.from_actions ? "; its actions point to " + label(*line.from_actions) : std::string()) + "."});
}

void status_against_children(const GroupLines& group, const PriorityLine& line, Findings& findings) {
    if (!line.update || !line.update->status || !line.from_actions || *line.update->status == *line.from_actions) return;
    findings.push_back({"status-unsupported", Severity::warning, subject_of(line), place_of(group, line),
                        "Reported as " + label(*line.update->status) + ", but its " + plural(line.actions.total(), "action", "actions") + " (" +
                            in_words(line.actions) + ") point to " + label(*line.from_actions) + ".",
                        "Correct the status, or say why it differs from its actions."});
}

// Green, while the measure that tells how it goes got worse: both may stand, but not without a word.
void green_while_worse(const CheckInput& input, const GroupLines& group, const PriorityLine& line, Findings& findings) {
    if (!line.update || line.update->status != Status::green) return;
    for (const Figure& figure : line.figures) {
        const Measure* measure = measure_of(input.content, figure.measure);
        if (!measure || figure.last_year.direction != Direction::worsened || !figure.last_year.value || !figure.last_year.difference) continue;
        findings.push_back({"green-while-worse", Severity::warning, subject_of(line), place_of(group, line),
                            "Reported as green, but " + name_of(*measure) + " worsened from " + show(*measure, *figure.last_year.value) + " to " +
                                show(*measure, figure.actual.value()) + " (" + show_difference(*measure, *figure.last_year.difference) +
                                ") against last year.",
                            "Correct the status, or say in the narrative why it is green all the same."});
    }
}

void no_row(const CheckInput& input, const GroupLines& group, const PriorityLine& line, Findings& findings) {
    if (line.update) return;
    findings.push_back({"update-missing", Severity::warning, subject_of(line), place_of(group, line),
                        "There is no status for " + input.content.settings.calendar.label(input.period) + ".", "Add the update, or say why there is none."});
}

// A count that the whole table of the period leaves without any update is a plan not reported on, not a missing row.
bool reported(const Partnership& partnership) { return partnership.rows > 0; }

} // namespace

Findings check_statuses(const CheckInput& input) {
    Findings findings;
    if (!reported(input.partnership)) return findings;
    for (const GroupLines& group : input.partnership.groups) {
        for (const PriorityLine& line : group.lines) {
            blank_status(group, line, findings);
            status_against_children(group, line, findings);
            green_while_worse(input, group, line, findings);
            no_row(input, group, line, findings);
        }
    }
    return findings;
}

} // namespace qd::inline checks
