#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qd::inline statistics {

// The XmR chart (individuals and moving ranges) as the NHS "Making Data Count" programme draws it: limits at
// mean ± 2.66 × the mean moving range (Wheeler; 2.66 = 3 ÷ 1.128), near limits at two thirds of that. The limits are not cut
// off at 0 or 100 %. Values are in the unit of what is measured, oldest first, without gaps.

// What makes a point special; the first of these that applies is given.
enum class PointRule {
    not_charted, // there are no limits to compare it with
    common_cause,
    above_limit,
    below_limit,
    rising,     // one of a run of points, each above the one before
    falling,    // the same downwards
    near_upper, // two of three points on one side of the mean are in its outer third; this is one of the two
    near_lower,
    shift_above, // one of so many points in a row on one side of the mean
    shift_below,
};
std::string_view print(PointRule rule);
std::string label(PointRule rule); // "above the upper limit"

// Whether outlying moving ranges (3.267 × the mean one or more) are left out of the mean, once. The point itself stays
// in the mean of the points.
enum class Screening { off, on };

struct ChartRules {
    Screening screening = Screening::on;
    int shift = 7; // points in a row on one side: 7 or 8
    int trend = 7; // points in a row, each higher, or each lower, than the one before: 6 or 7

    friend bool operator==(const ChartRules&, const ChartRules&) = default;
};

// From that point the process is taken to be a different one: mean, ranges and rules restart.
struct Rebase {
    std::size_t at = 0;
    std::string reason;

    friend bool operator==(const Rebase&, const Rebase&) = default;
};

struct Limits {
    double mean = 0, lower = 0, upper = 0, near_lower = 0, near_upper = 0;
    double mean_range = 0; // of the moving ranges that count
};

// How much the limits can be trusted: none below 6 points, trial limits below 12. None either where the points show no usual
// spread to take them from, for then the first point that differs would be special whatever it is, and all the others with it:
enum class Standing {
    none,
    flat, // the mean range is 0, as where ranges between the points that differ are all screened out; or more than half of the
    // points are equal and beyond the limits that the others make
    rare, // more than half of the points are at an end of the possible range, so something happens too rarely
    trial,
    usable
};
std::string_view print(Standing standing);

// The possible range of values, if its ends are those at which something does not happen at all: 0 cases, 0 or 100 %. More than
// half of the points at one of them leave the mean far from the middle of the points, and runs around it mean nothing (Anhøj,
// Statistical Process Control Charts for Healthcare, ch. 13; Provost and Murray, The Health Care Data Guide). A time between
// events is charted instead (rare_events.hpp).
struct ValueEnds {
    std::optional<double> least, most;
};

struct Segment {
    std::size_t first = 0, end = 0; // points [first, end)
    Standing standing = Standing::none;
    std::optional<Limits> limits; // absent where the standing is none, flat or rare
    std::string reason;           // of the rebase it starts with; empty for the first
};

struct ControlChart {
    std::vector<Segment> segments;
    std::vector<PointRule> rules; // one a point
};

constexpr std::size_t fewest_points = 6, usable_points = 12;

// `baseline`: only that many of the first points of each segment make its limits; at least 12. Rebases are ascending and within
// the values; one at 0, or two at the same point, does not make an empty segment. Error(request) for settings outside their
// range.
ControlChart control_chart(std::span<const double> values, const ChartRules& rules = {},
                           std::span<const Rebase> rebases = {}, std::optional<std::size_t> baseline = {},
                           const ValueEnds& ends = {});

// Where more than half of the points of a segment's base are equal, the mean is on one side of most of them only
// because of the others: these points count as on the mean in the rules about runs.

// Mean and limits of some values, two at least; of no width where their mean range is 0.
Limits limits_of(std::span<const double> values, Screening screening);

// The differences of a series from that many points before (12 for months, 4 for quarters): what is charted if
// the values follow the time of year. Absent where one of the two is; the first `lag` points have none.
std::vector<std::optional<double>> year_on_year(std::span<const std::optional<double>> values, std::size_t lag);

} // namespace qd::inline statistics
