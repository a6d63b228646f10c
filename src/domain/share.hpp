#pragma once

#include <cstddef>
#include <string>

namespace qd {

// "86%": a share in whole per cent, half away from zero; "less than 1%" and "more than 99%" where rounding would say none
// or all. Empty for an empty whole.
std::string show_share(std::size_t part, std::size_t whole);

} // namespace qd
