#include "domain/payment.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<PaymentKind> kinds[] = {
    {PaymentKind::attachment, "attachment"},
    {PaymentKind::result, "result"},
};

constexpr Word<ClaimState> states[] = {
    {ClaimState::prepared, "prepared"}, {ClaimState::claimed, "claimed"},         {ClaimState::paid, "paid"},
    {ClaimState::refused, "refused"},   {ClaimState::clawed_back, "clawed_back"},
};

constexpr Word<EvidenceState> evidence_states[] = {
    {EvidenceState::missing, "missing"},
    {EvidenceState::given, "given"},
    {EvidenceState::checked, "checked"},
};

} // namespace

std::string_view print(PaymentKind kind) { return word_of(kinds, kind); }
std::string_view print(ClaimState state) { return word_of(states, state); }
std::string label(ClaimState state) { return spoken(print(state)); }
std::string_view print(EvidenceState state) { return word_of(evidence_states, state); }

std::vector<RowProblem> Shape<PaymentRule>::problems(const PaymentRule& row) {
    std::vector<RowProblem> found;
    if (row.amount < Decimal())
        found.push_back({"amount", "is less than 0.", "Write what is paid for one case, in £."});
    if (row.funded_of < 1 || row.funded < 0 || row.funded > row.funded_of)
        found.push_back({"funded_of", "is less than funded.", "Write 5 and 6 where five of six cases are paid for."});
    if (row.valid_from && row.valid_to && *row.valid_to < *row.valid_from)
        found.push_back({"valid_to", "is before valid_from.", "Put the later day here."});
    if (row.cases && *row.cases < Decimal())
        found.push_back({"cases", "is less than 0.", "Write how many are planned, or leave it empty."});
    return found;
}

std::vector<RowProblem> Shape<PaymentClaim>::problems(const PaymentClaim& row) {
    if (row.clawback && *row.clawback > Decimal() && row.clawback_reason.empty())
        return {{"clawback_reason", "is empty.", "Say why money was taken back."}};
    return {};
}

} // namespace qd
