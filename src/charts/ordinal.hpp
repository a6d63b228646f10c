#pragma once

#include <cstddef>
#include <string>

namespace qd::inline charts {

std::string ordinal(std::size_t n); // "first" … "tenth", "11th", "22nd"

} // namespace qd::inline charts
