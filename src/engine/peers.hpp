#pragma once

#include "base/or_why.hpp"
#include "domain/reading.hpp"
#include "engine/sheet.hpp"
#include "engine/yardstick.hpp"

#include <string>
#include <vector>

namespace qd::inline engine {

// How a figure compares with that of the area around its own, by its interval; or why that is not known. The sheet reaches
// around the area.
OrWhy<BenchmarkReading> benchmark_of(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                                     const OrWhy<IntervalReading>& interval);

// By how much it differs from each area around it that has a figure for the same stretch of time, the nearest first: needs
// no interval, and says nothing of chance.
std::vector<PlainDifference> differences_around(const Sheet& sheet, const AreaCode& area, Period reporting,
                                                const Shown& shown);

// The same against its neighbours together: Σ numerators ÷ Σ denominators of those with a figure for the same stretch of time,
// or the mean of their figures where these were not made of parts.
OrWhy<BenchmarkReading> beside_neighbours(const Sheet& sheet, const Peers& peers, Period reporting, const Shown& shown,
                                          const OrWhy<IntervalReading>& interval);

// Its place among its peers that show a figure for the same stretch of time; or why there is none. For a best value
// in the middle or a range the yardstick says where that is. The sheet reads the peers.
OrWhy<RankReading> rank_of(const Sheet& sheet, const Peers& peers, Period reporting, const Shown& shown,
                           const Yardstick& yardstick);

// Competition ranking of one figure among all of them, itself included; `areas` counts those without a figure too. Absent
// where nobody knows which is better.
std::optional<RankReading> rank_among(const Measure& measure, const Yardstick& yardstick, const Ratio& figure,
                                      const std::vector<Ratio>& all, std::size_t areas);

} // namespace qd::inline engine
