#include "service/library.hpp"

#include "base/error.hpp"

#include <spdlog/spdlog.h>

namespace qd::inline service {

Library::Library(std::string address, const Clock& clock) : address_(std::move(address)), clock_(clock) {
    store_.emplace(address_, Opening::read_only, clock_);
    snapshot_ = Snapshot::read(*store_);
    asked_ = clock_.now();
}

std::shared_ptr<const Snapshot> Library::current() {
    const std::lock_guard lock(mutex_);
    const Instant now = clock_.now();
    if (now == asked_) return snapshot_;
    asked_ = now;
    try {
        if (!store_) store_.emplace(address_, Opening::read_only, clock_);
        if (store_->generation() != snapshot_->generation()) snapshot_ = Snapshot::read(*store_);
    } catch (const Error& error) {
        spdlog::error("The store could not be read again, the pages stay as they were: {}", error.what());
        store_.reset(); // a lost connection is opened anew the next time
    }
    return snapshot_;
}

} // namespace qd::inline service
