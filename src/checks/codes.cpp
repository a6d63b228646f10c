#include "checks/families.hpp"

#include "domain/finding_catalogue.hpp"
#include "domain/formula.hpp"

#include <set>
#include <string>

namespace qd::inline checks {
namespace {

std::set<Subject> known_subjects(const Content& content) {
    std::set<Subject> known;
    for (const auto& item : content.measures) known.insert({SubjectKind::measure, item.code.text()});
    for (const auto& item : content.priorities) known.insert({SubjectKind::priority, item.code.text()});
    for (const auto& item : content.plans) known.insert({SubjectKind::plan, item.code.text()});
    for (const auto& item : content.recovery_plans) known.insert({SubjectKind::recovery_plan, item.code.text()});
    for (const auto& item : content.actions) known.insert({SubjectKind::action, item.code.text()});
    for (const auto& item : content.projects) known.insert({SubjectKind::project, item.code.text()});
    for (const auto& item : content.units) known.insert({SubjectKind::unit, item.code.text()});
    for (const auto& item : content.programmes) known.insert({SubjectKind::programme, item.code.text()});
    for (const auto& item : content.phases) known.insert({SubjectKind::phase, item.code.text()});
    for (const auto& item : content.contract_reviews) known.insert({SubjectKind::contract_review, item.code.text()});
    for (const auto& item : content.deliverables) known.insert({SubjectKind::deliverable, item.code.text()});
    for (const auto& item : content.forms) known.insert({SubjectKind::form, item.code.text()});
    for (const auto& item : content.risks) known.insert({SubjectKind::risk, item.code.text()});
    for (const auto& item : content.escalations) known.insert({SubjectKind::escalation, item.code.text()});
    for (const auto& row : content.meetings) known.insert({SubjectKind::meeting, row.code.text()});
    for (const auto& row : content.items) known.insert({SubjectKind::item, row.code.text()});
    for (const auto& row : content.decisions) known.insert({SubjectKind::decision, row.code.text()});
    return known;
}

// What refers to something is looked up once: a thousand returns of one unknown measure are one finding.
class Lookup {
public:
    explicit Lookup(const Content& content) : known_(known_subjects(content)) {}

    void look(const Subject& subject, const std::string& place) {
        if (subject.kind == SubjectKind::council || subject.code.empty() || known_.contains(subject)) return;
        if (!said_.insert({subject, place}).second) return;
        findings_.push_back(
            {error("code-unknown"), subject, place, "It refers to " + print(subject) + ", which is not in the store."});
    }
    Findings findings() && { return std::move(findings_); }

private:
    std::set<Subject> known_;
    std::set<std::pair<Subject, std::string>> said_;
    Findings findings_;
};

Subject measure(const MeasureCode& code) { return {SubjectKind::measure, code.text()}; }
Subject unit(const UnitCode& code) { return {SubjectKind::unit, code.text()}; }

void look_at_priority(Lookup& lookup, const Priority& priority) {
    const std::string place = "Priority " + priority.code.text();
    lookup.look({SubjectKind::plan, priority.plan.text()}, place);
    lookup.look(unit(priority.unit), place);
    for (const MeasureCode& code : priority.measures) lookup.look(measure(code), place);
}

void look_at_meetings(Lookup& lookup, const Content& content) {
    const auto meeting = [&](const MeetingCode& code, const std::string& place) {
        lookup.look({SubjectKind::meeting, code.text()}, place);
    };
    const auto item = [&](const ItemCode& code, const std::string& place) {
        lookup.look({SubjectKind::item, code.text()}, place);
    };
    for (const Meeting& row : content.meetings) lookup.look(unit(row.body), "Meeting " + row.code.text());
    for (const Item& row : content.items) {
        meeting(row.meeting, "Item " + row.code.text());
        meeting(row.minutes_of, "Item " + row.code.text());
        for (const Subject& subject : row.about) lookup.look(subject, "Item " + row.code.text());
    }
    for (const Decision& row : content.decisions) {
        item(row.item, "Decision " + row.code.text());
        item(row.answered_by, "Decision " + row.code.text());
        meeting(row.due_meeting, "Decision " + row.code.text());
        lookup.look(unit(row.to_body), "Decision " + row.code.text());
        for (const Subject& subject : row.about) lookup.look(subject, "Decision " + row.code.text());
    }
    for (const RequestProgress& row : content.request_progress) {
        lookup.look({SubjectKind::decision, row.decision.text()}, "Progress of requests");
        item(row.item, "Progress of requests");
        meeting(row.deferred_to, "Progress of requests");
    }
    for (const Attendance& row : content.attendance) meeting(row.meeting, "Attendance");
    for (const Declaration& row : content.declarations) meeting(row.meeting, "Declarations");
    for (const Minutes& row : content.minutes) meeting(row.meeting, "Minutes");
}

} // namespace

// Import refuses unknown codes; this finds those in stores written otherwise, or restored.
Findings check_codes(const CheckInput& input) {
    const Content& content = input.content;
    Lookup lookup(content);
    for (const Measure& item : content.measures) {
        lookup.look(unit(item.owner), "Measure " + item.code.text());
        const auto formula = Formula::parse(item.formula);
        for (const MeasureCode& asked : formula ? formula->inputs() : std::vector<MeasureCode>())
            lookup.look(measure(asked), "Formula of " + item.code.text());
    }
    for (const Target& target : content.targets) lookup.look(measure(target.measure), "Targets");
    for (const Return& handed_in : content.returns) lookup.look(measure(handed_in.measure), "Returns");
    for (const OfficerForecast& forecast : content.forecasts) lookup.look(measure(forecast.measure), "Forecasts");
    for (const Plan& plan : content.plans) lookup.look(unit(plan.unit), "Plan " + plan.code.text());
    for (const Priority& priority : content.priorities) look_at_priority(lookup, priority);
    for (const RecoveryPlan& plan : content.recovery_plans)
        lookup.look(measure(plan.measure), "Recovery plan " + plan.code.text());
    for (const Action& action : content.actions) lookup.look(action.subject, "Action " + action.code.text());
    for (const Project& project : content.projects) lookup.look(unit(project.unit), "Project " + project.code.text());
    for (const Milestone& item : content.milestones) lookup.look(item.subject, "Milestone " + item.code.text());
    for (const Escalation& item : content.escalations)
        if (item.subject) lookup.look(*item.subject, "Escalation " + item.code.text());
    for (const Printed& item : content.printed)
        if (item.subject) lookup.look(*item.subject, "Printed text " + item.code.text());
    look_at_meetings(lookup, content);
    for (const Update& update : content.updates)
        if (update.period == input.period) lookup.look(update.subject, "Updates");
    for (const Statement& statement : content.statements)
        if (statement.period == input.period) lookup.look(statement.subject, "Statement " + statement.code.text());
    return std::move(lookup).findings();
}

} // namespace qd::inline checks
