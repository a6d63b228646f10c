#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"

namespace qd {

// By the council's rule. A forecast that the target will be met outweighs a red now.
bool is_exception(const RecoveryRule& rule, const Figure& figure);

// The measures of a scorecard that need a recovery plan by the council's rule and have none that is open.
struct WantedPlan {
    MeasureCode measure;
    std::string why; // "forecast to miss", "red"

    friend bool operator==(const WantedPlan&, const WantedPlan&) = default;
};
std::vector<WantedPlan> wanted_plans(const Content& content, const Scorecard& scorecard, const Scorecard* before);

// Raised by the end of a period and not closed by then; null = none.
const RecoveryPlan* open_plan(const Content& content, const MeasureCode& measure, Period period);

// A point of a plan's trajectory beside what came.
struct TrajectoryLine {
    TrajectoryPoint point;
    std::optional<Decimal> actual;     // none = not known
    std::optional<Decimal> difference; // actual − promised
    bool is_kept = false;              // as good as promised, by the measure's polarity
    std::optional<Decimal> at_first;   // what was promised before this; none = nothing else was

    friend bool operator==(const TrajectoryLine&, const TrajectoryLine&) = default;
};
std::vector<TrajectoryLine> trajectory_lines(const Content& content, const RecoveryPlan& plan, const Series& series,
                                             Instant as_at);

} // namespace qd
