#pragma once

#include "views/snapshot.hpp"
#include "web/finished_page.hpp"

#include <memory>
#include <shared_mutex>
#include <string>
#include <unordered_map>

namespace qd::web {

// What a page follows from, besides its address: a snapshot, and the day, which "now" means in a page.
struct Edition {
    std::shared_ptr<const Snapshot> snapshot;
    Date day;
};

// Pages of the newest edition, by the target as it was sent, within a bound of memory. A page of another edition
// is never served, and the first page of a new one drops all others. Safe between threads.
class KeptPages {
public:
    explicit KeptPages(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // Whether the answer to a request follows from its target alone. One that says who is asking is answered on its own.
    static bool may_keep(const Request& request);

    std::shared_ptr<const FinishedPage> find(const Edition& edition, const std::string& target); // null = not kept
    void keep(const Edition& edition, const std::string& target, std::shared_ptr<const FinishedPage> page);

private:
    using Pages = std::unordered_map<std::string, std::shared_ptr<const FinishedPage>>;

    bool is_of(const Edition& edition) const;

    // Two halves: when the newer one is full it becomes the older, and what was in the older is forgotten unless it was
    // asked for meanwhile. So a walk through all addresses does not push out what is asked for again and again.
    const std::size_t most_bytes_;
    std::shared_mutex mutex_;
    std::weak_ptr<const Snapshot> snapshot_; // weak: an old snapshot is large, and must not live on here
    Date day_;
    Pages newer_, older_;
    std::size_t newer_bytes_ = 0;
};

} // namespace qd::web
