#include "engine/grid/ranking.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

constexpr std::size_t most_in_one = 12; // of those put in about the same place, before it pays to sort them all

} // namespace

std::span<const Placed> Ranking::sort(std::span<const Placed> unsorted, const Before& before) {
    const std::size_t size = unsorted.size();
    sorted_.resize(size);
    if (size == 0) return {};
    double least = unsorted.front().key, most = least;
    for (const Placed& each : unsorted) {
        least = std::min(least, each.key);
        most = std::max(most, each.key);
    }
    const double scale = most > least ? static_cast<double>(size - 1) / (most - least) : 0;
    const auto about = [&](const Placed& each) { return static_cast<std::size_t>((each.key - least) * scale); };
    starts_.assign(size + 1, 0);
    for (const Placed& each : unsorted) ++starts_[about(each) + 1];
    const bool is_even = std::ranges::max(starts_) <= most_in_one;
    const auto precedes = [&](const Placed& a, const Placed& b) {
        return a.key < b.key || (a.key == b.key && before(a, b));
    };
    if (!is_even) {
        std::ranges::copy(unsorted, sorted_.begin());
        std::ranges::sort(sorted_, precedes);
        return sorted_;
    }
    for (std::size_t i = 1; i <= size; ++i) starts_[i] += starts_[i - 1];
    for (const Placed& each : unsorted) sorted_[starts_[about(each)]++] = each;
    for (std::size_t i = 1; i < size; ++i) {
        const Placed moving = sorted_[i];
        std::size_t to = i;
        for (; to > 0 && precedes(moving, sorted_[to - 1]); --to) sorted_[to] = sorted_[to - 1];
        sorted_[to] = moving;
    }
    return sorted_;
}

} // namespace qd::inline engine
