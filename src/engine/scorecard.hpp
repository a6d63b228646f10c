#pragma once

#include "domain/content/measured.hpp"
#include "domain/figure.hpp"

#include <set>
#include <vector>

namespace qd::inline engine {

// Every measure on the scorecard of `period` in `area`, computed and judged from what was known at `as_at`.
// Pure; Error(request) if the area or period makes no sense for the content.
Scorecard compute_scorecard(const MeasuredContent& content, Period period, const AreaCode& area, Instant as_at);

// The same after the returns of these measures became others, and nothing else did (changed.hpp): their figures alone are computed
// again, without the parts that they hide.
Scorecard compute_scorecard(const MeasuredContent& content, Scorecard before, const std::set<MeasureCode>& measures);

// The same of several periods, in their order: each measure's cells are read once.
std::vector<Scorecard> compute_scorecards(const MeasuredContent& content, const std::vector<Period>& periods,
                                          const AreaCode& area, Instant as_at);

// What a period shows of one measure, on the scorecard or not. Error(absent) for an unknown measure.
Figure compute_figure(const MeasuredContent& content, const MeasureCode& measure, Period period, const AreaCode& area,
                      Instant as_at);

// One measure over all periods for which anything is known at `as_at`, oldest first. Error(absent) for an unknown measure.
Series compute_series(const MeasuredContent& content, const MeasureCode& measure, const AreaCode& area, Instant as_at);

// Those of some measures, by number in Content::measures and in the order asked for.
std::vector<Series> compute_series(const MeasuredContent& content, const std::vector<std::size_t>& measures,
                                   const AreaCode& area, Instant as_at);
// That of every measure of the content, in its order.
std::vector<Series> compute_all_series(const MeasuredContent& content, const AreaCode& area, Instant as_at);

Counts count(const std::vector<Figure>& figures);

} // namespace qd::inline engine
