#include "web/workers.hpp"

#include "base/error.hpp"

#include <system_error>
#include <utility>

namespace qd::web {

Workers::Workers(std::size_t threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
    try {
        while (threads_.size() < threads) threads_.emplace_back([this] { work(); });
    } catch (const std::system_error& refused) {
        if (threads_.empty())
            throw Error(Fault::outage, std::string("The system refuses to start a thread: ") + refused.what() +
                                           ". Raise the number of processes this user may have (ulimit -u).");
    }
}

Workers::~Workers() { close(); }

bool Workers::offer(std::function<void()> task) {
    {
        const std::lock_guard lock(mutex_);
        if (closed_ || waiting_.size() >= most_waiting_) return false;
        waiting_.push_back(std::move(task));
    }
    something_.notify_one();
    return true;
}

void Workers::close() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    something_.notify_all();
    for (std::thread& thread : threads_)
        if (thread.joinable()) thread.join();
}

void Workers::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        something_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        const std::function<void()> task = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
}

} // namespace qd::web
