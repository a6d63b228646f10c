#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace qd::inline engine {

// One of those that are ranked. The lowest key comes first.
struct Placed {
    double key = 0;
    std::uint32_t cell = 0;
};

// Sorts by key, and those of one key by `before`. Quick if the keys are fairly evenly spread, as the rates of areas are: each is
// put where its size says it should be about, and then into its exact place; n log n otherwise.
class Ranking {
public:
    using Before = std::function<bool(const Placed&, const Placed&)>; // among equal keys
    std::span<const Placed> sort(std::span<const Placed> unsorted, const Before& before);

private:
    std::vector<Placed> sorted_;
    std::vector<std::uint32_t> starts_;
};

} // namespace qd::inline engine
