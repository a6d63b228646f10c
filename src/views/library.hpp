#pragma once

#include "base/clock.hpp"
#include "views/issued.hpp"
#include "views/ledger.hpp"
#include "views/snapshot.hpp"

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

    // The newest that was read. Error(outage) where the store was found to be gone, or to have become something else.
    std::shared_ptr<const Snapshot> newest() const;
    // Asks the store whether it changed, or whether its file was replaced, and reads it again where it was; meanwhile others
    // go on with the snapshot there was. If the store cannot be read just then, that stays, and the cause is logged.
    void look();
    Instant now() const { return clock_.now(); }

    // What was issued, for the same readers.
    Issued issued() const { return {address_, clock_, reader_}; }
    // What was done to the store. Error(forbidden) for a library that is not for the council.
    Ledger ledger() const;

private:
    void look_again();
    void note_trouble(const std::string& cause, bool gone);

    std::string address_;
    const Clock& clock_;
    Reader reader_;
    std::mutex store_mutex_; // owned by the one thread that asks the store
    std::unique_ptr<Store> store_;
    std::string file_;                  // of the store, as it was when it was last opened
    std::string trouble_;               // why it could not be read at the last look; empty = it could
    mutable std::mutex snapshot_mutex_; // locked for no longer than a pointer is copied
    std::shared_ptr<const Snapshot> snapshot_;
    bool gone_ = false; // no store is there any more
};

} // namespace qd::inline views
