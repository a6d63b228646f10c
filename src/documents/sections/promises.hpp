#pragma once

#include "charts/promise_bars.hpp"
#include "charts/promise_chart.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/programme_progress.hpp"

#include <optional>
#include <string>

// What was promised and what came of it, as charts and words: a deliverable with its profile, a measure with the trajectory
// of its recovery plan. `prefix` makes ids unique in the document.
namespace qd::inline documents {

// None where fewer than two periods have numbers, or they do not go in even steps.
std::optional<PromiseInput> profile_chart(const Content& content, const DeliveryLine& line, const std::string& prefix);

// All deliverables of the period that have a profile and a delivery in numbers; none for fewer than two.
std::optional<PromiseBarsInput> profile_bars(const Content& content, const ProgrammeProgress& progress,
                                             const std::string& prefix);

// The measure from the period before the plan on, and where the plan means to bring it. None without a figure, or
// two points of a trajectory at even steps.
std::optional<PromiseInput> trajectory_chart(const Content& content, const RecoveryPlan& plan, const Series& series,
                                             Instant as_at, const std::string& prefix);

// The same in words: "Trajectory: 90.0% promised for 2012/13 quarter 4, not known yet." "" without a trajectory.
std::string trajectory_words(const Content& content, const RecoveryPlan& plan, const Series& series, Instant as_at);

// "From 68.7% in 2023/24 quarter 4, when the plan was raised, to 79.5% in 2024/25 quarter 3: improved by 10.9 points. The
// trajectory was kept in 2 of 3 periods." "" where nothing came since.
std::string effect_words(const Content& content, const RecoveryPlan& plan, const Series& series, Instant as_at);

} // namespace qd::inline documents
