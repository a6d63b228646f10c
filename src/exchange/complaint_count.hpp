#pragma once

#include "base/complaint.hpp"

#include <cstddef>

namespace qd::inline exchange {

// How many complaints a list is of: those in it, and those that its closing line counts where it was cut short.
std::size_t count_of(const Complaints& complaints);

} // namespace qd::inline exchange
