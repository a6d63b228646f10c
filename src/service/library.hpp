#pragma once

#include "base/clock.hpp"
#include "domain/issue_comparison.hpp"
#include "service/snapshot.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace qd::inline service {

// Hands the newest snapshot of one store to any number of threads; reads the store again only when it has changed.
class Library {
public:
    // Error(absent) if there is no store at the address.
    Library(std::string address, const Clock& clock, Reader reader = Reader::council);
    Reader reader() const { return reader_; }

    // At most once a second asks the store whether it changed. If the store cannot be read just then, the last snapshot
    // that could be read stays, and the cause is logged. While one thread reads the store again, the others go on with the
    // snapshot there was.
    std::shared_ptr<const Snapshot> current();
    Instant now() const { return clock_.now(); }

    // What was issued, read from the store each time: few ask for it, and the files are large. Errors as of Store.
    // Made for everyone, it has only what was issued for everyone.
    std::vector<Issue> issues() const;
    Issue issue(std::int64_t number) const; // Error(absent)
    IssueFile issue_file(std::int64_t number, const std::string& format) const;
    // What the second tells otherwise than the first; reads the store as it stood for both. Errors as of compare_issues.
    IssueComparison compare(std::int64_t before, std::int64_t after) const;

private:
    std::shared_ptr<const Snapshot> newest() const;
    void look_again();

    std::string address_;
    const Clock& clock_;
    Reader reader_;
    std::mutex store_mutex_; // held by the one thread that asks the store
    std::optional<Store> store_;
    std::atomic<std::int64_t> asked_;   // in seconds
    mutable std::mutex snapshot_mutex_; // held for no longer than a pointer is copied
    std::shared_ptr<const Snapshot> snapshot_;
};

} // namespace qd::inline service
