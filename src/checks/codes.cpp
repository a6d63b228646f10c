#include "checks/families.hpp"

#include <set>
#include <string>

namespace qd::inline checks {
namespace {

std::set<Subject> known_subjects(const Content& content) {
    std::set<Subject> known = {{SubjectKind::council, ""}};
    for (const auto& item : content.measures) known.insert({SubjectKind::measure, item.code.text()});
    for (const auto& item : content.priorities) known.insert({SubjectKind::priority, item.code.text()});
    for (const auto& item : content.plans) known.insert({SubjectKind::plan, item.code.text()});
    for (const auto& item : content.recovery_plans) known.insert({SubjectKind::recovery_plan, item.code.text()});
    for (const auto& item : content.actions) known.insert({SubjectKind::action, item.code.text()});
    for (const auto& item : content.projects) known.insert({SubjectKind::project, item.code.text()});
    for (const auto& item : content.units) known.insert({SubjectKind::unit, item.code.text()});
    return known;
}

} // namespace

// Import refuses unknown codes; this finds those in stores written otherwise, or restored.
Findings check_codes(const CheckInput& input) {
    const std::set<Subject> known = known_subjects(input.content);
    Findings findings;
    const auto look = [&](const Subject& subject, const std::string& place) {
        if (subject.kind == SubjectKind::council || known.contains(subject)) return;
        findings.push_back({"code-unknown", Severity::error, subject, place, "It refers to " + print(subject) + ", which is not in the store.",
                            "Add it, or correct the code."});
    };
    for (const Update& update : input.content.updates)
        if (update.period == input.period) look(update.subject, "Update for " + print(update.subject));
    for (const Action& action : input.content.actions) look(action.subject, "Action " + action.code.text());
    for (const Statement& statement : input.content.statements)
        if (statement.period == input.period) look(statement.subject, "Statement " + statement.code.text());
    return findings;
}

} // namespace qd::inline checks
