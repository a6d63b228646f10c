#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <thread>
#include <vector>

namespace qd::bench {

// Calls task(i) for i in [0, count) from as many threads as there are cores.
template <class Task> void in_parallel(std::size_t count, const Task& task) {
    std::atomic<std::size_t> next{0};
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
        workers.emplace_back([&] {
            for (std::size_t at; (at = next.fetch_add(1)) < count;) task(at);
        });
}

// Seconds since it was made.
class Stopwatch {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// What `bench/run` reads: "TIME name seconds".
inline void print_time(const char* name, double seconds) { std::printf("TIME %s %.7f\n", name, seconds); }

// The p50 and p99 of what was taken: "TIME name_p50 …", "TIME name_p99 …".
inline void print_latencies(const char* name, std::vector<double> seconds) {
    std::ranges::sort(seconds);
    std::printf("TIME %s_p50 %.7f\nTIME %s_p99 %.7f\n", name, seconds[seconds.size() / 2], name,
                seconds[seconds.size() * 99 / 100]);
}

} // namespace qd::bench
