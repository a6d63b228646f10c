#include "web/view/registers.hpp"

#include "domain/risk_register.hpp"

#include <algorithm>

namespace qd::web {

Instant known_on(const Visit& visit) {
    return visit.shows_meeting() ? Instant::end_of(visit.now.date()) : visit.view().as_at;
}

std::optional<Period> risk_period(const Visit& visit) {
    return register_shown_for(visit.snapshot.content(), visit.view().period, known_on(visit));
}

} // namespace qd::web
