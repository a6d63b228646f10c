#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace qd::fuzz {

// Numbers that look random and are the same on every machine: SplitMix64 (Steele, Lea, Flood 2014), without the
// distributions of the standard library, which each library makes in its own way.
class Random {
public:
    // The stream of one input: another seed, family or number gives another stream.
    Random(std::uint64_t seed, std::string_view family, std::uint64_t number) : state_(seed) {
        for (const char c : family) state_ = next() ^ static_cast<unsigned char>(c);
        state_ = next() ^ number;
    }

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(next() % bound); }
    std::size_t between(std::size_t least, std::size_t most) { return least + below(most - least + 1); }
    bool once_in(std::size_t times) { return below(times) == 0; }
    template <class Container> auto& pick(Container& items) { return items[below(std::size(items))]; }
    template <class Container> const auto& pick(const Container& items) { return items[below(std::size(items))]; }
    // 1, and with half the chance each time one more.
    std::size_t few(std::size_t most) {
        std::size_t count = 1;
        while (count < most && once_in(2)) ++count;
        return count;
    }

private:
    std::uint64_t state_;
};

} // namespace qd::fuzz
