#include "statistics/neighbours.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace qd::inline statistics {
namespace {

using Variable = std::vector<std::optional<double>>;

// Over the areas that have all variables, so that each has the same weight.
struct Spread {
    double mean = 0, deviation = 0;
};

Spread spread_of(const Variable& variable, const std::vector<std::size_t>& areas) {
    Spread spread;
    for (const std::size_t area : areas) spread.mean += *variable[area];
    spread.mean /= static_cast<double>(areas.size());
    for (const std::size_t area : areas) spread.deviation += std::pow(*variable[area] - spread.mean, 2);
    spread.deviation = std::sqrt(spread.deviation / static_cast<double>(areas.size()));
    return spread;
}

} // namespace

std::vector<Neighbour> nearest_neighbours(std::span<const Variable> variables, std::size_t area, std::size_t most) {
    if (variables.empty()) return {};
    const std::size_t count = variables.front().size();
    assert(area < count && std::ranges::all_of(variables, [&](const Variable& each) { return each.size() == count; }));
    std::vector<std::size_t> complete;
    for (std::size_t i = 0; i < count; ++i)
        if (std::ranges::all_of(variables, [&](const Variable& each) { return each[i].has_value(); }))
            complete.push_back(i);
    if (std::ranges::find(complete, area) == complete.end()) return {};

    std::vector<Neighbour> found;
    for (const std::size_t other : complete)
        if (other != area) found.push_back({other, 0});
    for (const Variable& variable : variables) {
        const Spread spread = spread_of(variable, complete);
        if (!(spread.deviation > 1e-12 * std::abs(spread.mean))) continue;
        for (Neighbour& each : found)
            each.distance += std::pow((*variable[each.area] - *variable[area]) / spread.deviation, 2);
    }
    for (Neighbour& each : found) each.distance = std::sqrt(each.distance);
    std::ranges::stable_sort(found, {}, &Neighbour::distance);
    const double farthest = found.empty() ? 0 : found.back().distance;
    if (farthest > 0)
        for (Neighbour& each : found) each.distance /= farthest;
    if (found.size() > most) found.resize(most);
    return found;
}

} // namespace qd::inline statistics
