#pragma once

#include "domain/content/measured.hpp"

#include <functional>

namespace qd::inline engine {

// Calls work(i) for every i below `count`, by measure or the like. A council's own figures are computed before other threads
// have begun; those of a nation are shared out among the cores.
void share_out(const MeasuredContent& content, std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace qd::inline engine
