#include "engine/grid/ranking.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace qd {
namespace {

// Evenly spread, all the same, in a few clusters, and with one far away: the quick way and the sure way agree.
TEST(Ranking, SortsHoweverTheKeysLie) {
    std::mt19937 random(5);
    Ranking ranking;
    for (int round = 0; round < 400; ++round) {
        std::vector<Placed> unsorted(std::uniform_int_distribution<std::size_t>(0, 400)(random));
        const double heaps = std::uniform_int_distribution(0, 3)(random) * 7.0;
        for (std::size_t i = 0; i < unsorted.size(); ++i) {
            const double even = std::uniform_real_distribution(0.0, 100.0)(random);
            unsorted[i] = {heaps == 0 ? even : std::floor(even / heaps), static_cast<std::uint32_t>(i)};
        }
        if (!unsorted.empty() && round % 5 == 0) unsorted.front().key = 1e12;
        const auto by_cell = [](const Placed& a, const Placed& b) { return a.cell > b.cell; };
        std::vector<Placed> expected = unsorted;
        std::ranges::sort(expected, [&](const Placed& a, const Placed& b) {
            return a.key < b.key || (a.key == b.key && by_cell(a, b));
        });
        const auto sorted = ranking.sort(unsorted, by_cell);
        ASSERT_TRUE(std::ranges::equal(sorted, expected, {}, &Placed::cell, &Placed::cell)) << round;
    }
}

} // namespace
} // namespace qd
