#include "domain/programme.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<ProgrammeKind> kinds[] = {
    {ProgrammeKind::own, "own"},
    {ProgrammeKind::grant, "grant"},
    {ProgrammeKind::contract, "contract"},
    {ProgrammeKind::payment_by_results, "payment_by_results"},
};

constexpr Word<FundingState> funding_states[] = {
    {FundingState::agreed, "agreed"},
    {FundingState::planned, "planned"},
    {FundingState::possible, "possible"},
};

constexpr Word<PhaseState> phase_states[] = {
    {PhaseState::not_started, "not_started"},           {PhaseState::under_way, "under_way"},
    {PhaseState::largely_complete, "largely_complete"}, {PhaseState::complete, "complete"},
    {PhaseState::not_complete, "not_complete"},
};

constexpr Word<ReviewState> review_states[] = {
    {ReviewState::open, "open"},
    {ReviewState::done, "done"},
};

} // namespace

std::string_view print(ProgrammeKind kind) { return word_of(kinds, kind); }
std::string label(ProgrammeKind kind) {
    return kind == ProgrammeKind::own ? "the council’s own money" : spoken(print(kind));
}
std::string_view print(FundingState state) { return word_of(funding_states, state); }
std::string_view print(PhaseState state) { return word_of(phase_states, state); }
std::string label(PhaseState state) { return spoken(print(state)); }
std::string_view print(ReviewState state) { return word_of(review_states, state); }

std::optional<Decimal> amount_of(const Funding& funding) {
    if (funding.amount || !funding.each || !funding.count) return funding.amount;
    return *funding.each * *funding.count;
}

std::optional<Decimal> to_spend(const Funding& funding) {
    const auto amount = amount_of(funding);
    if (!amount) return {};
    return *amount + funding.brought_forward.value_or(Decimal()) + funding.virement.value_or(Decimal());
}

std::vector<RowProblem> Shape<Programme>::problems(const Programme& row) {
    if (row.runs_from && row.runs_to && *row.runs_to < *row.runs_from)
        return {{"runs_to", "is before runs_from.", "Put the later day here."}};
    return {};
}

std::vector<RowProblem> Shape<Phase>::problems(const Phase& row) {
    if (row.started && row.completed && *row.completed < *row.started)
        return {{"completed", "is before started.", "Put the later day here."}};
    return {};
}

} // namespace qd
