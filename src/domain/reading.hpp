#pragma once

#include "base/decimal.hpp"
#include "base/id.hpp"
#include "base/or_why.hpp"
#include "domain/measure.hpp"
#include "domain/outturn.hpp"
#include "domain/period.hpp"
#include "statistics/chart_icons.hpp"
#include "statistics/comparison.hpp"
#include "statistics/confidence.hpp"
#include "statistics/control_chart.hpp"
#include "statistics/recent_trend.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd {

// The way that is good, as statistics understands it; for a range or a best value in the middle, neither.
Good good_of(Polarity polarity);

// The lines of one segment of a control chart, in the measure's unit, rounded to millionths.
struct ChartLines {
    Decimal mean, lower, upper, near_lower, near_upper;

    friend bool operator==(const ChartLines&, const ChartLines&) = default;
};

// From `first` to the next segment. `reason` says why it restarts; empty for the first one.
struct ChartSegment {
    Period first;
    Standing standing = Standing::none;
    std::optional<ChartLines> lines; // absent where the standing is none, flat or rare
    std::string reason;
    std::string why_no_lines{}; // where there are none

    friend bool operator==(const ChartSegment&, const ChartSegment&) = default;
};

struct ChartPoint {
    Period period;
    Decimal value;
    PointRule rule = PointRule::not_charted;

    friend bool operator==(const ChartPoint&, const ChartPoint&) = default;
};

// What is charted: each period's own figure, or if the season matters, its difference from a year before.
enum class Charted { figures, year_on_year };

struct ChartReading {
    Charted charted = Charted::figures;
    std::vector<ChartPoint> points;     // oldest first; periods without a number are left out
    std::vector<ChartSegment> segments; // oldest first; the last one is in force
    Signal signal;                      // of the last point
    Assurance assurance = Assurance::none;
    std::optional<Decimal> target; // the one the assurance is about
    std::string caution{};         // what to know before believing a signal, as a sentence; empty for nothing

    friend bool operator==(const ChartReading&, const ChartReading&) = default;
};

// Why the limits of a chart say nothing of what is to come, though they do of the target, in the words "the limits are below
// the target of 80, but the last figure is beyond them: something has changed"; `target` is the target in words. Empty unless the
// assurance is unsettled.
std::string unsettled_words(const ChartReading& chart, const std::string& target);

// Where a measure is going, by chart and trend together. All wording about direction uses this, so that
// no two texts contradict each other.
enum class Bearing {
    unknown, // not known: no limits and no tested trend, or a season that is not removed
    steady,  // no more than its usual ups and downs
    rising,
    falling,
    higher, // than before: the last figure, or the last run of them, stands out
    lower
};
std::string_view print(Bearing bearing);
int way_of(Bearing bearing); // 1 upwards, −1 downwards, 0 neither
// The chart decides where it has limits, by its last point; trial limits that find nothing leave it to the trend, since few points
// seldom break them. Without limits the trend alone.
Bearing bearing_of(const OrWhy<ChartReading>& chart, Trend trend);

// For something so rare that most periods have none: how far apart its events are.
struct BetweenReading {
    enum class Step { periods, days } step = Step::periods; // of the measure's grain; days between spans
    Grain grain = Grain::month;
    std::size_t events = 0, periods = 0;
    std::vector<Decimal> steps;         // from each event to the next, oldest first; 0 within one period
    std::optional<Decimal> since;       // from the last event to the end; absent where there was none
    Standing standing = Standing::none; // none below 6 steps, trial below 12
    // By the g chart of periods, or the t chart of days; absent where the standing is none.
    std::optional<Decimal> mean, lower, upper;

    friend bool operator==(const BetweenReading&, const BetweenReading&) = default;
};
// "2 in 21 months: 10 months from one to the next, and 6 months since the last. …": for people.
std::string between_words(const BetweenReading& between);

// Between what bounds chance may have moved a figure, in its own unit.
struct IntervalReading {
    IntervalMethod method = IntervalMethod::wilson;
    Decimal lower, upper;         // 95 %
    Decimal far_lower, far_upper; // 99.8 %

    friend bool operator==(const IntervalReading&, const IntervalReading&) = default;
};

// How the figure compares with that of the area around it, or with that of its neighbours combined.
struct BenchmarkReading {
    AreaCode area; // empty = the neighbours
    Decimal value;
    Comparison comparison = Comparison::not_compared; // by both intervals

    friend bool operator==(const BenchmarkReading&, const BenchmarkReading&) = default;
};

// A figure of the same measure and stretch of time in an area around this one, and by how much this one differs.
struct PlainDifference {
    AreaCode area;
    Decimal value;
    Decimal difference; // this one less that, in the measure's own unit

    friend bool operator==(const PlainDifference&, const PlainDifference&) = default;
};

// Among whom an area is ranked and compared: the areas of its kind within the same area around them; or those it resembles,
// by a list or as computed.
enum class PeerKind { siblings, listed_neighbours, computed_neighbours };
std::string_view print(PeerKind kind);

// Whom somebody asks for: the neighbours where there are any, else the siblings; or the siblings in any case.
enum class PeerChoice { neighbours, siblings };

struct Peers {
    struct Peer {
        AreaCode area;
        std::optional<Decimal> distance;

        friend bool operator==(const Peer&, const Peer&) = default;
    };
    PeerKind kind = PeerKind::siblings;
    std::vector<Peer> areas; // without the area itself; neighbours nearest first
    std::string source;      // of a list

    friend bool operator==(const Peers&, const Peers&) = default;
};

// The place among the peers, 1 the best.
struct RankReading {
    std::size_t position = 1;
    std::size_t shared_by = 1;             // how many areas share that place
    std::size_t of = 1;                    // that have a figure
    std::size_t areas = 1;                 // that there are
    std::optional<std::size_t> quartile;   // 1 the best; absent among fewer than four
    std::optional<std::size_t> quintile{}; // 1 the best; absent among fewer than five

    friend bool operator==(const RankReading&, const RankReading&) = default;
};

// What statistics say of one measure in one area, up to a period. Chart and trend are of the periods' own figures, the others of
// the figure that the scorecard shows.
struct Reading {
    MeasureCode measure;
    AreaCode area;
    Period period;
    OrWhy<ChartReading> chart;
    std::optional<BetweenReading> between; // where it counts what is too rare for a chart
    OrWhy<IntervalReading> interval;
    OrWhy<BenchmarkReading> benchmark;
    std::vector<PlainDifference> around; // of each area around it, the nearest first, that has a figure
    Peers peers;
    OrWhy<BenchmarkReading> beside_neighbours; // none where the peers are siblings
    OrWhy<RankReading> rank;
    Trend trend = Trend::not_tested; // of the last five figures
    std::string why_no_trend;
    Bearing bearing = Bearing::unknown; // the one that words go by
    OrWhy<OutturnReading> forecast;     // of the end of the year the period is in

    friend bool operator==(const Reading&, const Reading&) = default;
};

// What the last five figures do, in words that agree with the bearing: "rising and getting better", "no significant change".
// Empty where no trend was tested.
std::string trend_words(const Reading& reading, Polarity polarity);

} // namespace qd
