#pragma once

#include "web/visit.hpp"

namespace qd::web {

// The period that was asked for, where there is a register of risks of it; none = the newest there is.
std::optional<Period> risk_period(const Visit& visit);

} // namespace qd::web
