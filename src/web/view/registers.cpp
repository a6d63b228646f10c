#include "web/view/registers.hpp"

#include "domain/risk_register.hpp"

#include <algorithm>

namespace qd::web {

Instant known_on(const Visit& visit) {
    return visit.shows_meeting() ? Instant::end_of(visit.now.date()) : visit.view().as_at;
}

std::optional<Period> risk_period(const Visit& visit) {
    const auto periods = register_periods(visit.snapshot.content().risk_reviews, known_on(visit));
    const Period asked = visit.view().period;
    return std::ranges::find(periods, asked) != periods.end() ? std::optional(asked) : std::nullopt;
}

} // namespace qd::web
