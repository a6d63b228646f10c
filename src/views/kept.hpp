#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace qd::inline views {

// Results by key, computed once, safe between threads. Forgets all of them when there are more than `most`: anything asked
// for again is computed again, and anything a reader has stays valid.
template <class Key, class Value> class Kept {
public:
    explicit Kept(std::size_t most) : most_(most) {}

    std::shared_ptr<const Value> get(const Key& key, const std::function<Value()>& compute) {
        {
            const std::lock_guard lock(mutex_);
            if (const auto found = values_.find(key); found != values_.end()) return found->second;
        }
        auto value =
            std::make_shared<const Value>(compute()); // outside the lock: a slow view does not delay the others
        const std::lock_guard lock(mutex_);
        if (values_.size() >= most_) values_.clear();
        return values_.emplace(key, std::move(value)).first->second;
    }

private:
    std::size_t most_;
    std::mutex mutex_;
    std::map<Key, std::shared_ptr<const Value>> values_;
};

} // namespace qd::inline views
