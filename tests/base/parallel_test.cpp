#include "base/parallel.hpp"

#include "base/error.hpp"

#include <atomic>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

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

TEST(Parallel, TellsWhatWentWrong) {
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

} // namespace
} // namespace qd
