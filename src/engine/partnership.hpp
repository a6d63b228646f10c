#pragma once

#include "domain/content.hpp"
#include "domain/partnership.hpp"

namespace qd::inline engine {

// The priorities of every unit that has some, with what was said of them and what their actions say, in one period.
Partnership compute_partnership(const Content& content, Period period, Instant as_at);

} // namespace qd::inline engine
