#pragma once

#include "base/clock.hpp"
#include "service/snapshot.hpp"

#include <memory>
#include <mutex>
#include <string>

namespace qd::inline service {

// Hands the newest snapshot of one store to any number of threads; reads the store again only when it has changed.
class Library {
public:
    // Error(absent) if there is no store at the address.
    Library(std::string address, const Clock& clock);

    // At most once a second asks the store whether it changed. If the store cannot be read just then, the last snapshot
    // that could be read stays, and the cause is logged.
    std::shared_ptr<const Snapshot> current();
    Instant now() const { return clock_.now(); }

private:
    std::string address_;
    const Clock& clock_;
    std::mutex mutex_;
    std::optional<Store> store_;
    std::shared_ptr<const Snapshot> snapshot_;
    Instant asked_;
};

} // namespace qd::inline service
