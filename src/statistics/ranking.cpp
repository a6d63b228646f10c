#include "statistics/ranking.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace qd::inline statistics {
namespace {

std::vector<double> sorted(Figures figures) {
    std::vector<double> found;
    for (const auto& figure : figures)
        if (figure) found.push_back(*figure);
    std::ranges::sort(found);
    return found;
}

double percentile_of(const std::vector<double>& sorted, double share) {
    const double at = static_cast<double>(sorted.size() - 1) * share;
    const auto below = static_cast<std::size_t>(at);
    if (below + 1 >= sorted.size()) return sorted.back();
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

std::size_t lower_than(const std::vector<double>& sorted, double figure) {
    return static_cast<std::size_t>(std::ranges::lower_bound(sorted, figure) - sorted.begin());
}

std::size_t higher_than(const std::vector<double>& sorted, double figure) {
    return static_cast<std::size_t>(sorted.end() - std::ranges::upper_bound(sorted, figure));
}

} // namespace

std::vector<std::optional<std::size_t>> ranks(Figures figures, Good good) {
    const std::vector<double> all = sorted(figures);
    std::vector<std::optional<std::size_t>> found(figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i])
            found[i] = 1 + (good == Good::lower ? lower_than(all, *figures[i]) : higher_than(all, *figures[i]));
    return found;
}

std::vector<std::optional<double>> distances(Figures figures, double best) {
    std::vector<std::optional<double>> found(figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i]) found[i] = std::round(std::abs(*figures[i] - best) * 1e9) / 1e9;
    return found;
}

std::optional<std::size_t> part_of_rank(std::size_t rank, std::size_t of, std::size_t parts) {
    assert(rank >= 1 && rank <= of && parts >= 1);
    if (of < parts) return {};
    return (rank - 1) * parts / of + 1;
}

std::vector<std::optional<std::size_t>> quantiles(Figures figures, Good good, std::size_t parts) {
    const std::vector<double> all = sorted(figures);
    std::vector<std::optional<std::size_t>> found(figures.size());
    const std::size_t n = all.size();
    if (n < parts) return found;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!figures[i]) continue;
        const std::size_t worse = good == Good::lower ? higher_than(all, *figures[i]) : lower_than(all, *figures[i]);
        const std::size_t from_best = (n - worse) * parts; // n + 1 − rank, times the parts
        const std::size_t quantile = parts + 1 - (from_best + n - 1) / n;
        found[i] = std::max<std::size_t>(quantile, 1);
    }
    return found;
}

std::optional<double> percentile(Figures figures, double share) {
    assert(share >= 0 && share <= 1);
    const std::vector<double> all = sorted(figures);
    if (all.empty()) return {};
    return percentile_of(all, share);
}

std::vector<std::optional<std::size_t>> value_parts(Figures figures, std::size_t parts) {
    const std::vector<double> all = sorted(figures);
    std::vector<std::optional<std::size_t>> found(figures.size());
    if (all.size() < parts) return found;
    std::vector<double> bounds;
    for (std::size_t part = 1; part < parts; ++part)
        bounds.push_back(percentile_of(all, static_cast<double>(part) / static_cast<double>(parts)));
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i]) found[i] = 1 + lower_than(bounds, *figures[i]);
    return found;
}

} // namespace qd::inline statistics
