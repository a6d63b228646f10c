#include "views/library.hpp"

#include "base/error.hpp"
#include "store/store.hpp"

#include <spdlog/spdlog.h>

namespace qd::inline views {

std::shared_ptr<const Snapshot> read_snapshot(const std::string& address, const Clock& clock, Reader reader,
                                              const std::string& report) {
    Store store(address, Opening::read_only, clock);
    return Snapshot::read(store, reader, report);
}

Library::Library(std::string address, const Clock& clock, Reader reader)
    : address_(std::move(address)), clock_(clock), reader_(reader) {
    store_ = std::make_unique<Store>(address_, Opening::read_only, clock_);
    snapshot_ = Snapshot::read(*store_, reader_);
    asked_ = clock_.now().seconds();
}

Library::~Library() = default;

std::shared_ptr<const Snapshot> Library::newest() const {
    const std::lock_guard lock(snapshot_mutex_);
    return snapshot_;
}

void Library::look_again() {
    try {
        if (!store_) store_ = std::make_unique<Store>(address_, Opening::read_only, clock_);
        if (store_->generation() == newest()->generation()) return;
        auto snapshot = Snapshot::read(*store_, reader_);
        const std::lock_guard lock(snapshot_mutex_);
        snapshot_.swap(snapshot); // the old one is let go of after the lock
    } catch (const Error& error) {
        spdlog::error("The store could not be read again, the pages stay as they were: {}", error.what());
        store_.reset(); // a lost connection is opened anew the next time
    }
}

std::shared_ptr<const Snapshot> Library::current() {
    const std::int64_t now = clock_.now().seconds();
    if (now != asked_) {
        const std::unique_lock lock(store_mutex_, std::try_to_lock);
        if (lock && asked_.exchange(now) != now) look_again();
    }
    return newest();
}

} // namespace qd::inline views
