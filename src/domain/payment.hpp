#pragma once

#include "domain/deliverable.hpp"

namespace qd {

// An attachment fee is paid when a case is taken on, a result when it has come out well.
enum class PaymentKind { attachment, result };
std::string_view print(PaymentKind kind);

using PaymentRuleCode = Code<struct PaymentRule>;

// What is paid for a case that was taken on between two days; of every `funded_of` cases, `funded` are paid for.
struct PaymentRule {
    PaymentRuleCode code;
    ProgrammeCode programme;
    DeliverableCode deliverable; // what the cases are counted by; empty = not said
    PaymentKind kind = PaymentKind::result;
    std::string title;
    Decimal amount; // £ for one case
    int funded = 1, funded_of = 1;
    std::optional<Decimal> cases;             // planned to be taken on in that time; none = an even share
    std::optional<Date> valid_from, valid_to; // the day on which the case was taken on
    std::optional<int> claim_from,
        claim_days;       // days after being taken on from which, and up to which, it can be claimed
    std::string evidence; // what has to be there
    std::string source;
    int position = 0;

    friend bool operator==(const PaymentRule&, const PaymentRule&) = default;
};

template <> struct Shape<PaymentRule> : Rows<Readable::open> {
    using T = PaymentRule;
    static constexpr std::string_view table = "payment_rules", one = "a payment rule";
    static constexpr auto parts = made_of(
        code<open>("code", &T::code), need<open>("programme", &T::programme),
        part<open>("deliverable", &T::deliverable), need<open>("kind", &T::kind), need<open>("title", &T::title),
        need<open>("amount", &T::amount), part<open>("funded", &T::funded), part<open>("funded_of", &T::funded_of),
        part<open>("cases", &T::cases), part<open>("valid_from", &T::valid_from), part<open>("valid_to", &T::valid_to),
        part<open>("claim_from", &T::claim_from), part<open>("claim_days", &T::claim_days),
        part<open>("evidence", &T::evidence), part<open>("source", &T::source), part<open>("position", &T::position));
    static std::vector<RowProblem> problems(const PaymentRule& row);
};

enum class ClaimState { prepared, claimed, paid, refused, clawed_back };
std::string_view print(ClaimState state);
std::string label(ClaimState state);
enum class EvidenceState { missing, given, checked };
std::string_view print(EvidenceState state);

using PaymentClaimCode = Code<struct PaymentClaim>;

// One claim under a rule for one case. A case is known by a reference, never by a name.
struct PaymentClaim {
    PaymentClaimCode code;
    PaymentRuleCode rule;
    std::string reference;
    AreaCode area;
    UnitCode body;
    std::optional<Date> attached_on, achieved_on, claimed_on, paid_on;
    EvidenceState evidence = EvidenceState::missing;
    ClaimState state = ClaimState::prepared;
    std::optional<Decimal> amount;     // £ claimed; none = the rule's
    std::optional<Decimal> clawback;   // £ taken back
    std::string clawback_reason, note; // "sample audit: sustained for 11 weeks, not 13"

    friend bool operator==(const PaymentClaim&, const PaymentClaim&) = default;
};

template <> struct Shape<PaymentClaim> : Rows<Readable::council> {
    using T = PaymentClaim;
    static constexpr std::string_view table = "payment_claims", one = "a claim";
    static constexpr auto parts = made_of(
        code<council>("code", &T::code), need<council>("rule", &T::rule), need<council>("reference", &T::reference),
        part<council>("area", &T::area), part<council>("body", &T::body), part<council>("attached_on", &T::attached_on),
        part<council>("achieved_on", &T::achieved_on), part<council>("claimed_on", &T::claimed_on),
        part<council>("paid_on", &T::paid_on), part<council>("evidence", &T::evidence),
        part<council>("state", &T::state), part<council>("amount", &T::amount), part<council>("clawback", &T::clawback),
        part<council>("clawback_reason", &T::clawback_reason), part<council>("note", &T::note));
    static std::vector<RowProblem> problems(const PaymentClaim& row);
};

} // namespace qd
