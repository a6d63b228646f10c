#pragma once

#include "charts/comparison_bars.hpp"
#include "charts/funnel_plot.hpp"
#include "charts/rank_strip.hpp"
#include "domain/beside.hpp"
#include "domain/content.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace qd::inline documents {

// "districts", "wards": areas of a kind, several of them.
std::string kind_words(AreaKind kind);
// "the districts of Lancashire".
std::string beside_words(const Content& content, const Beside& beside);
// The stretch of time their figures describe: "2024/25 quarter 3", "year to date, 1 April 2024 to 31 December 2024".
std::string described_words(const Content& content, const Beside& beside);
Tone tone_of(Comparison comparison); // not compared = usual

// Areas next to each other as they are drawn. `prefix` makes ids unique in the document.
ComparisonInput measure_comparison(const Content& content, const Measure& measure, const Beside& beside,
                                   const std::string& prefix);
// Absent where figures are not made of two counts, or too few are.
std::optional<FunnelInput> measure_funnel(const Content& content, const Measure& measure, const Beside& beside,
                                          const std::string& prefix);
// Absent where the area that was asked for is not among them, or has no place.
std::optional<RankInput> measure_rank(const Content& content, const Measure& measure, const Beside& beside,
                                      const std::string& prefix);

} // namespace qd::inline documents
