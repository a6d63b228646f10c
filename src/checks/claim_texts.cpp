#include "checks/claims.hpp"
#include "checks/phrases.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

template <class Row, class Code>
std::string title_of(const std::vector<Row>& rows, const Code& code, const std::string& otherwise) {
    const Row* row = find_row(rows, code);
    return row ? row->title : otherwise;
}

std::string name_of(const CheckInput& input, const Subject& subject) {
    const Content& content = input.content;
    switch (subject.kind) {
    case SubjectKind::measure:
        if (const Measure* measure = find_row(content.measures, MeasureCode(subject.code))) return short_name(*measure);
        break;
    case SubjectKind::priority:
        for (const Priority& priority : content.priorities)
            if (priority.code.text() == subject.code) return priority.title;
        break;
    case SubjectKind::unit:
        if (const Unit* unit = find_row(content.units, UnitCode(subject.code))) return unit->name;
        break;
    case SubjectKind::risk: return title_of(content.risks, RiskCode(subject.code), print(subject));
    case SubjectKind::programme: return title_of(content.programmes, ProgrammeCode(subject.code), print(subject));
    case SubjectKind::deliverable: return title_of(content.deliverables, DeliverableCode(subject.code), print(subject));
    default: break;
    }
    return print(subject);
}

class Texts {
public:
    explicit Texts(const CheckInput& input) : input_(input) {}

    std::vector<ClaimText> take() {
        for (const Update& update : input_.content.updates)
            if (update.period == input_.period && &update == update_of(input_, update.subject, update.period))
                add(update.subject, name_of(input_, update.subject) + ", commentary", update.narrative,
                    day_of(update.known_at));
        for (const RecoveryPlan& plan : input_.content.recovery_plans)
            if (plan.raised_in == input_.period && (!plan.raised_on || *plan.raised_on <= input_.as_at.date()))
                add({SubjectKind::measure, plan.measure.text()},
                    name_of(input_, {SubjectKind::measure, plan.measure.text()}) + ", recovery plan",
                    plan.description + ".\n\n" + plan.causes, plan.raised_on);
        for (const Paper& paper : input_.content.papers)
            if (paper.period == input_.period)
                add({}, paper.title, paper.summary + "\n\n" + paper.body_text, paper.meeting);
        plans();
        registers();
        minutes();
        return std::move(texts_);
    }

private:
    static std::optional<Date> day_of(const std::optional<Instant>& instant) {
        return instant ? std::optional(instant->date()) : std::nullopt;
    }

    bool is_known(const std::optional<Instant>& known_at) const { return !known_at || *known_at <= input_.as_at; }

    // Of plans with something reported in the period.
    void plans() {
        for (const Plan& plan : input_.content.plans) {
            const bool reported = std::ranges::any_of(input_.partnership.groups, [&](const GroupLines& group) {
                return std::ranges::any_of(group.lines, [&](const PriorityLine& line) {
                    return line.priority.plan == plan.code && line.update.has_value();
                });
            });
            if (reported)
                add({SubjectKind::plan, plan.code.text()}, plan.title, plan.delivery + "\n\n" + plan.decision_making,
                    std::nullopt);
        }
    }

    void registers() {
        for (const RiskReview& review : input_.content.risk_reviews)
            if (review.period == input_.period && is_known(review.known_at))
                add({SubjectKind::risk, review.risk.text()},
                    title_of(input_.content.risks, review.risk, review.risk.text()), review.note,
                    day_of(review.known_at));
        for (const Delivery& row : input_.content.delivery)
            if (row.period == input_.period && row.area.empty() && row.body.empty() && is_known(row.known_at))
                add({SubjectKind::deliverable, row.deliverable.text()},
                    title_of(input_.content.deliverables, row.deliverable, row.deliverable.text()), row.note,
                    day_of(row.known_at));
    }

    // Of the meetings that a paper of the period went to.
    void minutes() {
        for (const Minutes& minutes : input_.content.minutes) {
            const Meeting* meeting = find_row(input_.content.meetings, minutes.meeting);
            if (!meeting || meeting->date > input_.as_at.date()) continue;
            const bool had_paper = std::ranges::any_of(input_.content.papers, [&](const Paper& paper) {
                return paper.period == input_.period && paper.meeting == meeting->date &&
                       (paper.body.empty() || paper.body == meeting->body);
            });
            if (had_paper) add({}, "Minutes of " + print_long(meeting->date), minutes.text, meeting->date);
        }
    }

    void add(const Subject& subject, const std::string& place, const std::string& text,
             const std::optional<Date>& written_on) {
        if (!trim(text).empty()) texts_.push_back({subject, place, text, written_on, {}});
    }

    const CheckInput& input_;
    std::vector<ClaimText> texts_;
};

} // namespace

std::vector<ClaimText> texts_of(const CheckInput& input) { return Texts(input).take(); }

} // namespace qd::inline checks
