#include "web/view/registers.hpp"

#include "domain/risk_register.hpp"

#include <algorithm>

namespace qd::web {

std::optional<Period> risk_period(const Visit& visit) {
    return register_shown_for(visit.snapshot.content(), visit.view().period, visit.view().as_at);
}

} // namespace qd::web
