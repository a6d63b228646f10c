#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"

namespace qd::inline engine {

// Every measure on the scorecard of `period` in `area`, computed and judged from what was known at `as_at`.
// Pure; Error(request) if the area or period makes no sense for the content.
Scorecard compute_scorecard(const Content& content, Period period, const AreaCode& area, Instant as_at);

// The same of several periods, in their order: each measure's cells are read once.
std::vector<Scorecard> compute_scorecards(const Content& content, const std::vector<Period>& periods,
                                          const AreaCode& area, Instant as_at);

// What a period shows of one measure, on the scorecard or not. Error(absent) for an unknown measure.
Figure compute_figure(const Content& content, const MeasureCode& measure, Period period, const AreaCode& area,
                      Instant as_at);

// One measure over all periods for which anything is known at `as_at`, oldest first. Error(absent) for an unknown measure.
Series compute_series(const Content& content, const MeasureCode& measure, const AreaCode& area, Instant as_at);

// Those of some measures, by number in Content::measures and in the order asked for.
std::vector<Series> compute_series(const Content& content, const std::vector<std::size_t>& measures,
                                   const AreaCode& area, Instant as_at);
// That of every measure of the content, in its order.
std::vector<Series> compute_all_series(const Content& content, const AreaCode& area, Instant as_at);

Counts count(const std::vector<Figure>& figures);

} // namespace qd::inline engine
