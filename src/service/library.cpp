#include "service/library.hpp"

#include "base/error.hpp"
#include "service/issue_comparison.hpp"

#include <algorithm>

#include <spdlog/spdlog.h>

namespace qd::inline service {

Library::Library(std::string address, const Clock& clock, Reader reader)
    : address_(std::move(address)), clock_(clock), reader_(reader) {
    store_.emplace(address_, Opening::read_only, clock_);
    snapshot_ = Snapshot::read(*store_, reader_);
    asked_ = clock_.now().seconds();
}

std::shared_ptr<const Snapshot> Library::newest() const {
    const std::lock_guard lock(snapshot_mutex_);
    return snapshot_;
}

void Library::look_again() {
    try {
        if (!store_) store_.emplace(address_, Opening::read_only, clock_);
        if (store_->generation() == newest()->generation()) return;
        auto snapshot = Snapshot::read(*store_, reader_);
        const std::lock_guard lock(snapshot_mutex_);
        snapshot_.swap(snapshot); // the old one is let go of after the lock
    } catch (const Error& error) {
        spdlog::error("The store could not be read again, the pages stay as they were: {}", error.what());
        store_.reset(); // a lost connection is opened anew the next time
    }
}

std::vector<Issue> Library::issues() const {
    std::vector<Issue> all = Store(address_, Opening::read_only, clock_).issues();
    if (reader_ == Reader::everyone)
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

std::shared_ptr<const Snapshot> Library::current() {
    const std::int64_t now = clock_.now().seconds();
    if (now != asked_) {
        const std::unique_lock lock(store_mutex_, std::try_to_lock);
        if (lock && asked_.exchange(now) != now) look_again();
    }
    return newest();
}

} // namespace qd::inline service
