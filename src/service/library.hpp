#pragma once

#include "base/clock.hpp"
#include "domain/issue_comparison.hpp"
#include "service/snapshot.hpp"

#include <memory>
#include <mutex>
#include <string>

namespace qd::inline service {

// Hands the newest snapshot of one store to any number of threads; reads the store again only when it has changed.
class Library {
public:
    // Error(absent) if there is no store at the address.
    Library(std::string address, const Clock& clock, Audience made_for = Audience::council);
    Audience made_for() const { return made_for_; }

    // The newest that was read. Error(outage) where the store was found to be gone, or to have become something else.
    std::shared_ptr<const Snapshot> newest() const;
    // Asks the store whether it changed, or whether its file was replaced, and reads it again where it was; meanwhile others
    // go on with the snapshot there was. If the store cannot be read just then, that stays, and the cause is logged.
    void look();
    Instant now() const { return clock_.now(); }

    // What was issued, read from the store each time: few ask for it, and the files are large. Errors as of Store.
    // Made for everyone, it has only what was issued for everyone.
    std::vector<Issue> issues() const;
    Issue issue(std::int64_t number) const; // Error(absent)
    IssueFile issue_file(std::int64_t number, const std::string& format) const;
    // What the second tells otherwise than the first; reads the store as it stood for both. Errors as of compare_issues.
    IssueComparison compare(std::int64_t before, std::int64_t after) const;

private:
    void look_again();
    void note_trouble(const std::string& cause, bool gone);

    std::string address_;
    const Clock& clock_;
    Audience made_for_;
    std::mutex store_mutex_; // held by the one thread that asks the store
    std::optional<Store> store_;
    std::string file_;                  // of the store, as it was when it was last opened
    std::string trouble_;               // why it could not be read at the last look; empty = it could
    mutable std::mutex snapshot_mutex_; // held for no longer than a pointer is copied
    std::shared_ptr<const Snapshot> snapshot_;
    bool gone_ = false; // no store is there any more
};

} // namespace qd::inline service
