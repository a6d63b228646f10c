#pragma once

#include "web/visit.hpp"

namespace qd::web {

// The registers are of other times than the scorecard, so they are shown as known today where nobody asked for a time.
Instant known_on(const Visit& visit);
// The period that was asked for, where there is a register of risks of it; none = the newest there is.
std::optional<Period> risk_period(const Visit& visit);

} // namespace qd::web
