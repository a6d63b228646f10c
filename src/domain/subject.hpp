#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace qd {

// What an update, an action, a finding is about.
enum class SubjectKind {
    measure,
    priority,
    plan,
    recovery_plan,
    action,
    project,
    unit,
    council,
    meeting,
    item,
    decision,
    programme,
    phase,
    contract_review,
    deliverable,
    form,
    risk,
    escalation
};
std::string_view print(SubjectKind kind);
std::optional<SubjectKind> parse_subject_kind(std::string_view text);
struct Subject {
    SubjectKind kind = SubjectKind::council;
    std::string code;

    friend auto operator<=>(const Subject&, const Subject&) = default;
};
std::string print(const Subject& subject); // "measure:ASC1"; parse_subject is its pair
std::optional<Subject> parse_subject(std::string_view text);

} // namespace qd
