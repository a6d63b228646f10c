#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/finding.hpp"
#include "domain/partnership.hpp"

#include <optional>
#include <vector>

namespace qd::inline checks {

// What the families of checks are handed: all of it computed before, nothing is looked up.
struct CheckInput {
    const Content& content;
    Period period;
    Instant as_at;
    const Scorecard& scorecard;             // of the period
    const std::optional<Scorecard>& before; // of the period before, if anything is known of it
    const Partnership& partnership;         // of the period
    const std::vector<Series>& series;      // of the measures whose history is known, on the scorecard or not
};

// Runs every family; errors first, then warnings, then notes; within these in the order of the families and of the content.
Findings check(const CheckInput& input);

} // namespace qd::inline checks
