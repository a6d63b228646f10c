#pragma once

#include "domain/content/measured.hpp"
#include "domain/partnership.hpp"

namespace qd::inline engine {

// The priorities of every unit that has some, with what was said of them and what their actions say, in one period.
Partnership compute_partnership(const MeasuredContent& content, Period period, Instant as_at);

} // namespace qd::inline engine
