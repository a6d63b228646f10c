#include "domain/plan.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<SubjectKind> subject_kinds[] = {
    {SubjectKind::measure, "measure"},
    {SubjectKind::priority, "priority"},
    {SubjectKind::plan, "plan"},
    {SubjectKind::recovery_plan, "recovery_plan"},
    {SubjectKind::action, "action"},
    {SubjectKind::project, "project"},
    {SubjectKind::unit, "unit"},
    {SubjectKind::council, "council"},
    {SubjectKind::meeting, "meeting"},
    {SubjectKind::item, "item"},
    {SubjectKind::decision, "decision"},
    {SubjectKind::programme, "programme"},
    {SubjectKind::phase, "phase"},
    {SubjectKind::contract_review, "contract_review"},
    {SubjectKind::deliverable, "deliverable"},
    {SubjectKind::form, "form"},
    {SubjectKind::risk, "risk"},
    {SubjectKind::escalation, "escalation"},
};

constexpr Word<ActionState> action_states[] = {
    {ActionState::not_started, "not_started"}, {ActionState::under_way, "under_way"},
    {ActionState::complete, "complete"},       {ActionState::cancelled, "cancelled"},
    {ActionState::no_update, "no_update"},     {ActionState::not_complete, "not_complete"},
};

constexpr Word<RecoveryPlanState> recovery_plan_states[] = {
    {RecoveryPlanState::open, "open"},
    {RecoveryPlanState::back_on_track, "back_on_track"},
    {RecoveryPlanState::closed, "closed"},
};

} // namespace

std::string_view print(SubjectKind kind) { return word_of(subject_kinds, kind); }
std::optional<SubjectKind> parse_subject_kind(std::string_view text) { return value_of(subject_kinds, text); }

std::string print(const Subject& subject) {
    std::string out(print(subject.kind));
    if (subject.kind != SubjectKind::council || !subject.code.empty()) out += ":" + subject.code;
    return out;
}

std::optional<Subject> parse_subject(std::string_view text) {
    const auto colon = text.find(':');
    const auto kind = parse_subject_kind(text.substr(0, colon));
    if (!kind) return std::nullopt;
    if (colon == std::string_view::npos) {
        if (*kind != SubjectKind::council) return std::nullopt;
        return Subject{*kind, {}};
    }
    const std::string_view code = trim(text.substr(colon + 1));
    if (code.empty()) return std::nullopt;
    return Subject{*kind, std::string(code)};
}

std::string_view print(ActionState state) { return word_of(action_states, state); }
std::string label(ActionState state) { return spoken(print(state)); }
std::optional<ActionState> parse_action_state(std::string_view text) { return value_of(action_states, text); }

std::string_view print(RecoveryPlanState state) { return word_of(recovery_plan_states, state); }
std::optional<RecoveryPlanState> parse_recovery_plan_state(std::string_view text) {
    return value_of(recovery_plan_states, text);
}

std::vector<RowProblem> Shape<Plan>::problems(const Plan& row) {
    if (row.from && row.to && *row.from > *row.to) return {{"to", "is before from.", "Put the later day here."}};
    return {};
}

} // namespace qd
