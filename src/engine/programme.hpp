#pragma once

#include "domain/content.hpp"
#include "domain/programme_progress.hpp"

namespace qd::inline engine {

// The programme by the latest period that has ended by `until` (none = any), and what was known by `as_at`.
ProgrammeProgress compute_programme(const Content& content, const Programme& programme, std::optional<Date> until,
                                    Instant as_at);
std::vector<ProgrammeProgress> compute_programmes(const Content& content, std::optional<Date> until, Instant as_at);

// What the payment rules of a programme bring in. The cases are those planned in a rule; where it has none, the total of its
// deliverable in equal shares over the stretches of time of the programme's rules. Of `funded_of` cases `funded` are paid for.
std::optional<Income> forecast_income(const Content& content, const ProgrammeCode& programme);

MilestoneLine milestone_line(const Milestone& milestone, Date today);

} // namespace qd::inline engine
