#pragma once

#include "base/clock.hpp"
#include "domain/issue.hpp"
#include "views/snapshot.hpp"

namespace qd::inline views {

// What was issued from one store, read from it each time: few ask for it, and the files are large. Made for everyone, it has
// only what was issued for everyone. Errors as of the store.
class Issued {
public:
    Issued(const std::string& address, const Clock& clock, Reader reader = Reader::council);
    ~Issued();

    std::vector<Issue> all();                                       // oldest first, files without their bytes
    Issue issue(std::int64_t number);                               // Error(absent) says which there are
    IssueFile file(std::int64_t number, const std::string& format); // with its bytes; Error(absent)
    std::string reference(const std::string& sha256);               // the bytes of a reference document
    // The store as it was when an issue was made, with the definitions that the issue keeps.
    std::shared_ptr<const Snapshot> snapshot_of(const Issue& issue);

private:
    std::unique_ptr<Store> store_;
    Reader reader_;
};

View view_of(const Issue& issue);

} // namespace qd::inline views
