#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qd {

// A score as a formula of `impact` and `likelihood`: whole numbers, + − × ^ and brackets, max(a, b) and min(a, b), as in
// "impact^2 × likelihood". * is ×, - is −. A power is at most 9.
// None where it cannot be understood, or its score is not between 0 and a million.
std::optional<int> risk_score_by(std::string_view formula, int impact, int likelihood);

// What is wrong with a formula; "" for nothing.
std::string mistake_in_risk_formula(std::string_view formula);

} // namespace qd
