#include "web/kept_pages.hpp"

#include <mutex>

namespace qd::web {
namespace {

constexpr std::size_t longest_target = 2048;

} // namespace

bool KeptPages::may_keep(const Request& request) {
    return (request.method == "GET" || request.method == "HEAD") && request.target.size() <= longest_target &&
           request.header("Cookie").empty() && request.header("Authorization").empty();
}

// By owner: the address of a snapshot that is gone may be that of a new one.
bool KeptPages::is_of(const Edition& edition) const {
    return day_ == edition.day && !snapshot_.owner_before(edition.snapshot) &&
           !edition.snapshot.owner_before(snapshot_);
}

std::shared_ptr<const FinishedPage> KeptPages::find(const Edition& edition, const std::string& target) {
    std::shared_ptr<const FinishedPage> page;
    {
        const std::shared_lock lock(mutex_);
        if (!is_of(edition)) return nullptr;
        if (const auto found = newer_.find(target); found != newer_.end()) return found->second;
        if (const auto found = older_.find(target); found != older_.end()) page = found->second;
    }
    if (page) keep(edition, target, page);
    return page;
}

void KeptPages::keep(const Edition& edition, const std::string& target, std::shared_ptr<const FinishedPage> page) {
    const std::size_t bytes = page->bytes() + target.size();
    Pages dropped; // destroyed after the lock is given back
    const std::lock_guard lock(mutex_);
    if (!is_of(edition)) {
        snapshot_ = edition.snapshot;
        day_ = edition.day;
        older_.clear();
        dropped.swap(newer_);
        newer_bytes_ = 0;
    }
    if (bytes > most_bytes_ / 2) return;
    if (newer_bytes_ + bytes > most_bytes_ / 2) {
        dropped.swap(older_);
        older_.swap(newer_);
        newer_bytes_ = 0;
    }
    if (newer_.emplace(target, std::move(page)).second) newer_bytes_ += bytes;
}

} // namespace qd::web
