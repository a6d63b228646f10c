#pragma once

#include "domain/period.hpp"

namespace qd {

// How many months a period of that grain has; 0 of a span, which has any.
int months_in(Grain grain);

} // namespace qd
