#include "service/library.hpp"

#include "base/error.hpp"
#include "service/issue_comparison.hpp"
#include "store/file_mark.hpp"

#include <algorithm>

#include <spdlog/spdlog.h>

namespace qd::inline service {

Library::Library(std::string address, const Clock& clock, Audience made_for)
    : address_(std::move(address)), clock_(clock), made_for_(made_for) {
    file_ = file_mark(address_);
    store_.emplace(address_, Opening::read_only, clock_);
    snapshot_ = Snapshot::read(*store_, made_for_);
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

// A store that is opened anew may be another with the same generation, so it is read whatever that is.
void Library::look_again() {
    const std::string file = file_mark(address_);
    const bool anew = !store_ || file != file_;
    if (anew) {
        store_.reset();
        file_ = file;
        store_.emplace(address_, Opening::read_only, clock_);
    } else if (store_->generation() == snapshot_->generation()) {
        return;
    }
    auto snapshot = Snapshot::read(*store_, made_for_);
    const std::lock_guard lock(snapshot_mutex_);
    snapshot_.swap(snapshot); // the old one is let go of after the lock
    gone_ = false;
}

// An outage may pass. Anything else means that what the pages show is no more what stands at the address.
void Library::note_trouble(const std::string& cause, bool gone) {
    store_.reset(); // opened anew the next time
    if (trouble_ != cause)
        spdlog::error("The store could not be read again, {}: {}",
                      gone ? "so no page is shown" : "the pages stay as they were", cause);
    trouble_ = cause;
    const std::lock_guard lock(snapshot_mutex_);
    gone_ = gone_ || gone;
}

std::vector<Issue> Library::issues() const {
    std::vector<Issue> all = Store(address_, Opening::read_only, clock_).issues();
    if (made_for_ == Audience::everyone)
        std::erase_if(all, [](const Issue& issue) { return issue.audience != "everyone"; });
    return all;
}

Issue Library::issue(std::int64_t number) const {
    const std::vector<Issue> all = issues();
    const auto found = std::ranges::find(all, number, &Issue::number);
    if (found != all.end()) return *found;
    throw Error(Fault::absent, "There is no issue " + std::to_string(number) + ". See the list of issues.");
}

IssueFile Library::issue_file(std::int64_t number, const std::string& format) const {
    return Store(address_, Opening::read_only, clock_).issue_file(issue(number).number, format);
}

IssueComparison Library::compare(std::int64_t before, std::int64_t after) const {
    const Issue earlier = issue(before), later = issue(after);
    Store store(address_, Opening::read_only, clock_);
    return compare_issues(store, earlier, later);
}

} // namespace qd::inline service
