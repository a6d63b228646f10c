#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace qd::inline views {

// Results by key, computed once, safe between threads. Forgets all of them when there are more than `most`: what is asked
// for again is computed again, and what a reader holds stays valid. What was kept before something became another may be there to
// begin with: `Parts` names what that was.
template <class Key, class Value, class Part> class Kept {
public:
    using Result = std::shared_ptr<const Value>;
    using Parts = std::set<Part>;
    // What became of a result since these parts became others; it may be the same one.
    using Renew = std::function<Result(const Result& before, const Parts& changed)>;

    explicit Kept(std::size_t most) : most_(most) {}

    Result get(const Key& key, const std::function<Value()>& compute, const Renew& renew = {}) {
        Earlier earlier;
        {
            const std::lock_guard lock(mutex_);
            if (const auto found = values_.find(key); found != values_.end()) return found->second;
            if (const auto found = earlier_.find(key); renew && found != earlier_.end()) earlier = found->second;
        }
        // outside the lock: a slow view does not hold up the others
        Result value =
            earlier.result ? renew(earlier.result, earlier.changed) : std::make_shared<const Value>(compute());
        const std::lock_guard lock(mutex_);
        if (values_.size() >= most_) values_.clear();
        earlier_.erase(key);
        return values_.emplace(key, std::move(value)).first->second;
    }

    // Begins with what another one keeps, or began with itself and was not asked for.
    void begin_with(Kept& other, const Parts& changed) {
        const std::lock_guard lock(other.mutex_);
        for (const auto& [key, result] : other.values_) earlier_.try_emplace(key, Earlier{result, changed});
        for (const auto& [key, before] : other.earlier_) {
            if (earlier_.size() >= most_) break;
            const auto [mine, is_new] = earlier_.try_emplace(key, before);
            if (is_new) mine->second.changed.insert(changed.begin(), changed.end());
        }
    }

private:
    struct Earlier {
        Result result;
        Parts changed;
    };

    std::size_t most_;
    std::mutex mutex_;
    std::map<Key, Result> values_;
    std::map<Key, Earlier> earlier_; // before begin_with(), not asked for since
};

} // namespace qd::inline views
