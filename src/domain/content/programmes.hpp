#pragma once

#include "domain/deliverable.hpp"
#include "domain/milestone.hpp"
#include "domain/payment.hpp"
#include "domain/programme.hpp"
#include "domain/self_evaluation.hpp"

#include <vector>

namespace qd {

// Programmes, what they deliver and are paid, and how sites say that they stand.
struct ProgrammesContent {
    std::vector<Programme> programmes;
    std::vector<Funding> funding;
    std::vector<Phase> phases;
    std::vector<ContractReview> contract_reviews;
    std::vector<Deliverable> deliverables;
    std::vector<Delivery> delivery;
    std::vector<PaymentRule> payment_rules;
    std::vector<PaymentClaim> payment_claims;
    std::vector<Wave> waves;
    std::vector<Milestone> milestones;
    std::vector<Form> forms;
    std::vector<FormReturn> form_returns;
    std::vector<SiteRating> site_ratings;

    friend bool operator==(const ProgrammesContent&, const ProgrammesContent&) = default;
};

} // namespace qd
