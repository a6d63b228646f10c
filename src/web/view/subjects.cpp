#include "web/view/subjects.hpp"

#include "base/text.hpp"
#include "domain/committee.hpp"
#include "web/view/wording.hpp"

#include <algorithm>

namespace qd::web {
namespace {

// The row of a code, whichever way its type names it.
template <class Row> const Row* row_of(const std::vector<Row>& rows, const std::string& code) {
    const auto found = std::ranges::find(rows, code, [](const Row& row) { return row.code.text(); });
    return found == rows.end() ? nullptr : &*found;
}

template <class Row> std::string titled(std::string_view kind, const std::vector<Row>& rows, const Subject& subject) {
    const Row* row = row_of(rows, subject.code);
    return row == nullptr ? print(subject) : std::string(kind) + ": " + row->title;
}

} // namespace

std::string subject_words(const Visit& visit, const Subject& subject) {
    const Content& content = visit.snapshot.content();
    switch (subject.kind) {
    case SubjectKind::measure: return titled("Measure", content.measures, subject);
    case SubjectKind::priority: return titled("Priority", content.priorities, subject);
    case SubjectKind::project: return titled("Project", content.projects, subject);
    case SubjectKind::programme: return titled("Programme", content.programmes, subject);
    case SubjectKind::phase: return titled("Phase", content.phases, subject);
    case SubjectKind::deliverable: return titled("Deliverable", content.deliverables, subject);
    case SubjectKind::form: return titled("Self-evaluation", content.forms, subject);
    case SubjectKind::risk: {
        const Risk* risk = row_of(content.risks, subject.code);
        if (risk == nullptr) return print(subject);
        return (risk->kind == RiskKind::opportunity ? "Opportunity: " : "Risk: ") +
               title_on(*risk, visit.view().as_at.date());
    }
    case SubjectKind::recovery_plan: {
        const RecoveryPlan* plan = row_of(content.recovery_plans, subject.code);
        return plan == nullptr ? print(subject) : "Recovery plan: " + short_name(visit.snapshot.measure(plan->measure));
    }
    case SubjectKind::contract_review: {
        const ContractReview* review = row_of(content.contract_reviews, subject.code);
        const Programme* programme = review == nullptr ? nullptr : row_of(content.programmes, review->programme.text());
        return programme == nullptr ? print(subject) : "Contract review: " + programme->title;
    }
    case SubjectKind::item: {
        const Item* item = row_of(content.items, subject.code);
        return item == nullptr ? print(subject) : place_of(content, *item);
    }
    default: return print(subject);
    }
}

std::string subject_page(const Visit& visit, const Subject& subject) {
    const Content& content = visit.snapshot.content();
    switch (subject.kind) {
    case SubjectKind::measure: return visit.link("/measures/" + percent_encode(subject.code));
    case SubjectKind::priority: return visit.link("/priorities/" + percent_encode(subject.code));
    case SubjectKind::recovery_plan: return visit.link("/recovery-plans/" + percent_encode(subject.code));
    case SubjectKind::programme: return visit.link("/programmes/" + percent_encode(subject.code));
    case SubjectKind::contract_review: {
        const ContractReview* review = row_of(content.contract_reviews, subject.code);
        return review == nullptr ? "" : subject_page(visit, {SubjectKind::programme, review->programme.text()});
    }
    case SubjectKind::project: return visit.link("/projects");
    case SubjectKind::risk:
        return row_of(content.risks, subject.code) == nullptr ? visit.link("/risks")
                                                              : visit.link("/risks/" + percent_encode(subject.code));
    case SubjectKind::form: return visit.link("/self-evaluation");
    case SubjectKind::action: {
        const Action* action = row_of(content.actions, subject.code);
        if (action == nullptr || action->subject.kind == SubjectKind::action) return {};
        return subject_page(visit, action->subject);
    }
    case SubjectKind::meeting: return visit.link("/meetings/" + percent_encode(subject.code));
    case SubjectKind::item: {
        const Item* item = row_of(content.items, subject.code);
        return item == nullptr ? "" : subject_page(visit, {SubjectKind::meeting, item->meeting.text()});
    }
    case SubjectKind::decision: {
        const Decision* decision = row_of(content.decisions, subject.code);
        return decision == nullptr ? "" : subject_page(visit, {SubjectKind::item, decision->item.text()});
    }
    default: return {};
    }
}

} // namespace qd::web
