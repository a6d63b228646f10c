#pragma once

#include "base/clock.hpp"
#include "views/issued.hpp"
#include "views/snapshot.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace qd::inline views {

// The newest snapshot of a store, for a reader who asks once; `report` as in Snapshot::read. Errors as of Library.
std::shared_ptr<const Snapshot> read_snapshot(const std::string& address, const Clock& clock,
                                              Reader reader = Reader::council, const std::string& report = "");

// Hands the newest snapshot of one store to any number of threads; reads the store again only when it has changed.
class Library {
public:
    // Error(absent) if there is no store at the address.
    Library(std::string address, const Clock& clock, Reader reader = Reader::council);
    ~Library();
    Reader reader() const { return reader_; }

    // At most once a second asks the store whether it changed. If the store cannot be read just then, the last snapshot
    // that could be read stays, and the cause is logged. While one thread reads the store again, the others go on with the
    // snapshot there was.
    std::shared_ptr<const Snapshot> current();
    Instant now() const { return clock_.now(); }

    // What was issued, for the same readers.
    Issued issued() const { return {address_, clock_, reader_}; }

private:
    std::shared_ptr<const Snapshot> newest() const;
    void look_again();

    std::string address_;
    const Clock& clock_;
    Reader reader_;
    std::mutex store_mutex_; // held by the one thread that asks the store
    std::unique_ptr<Store> store_;
    std::atomic<std::int64_t> asked_;   // in seconds
    mutable std::mutex snapshot_mutex_; // held for no longer than a pointer is copied
    std::shared_ptr<const Snapshot> snapshot_;
};

} // namespace qd::inline views
