#include "views/library.hpp"

#include "base/error.hpp"
#include "store/file_mark.hpp"
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
    file_ = file_mark(address_);
    store_ = std::make_unique<Store>(address_, Opening::read_only, clock_);
    snapshot_ = Snapshot::read(*store_, reader_);
}

Library::~Library() = default;

Ledger Library::ledger() const {
    if (reader_ != Reader::council)
        throw Error(Fault::forbidden, "What was done to the store is shown only to the council.");
    return {address_, clock_};
}

std::shared_ptr<const Snapshot> Library::newest() const {
    const std::lock_guard lock(snapshot_mutex_);
    if (gone_) throw Error(Fault::outage, "The store is gone, or something else is in its place.");
    return snapshot_;
}

void Library::look() {
    const std::lock_guard lock(store_mutex_);
    try {
        look_again();
        trouble_.clear();
    } catch (const Error& error) {
        note_trouble(error.what(), error.fault() != Fault::outage);
    } catch (const std::exception& error) {
        note_trouble(error.what(), false);
    }
}

// A store that is opened again may be a different one with the same generation, so it is always asked; the next snapshot follows on
// this one only if its ledgers lead on from there (Store::state). A file also changes when its log is written into it.
void Library::look_again() {
    const std::string file = file_mark(address_);
    if (!store_ || file != file_) {
        store_.reset();
        file_ = file;
        store_ = std::make_unique<Store>(address_, Opening::read_only, clock_);
    } else if (store_->generation() == snapshot_->generation()) {
        return;
    }
    auto snapshot = snapshot_->read_on(*store_);
    const std::lock_guard lock(snapshot_mutex_);
    snapshot_.swap(snapshot); // the old one is let go of after the lock
    gone_ = false;
}

// An outage may pass. Anything else means that what the pages show is no longer what is at the address.
void Library::note_trouble(const std::string& cause, bool gone) {
    store_.reset(); // opened again the next time
    if (trouble_ != cause)
        spdlog::error("The store could not be read again, {}: {}",
                      gone ? "so no page is shown" : "the pages stay as they were", cause);
    trouble_ = cause;
    const std::lock_guard lock(snapshot_mutex_);
    gone_ = gone_ || gone;
}

} // namespace qd::inline views
