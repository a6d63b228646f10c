#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"

namespace qd {

// Whether a figure calls for a recovery plan by the council's rule: where it is off target (shortfall.hpp), or by one of its
// two halves alone, red now or forecast to miss.
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

// Whether a plan had been declared back on track when a period was reported, as at a day: before the period after it had
// ended. Without a day, in the last period for which the store has anything on the measure, after the one it was raised in.
bool is_called_back_on_track(const Content& content, const RecoveryPlan& plan, Period period, Date known_on);

// A point of a plan's trajectory with the result.
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
