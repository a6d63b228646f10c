#include "views/soundness.hpp"

#include "store/store.hpp"

namespace qd::inline views {

std::vector<std::string> problems_of_store(const std::string& address, const Clock& clock) {
    return Store(address, Opening::read_only, clock).verify();
}

} // namespace qd::inline views
