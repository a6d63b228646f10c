#include "domain/escalation.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<EscalationState> states[] = {
    {EscalationState::open, "open"},
    {EscalationState::passed_on, "passed_on"},
    {EscalationState::settled, "settled"},
};

} // namespace

std::string_view print(EscalationState state) { return word_of(states, state); }
std::string label(EscalationState state) { return spoken(print(state)); }

std::vector<RowProblem> Shape<Escalation>::problems(const Escalation& row) {
    std::vector<RowProblem> found;
    if (row.settled_on && row.raised_on && *row.settled_on < *row.raised_on)
        found.push_back({"settled_on", "is before raised_on.", "Put the later day here."});
    if (!row.from_unit.empty() && row.from_unit == row.to_unit)
        found.push_back({"to_unit", "is the unit that raised it.", "Name the unit that it was handed to."});
    return found;
}

} // namespace qd
