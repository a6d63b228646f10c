#pragma once

#include "checks/check.hpp"
#include "views/kept.hpp"
#include "views/snapshot.hpp"

#include <set>
#include <tuple>
#include <utility>

namespace qd::inline views {

// What was computed for a snapshot. What follows from figures is kept by measure, and taken over by the next snapshot.
struct Snapshot::Computed {
    using Measures = std::set<MeasureCode>;
    template <class Key, class Value> using ByMeasure = Kept<Key, Value, MeasureCode>;
    static constexpr std::size_t grids_kept = 2; // a nation's is 400 MB
    static constexpr std::size_t times_kept = 8; // of what was known then
    static constexpr std::size_t views_kept = 64, series_kept = 512, readings_kept = 4096;

    ByMeasure<View, Scorecard> scorecards{views_kept};
    ByMeasure<View, std::vector<Series>> all_series{views_kept};
    ByMeasure<std::pair<MeasureCode, View>, Series> series{series_kept};
    ByMeasure<View, Courses> courses{views_kept};
    ByMeasure<std::tuple<MeasureCode, View, PeerChoice>, Reading> readings{readings_kept};
    ByMeasure<View, std::vector<Signal>> signals{views_kept};
    ByMeasure<std::tuple<MeasureCode, std::optional<AreaKind>, View>, Beside> besides{views_kept};
    ByMeasure<View, Outturns> outturns{views_kept};
    ByMeasure<View, Partnership> partnerships{views_kept};
    ByMeasure<View, ByFamily> by_family{views_kept};
    ByMeasure<View, Findings> findings{views_kept};
    ByMeasure<Instant, Grid> grids{grids_kept};
    ByMeasure<Instant, std::shared_ptr<const Snapshot>> known{times_kept}; // null = all of it was known

    void begin_with(Computed& before, const Measures& changed) {
        scorecards.begin_with(before.scorecards, changed);
        series.begin_with(before.series, changed);
        courses.begin_with(before.courses, changed);
        by_family.begin_with(before.by_family, changed);
        readings.begin_with(before.readings, changed);
        signals.begin_with(before.signals, changed);
        besides.begin_with(before.besides, changed);
        outturns.begin_with(before.outturns, changed);
        grids.begin_with(before.grids, changed);
    }
};

} // namespace qd::inline views
