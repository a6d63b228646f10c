#pragma once

#include <cstddef>
#include <functional>

namespace qd {

// Calls work(i) for every i below `count`, on as many threads as the machine has cores and in no particular order; returns when
// all are done. If calls throw, no further ones are begun, and what the one with
// the lowest i threw is thrown again.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace qd
