#pragma once

#include "charts/chart.hpp"
#include "domain/cell.hpp"
#include "domain/measure.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline charts {

struct Peer {
    enum class Kind { other, own };
    std::string name;
    Cell value;
    Kind kind = Kind::other;
};

struct BenchmarkInput {
    std::string prefix;      // of ids; unique in the document
    std::string title;       // "Self directed support among North West authorities"
    std::string subject;     // "Percentage with a personal budget, 30 September 2012"
    std::vector<Peer> peers; // in any order; at most one own
    std::optional<Decimal> average;
    std::string average_name;             // "North West average"
    Polarity polarity = Polarity::higher; // which end is first
    std::function<std::string(Decimal)> show;
};

// A peer with its place: 1 is best; equal values share a place. Those without a number come last, without a place.
struct RankedPeer {
    Peer peer;
    std::size_t place = 0; // 0 = none
};
std::vector<RankedPeer> ranked(const BenchmarkInput& input);

// Ranked columns from zero: own in navy, others grey, average dotted, best quarter bracketed, empty slots for no data.
// Throws Error(request) without a single number.
Chart benchmark_bars(const BenchmarkInput& input);

} // namespace qd::inline charts
