#include "base/clock.hpp"

#include <chrono>

namespace qd {

Instant SystemClock::now() const {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return Instant(std::chrono::duration_cast<std::chrono::seconds>(since_1970).count());
}

} // namespace qd
