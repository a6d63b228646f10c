#pragma once

#include "domain/plan.hpp"

namespace qd {

// The newest that was said of something in a period and known by then; null = nothing was.
const Update* update_on(const std::vector<Update>& updates, const Subject& subject, Period period, Instant as_at);

} // namespace qd
