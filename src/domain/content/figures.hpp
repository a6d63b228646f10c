#pragma once

#include "domain/forecast.hpp"
#include "domain/measure.hpp"
#include "domain/rebase.hpp"
#include "domain/return.hpp"
#include "domain/target.hpp"
#include "domain/tolerance_change.hpp"
#include "domain/trajectory.hpp"

#include <vector>

namespace qd {

// What is measured, how it is judged, what was handed in and what is expected.
struct FiguresContent {
    std::vector<Measure> measures; // in scorecard order: their order is theirs to keep
    std::vector<ChartRebase> rebases;
    std::vector<ToleranceChange> tolerances;
    std::vector<Target> targets;
    std::vector<Return> returns;
    std::vector<OfficerForecast> forecasts;
    std::vector<TrajectoryPoint> trajectories;

    friend bool operator==(const FiguresContent&, const FiguresContent&) = default;
};

} // namespace qd
