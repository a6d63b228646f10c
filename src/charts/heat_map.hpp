#pragma once

#include "charts/chart.hpp"
#include "domain/risk_register.hpp"

namespace qd::inline charts {

// Likelihood upwards, impact to the right; each cell shows its score and its codes. Bands are distinguished by the shape and
// the word in the key as well as by colour.
struct HeatMapInput {
    std::string prefix;
    RiskKind kind = RiskKind::risk;
    const RiskRegister& all;
};
// Error(request) without an entry of that kind that has an impact and a likelihood.
Chart heat_map(const HeatMapInput& input);
bool has_heat_map(const RiskRegister& all, RiskKind kind);

} // namespace qd::inline charts
