#pragma once

#include <cstddef>
#include <functional>

namespace qd {

// How many threads work is shared out to: as many as the machine has cores, at most 16.
std::size_t threads_at_hand();

// Calls work(i) for every i below `count`, on several threads and in no particular order; returns when all are done. If calls
// throw, no further ones are begun, and what the one with the lowest i threw is thrown again.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

// The same, and use(i) is called on this thread as soon as work(i) is done and all uses before it are: work in any order, use in
// order. Nothing is used after an i whose work threw.
void in_parallel_then(std::size_t count, const std::function<void(std::size_t)>& work,
                      const std::function<void(std::size_t)>& use);

} // namespace qd
