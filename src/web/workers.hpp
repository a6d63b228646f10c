#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace qd::web {

// Some threads that do what is put before them, first come, first served, while a limited number of tasks wait.
class Workers {
public:
    // Goes on with fewer threads where the system refuses some; Error(outage) where it refuses all.
    Workers(std::size_t threads, std::size_t most_waiting);
    ~Workers(); // as close()
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // False: too many tasks are waiting, or it was closed. A task must not throw.
    bool offer(std::function<void()> task);
    // Takes no more tasks, and returns when all that were taken are done.
    void close();
    std::size_t threads() const { return threads_.size(); }

private:
    void work();

    const std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable something_;
    std::deque<std::function<void()>> waiting_;
    bool closed_ = false;
    std::vector<std::thread> threads_;
};

} // namespace qd::web
