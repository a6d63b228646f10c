#pragma once

#include "domain/risk.hpp"

#include <vector>

namespace qd {

// What may go wrong or well, and how each was reviewed.
struct RisksContent {
    std::vector<Risk> risks;
    std::vector<RiskReview> risk_reviews;

    friend bool operator==(const RisksContent&, const RisksContent&) = default;
};

} // namespace qd
