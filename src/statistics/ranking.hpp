#pragma once

#include "statistics/chart_icons.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace qd::inline statistics {

// Columns of figures of areas; an area without a figure has no rank and no quantile and counts nowhere.
using Figures = std::span<const std::optional<double>>;

// Competition ranks, 1 the best: equals share the lowest place, and the places they take up are skipped (1, 1, 3).
// Where neither way is good the highest has rank 1.
std::vector<std::optional<std::size_t>> ranks(Figures figures, Good good);

// How far each is from the best value, if that is in the middle: the nearer is better, on either side. Rank it as lower
// is good. To a billionth, so that 0.45 and 0.55 are equally far from 0.5.
std::vector<std::optional<double>> distances(Figures figures, double best);

// Which of that many equal parts rank r of n is in, 1 the best: ⌊(r − 1) × parts ÷ n⌋ + 1. The top quartile of 20 is ranks 1 to
// 5. Absent if there are fewer figures than parts.
std::optional<std::size_t> part_of_rank(std::size_t rank, std::size_t of, std::size_t parts);

// The parts as PHEindicatormethods numbers them, 1 the worst, by rank from the worst with ties sharing the lowest:
// ⌊parts + 1 − ⌈(n + 1 − rank) ÷ (n ÷ parts)⌉⌋, and 1 for 0. All absent if there are fewer figures than parts.
std::vector<std::optional<std::size_t>> quantiles(Figures figures, Good good, std::size_t parts);

// The value below which that share of the figures is, by linear interpolation at (n − 1) × share + 1 (type 7 of Hyndman
// and Fan). Absent for no figures. The share is from 0 to 1.
std::optional<double> percentile(Figures figures, double share);

// Which part of the values each is in, 1 the lowest: the first of the bounds at 1 ÷ parts, 2 ÷ parts … that is not smaller.
// All absent if there are fewer figures than parts.
std::vector<std::optional<std::size_t>> value_parts(Figures figures, std::size_t parts);

} // namespace qd::inline statistics
