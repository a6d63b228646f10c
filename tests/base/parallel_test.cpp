#include "base/parallel.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace qd {
namespace {

TEST(Parallel, DoesEachOnce) {
    for (const std::size_t count : {0U, 1U, 3U, 1'000U}) {
        std::vector<std::atomic<int>> times(count);
        in_parallel(count, [&](std::size_t i) { ++times[i]; });
        for (const auto& time : times) EXPECT_EQ(time, 1);
    }
}

TEST(Parallel, UsesInOrder) {
    std::vector<std::size_t> made(1'000), used;
    in_parallel_then(
        made.size(), [&](std::size_t i) { made[i] = i * i; }, [&](std::size_t i) { used.push_back(made[i]); });
    ASSERT_EQ(used.size(), made.size());
    for (std::size_t i = 0; i < used.size(); ++i) EXPECT_EQ(used[i], i * i);
}

TEST(Parallel, ReportsWhatWentWrong) {
    for (int round = 0; round < 200; ++round) {
        std::size_t used = 0;
        const auto work = [](std::size_t i) {
            if (i == 40) throw Error(Fault::conflict, "forty");
        };
        EXPECT_THROW(in_parallel(100, work), Error);
        EXPECT_THROW(in_parallel_then(100, work, [&](std::size_t) { ++used; }), Error);
        EXPECT_LE(used, 40U);
        EXPECT_THROW(in_parallel_then(
                         100, [](std::size_t) {},
                         [](std::size_t i) {
                             if (i == 3) throw Error(Fault::outage, "three");
                         }),
                     Error);
    }
}

#ifndef __SANITIZE_THREAD__ // which needs address space of its own
// Each thread takes a gigabyte of address space, with room for none, one, two …
TEST(Parallel, GoesOnWithFewerThreadsIfSomeAreRefused) {
    for (rlim_t gigabytes = 0; gigabytes < 4; ++gigabytes) {
        const pid_t child = ::fork();
        if (child == 0) {
            pthread_attr_t attributes;
            pthread_attr_init(&attributes);
            pthread_attr_setstacksize(&attributes, std::size_t{1} << 30);
            pthread_setattr_default_np(&attributes);
            const rlimit space{(gigabytes << 30) + (std::size_t{1} << 29), RLIM_INFINITY};
            ::setrlimit(RLIMIT_AS, &space);
            std::vector<std::atomic<int>> times(100);
            std::size_t used = 0;
            in_parallel(times.size(), [&](std::size_t i) { ++times[i]; });
            in_parallel_then(
                times.size(), [&](std::size_t i) { ++times[i]; }, [&](std::size_t i) { used += i; });
            const bool all = std::ranges::all_of(times, [](const auto& time) { return time == 2; });
            ::_exit(all && used == 4950 ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << gigabytes << ": " << status;
    }
}
#endif

} // namespace
} // namespace qd
