#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace qd {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr thrown; // by the earliest call that threw: they are taken up in order
    std::size_t thrown_by = count;
    std::mutex throwing;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                work(i);
            } catch (...) {
                const std::lock_guard lock(throwing);
                if (i < thrown_by) {
                    thrown = std::current_exception();
                    thrown_by = i;
                }
                next = count;
            }
        }
    };
    const std::size_t threads = std::min<std::size_t>(count, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(run);
    run();
    others.clear(); // joins
    if (thrown) std::rethrow_exception(thrown);
}

} // namespace qd
