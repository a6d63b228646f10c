#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace qd {
namespace {

constexpr std::size_t most_threads = 16;

// The work that is shared out, number by number.
class Shares {
public:
    Shares(std::size_t count, const std::function<void(std::size_t)>& work)
        : work_(work), states_(count), failures_(count), count_(count) {}

    void take_all() {
        while (take_one()) {}
    }

    // False where nothing is left to take.
    bool take_one() {
        const std::size_t mine = next_.fetch_add(1);
        if (mine >= count_) return false;
        if (failed_.load()) return mark(mine, State::left), true;
        try {
            work_(mine);
            mark(mine, State::done);
        } catch (...) {
            failures_[mine] = std::current_exception();
            failed_ = true;
            mark(mine, State::left);
        }
        return true;
    }

    // Works along until a number is done; false if it failed or was left undone.
    bool is_done(std::size_t number) {
        while (states_[number].load(std::memory_order_acquire) == State::open)
            if (!take_one()) states_[number].wait(State::open); // somebody has taken it
        return states_[number].load(std::memory_order_acquire) == State::done;
    }

    void stop() { next_ = count_; }

    void tell_failure() const {
        for (const std::exception_ptr& failure : failures_)
            if (failure) std::rethrow_exception(failure);
    }

private:
    enum class State { open, done, left };

    void mark(std::size_t number, State state) {
        states_[number].store(state, std::memory_order_release);
        states_[number].notify_all();
    }

    const std::function<void(std::size_t)>& work_;
    std::vector<std::atomic<State>> states_;
    std::vector<std::exception_ptr> failures_;
    std::size_t count_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> failed_{false};
};

// Other threads that take shares until they go out of scope: fewer if the system refuses some, because the caller works too.
class Hands {
public:
    Hands(Shares& shares, std::size_t count) : shares_(shares) {
        const std::size_t others = std::min(count, threads_at_hand());
        threads_.reserve(others);
        try {
            for (std::size_t i = 1; i < others; ++i) threads_.emplace_back([&shares] { shares.take_all(); });
        } catch (const std::system_error&) {}
    }
    Hands(const Hands&) = delete;
    Hands& operator=(const Hands&) = delete;
    ~Hands() {
        shares_.stop();
        join();
    }
    void join() {
        for (std::thread& thread : threads_)
            if (thread.joinable()) thread.join();
    }

private:
    Shares& shares_;
    std::vector<std::thread> threads_;
};

} // namespace

std::size_t threads_at_hand() { return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads); }

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
    Shares shares(count, work);
    {
        Hands hands(shares, count);
        shares.take_all();
        hands.join();
    }
    shares.tell_failure();
}

void in_parallel_then(std::size_t count, const std::function<void(std::size_t)>& work,
                      const std::function<void(std::size_t)>& use) {
    Shares shares(count, work);
    {
        Hands hands(shares, count);
        for (std::size_t i = 0; i < count && shares.is_done(i); ++i) use(i);
    }
    shares.tell_failure();
}

} // namespace qd
