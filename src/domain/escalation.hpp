#pragma once

#include "domain/shape.hpp"

namespace qd {

enum class EscalationState { open, passed_on, settled };
std::string_view print(EscalationState state);
std::string label(EscalationState state);

using EscalationCode = Code<struct Escalation>;

// A question that one body hands to another, upwards to be settled or downwards to be dealt with, and what came of it.
struct Escalation {
    EscalationCode code;
    UnitCode from_unit; // empty = the paper does not say which
    UnitCode to_unit;
    std::optional<Date> raised_on;
    Period period;                  // in whose report it is
    std::optional<Subject> subject; // what it is about, if that is in the store
    std::string title, text;
    EscalationState state = EscalationState::open;
    std::string outcome;
    std::optional<Date> settled_on;

    friend bool operator==(const Escalation&, const Escalation&) = default;
};

template <> struct Shape<Escalation> : Rows<Readable::by_rule> {
    using T = Escalation;
    static constexpr std::string_view table = "escalations", one = "an escalation";
    static constexpr auto parts = made_of(
        code<open>("code", &T::code), part<open>("from_unit", &T::from_unit), need<open>("to_unit", &T::to_unit),
        part<open>("raised_on", &T::raised_on), need<open>("period", &T::period), part<open>("subject", &T::subject),
        need<open>("title", &T::title), part<open>("text", &T::text), part<open>("state", &T::state),
        part<open>("outcome", &T::outcome), part<open>("settled_on", &T::settled_on));
    static std::vector<RowProblem> problems(const Escalation& row);
};

} // namespace qd
