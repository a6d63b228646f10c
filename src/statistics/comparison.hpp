#pragma once

#include "statistics/chart_icons.hpp"
#include "statistics/confidence.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace qd::inline statistics {

// How a figure compares with another, beyond what chance explains; the methods are those of Fingertips, the public
// health profiles of England. `much` is of two levels (95 % and 99.8 %); where neither way is good, it is only higher or lower.
enum class Comparison {
    not_compared,
    much_worse,
    worse,
    similar,
    better,
    much_better,
    much_lower,
    lower,
    higher,
    much_higher
};
std::string_view print(Comparison comparison);
std::string label(Comparison comparison);

// A figure's interval against a benchmark without one: similar if the interval contains it, ends included.
Comparison compare(const ConfidenceInterval& interval, double benchmark, Good good);
// The same by two intervals of the figure, the wider one (99.8 %) second.
Comparison compare(const ConfidenceInterval& narrow, const ConfidenceInterval& wide, double benchmark, Good good);
// Two intervals against each other: similar where they so much as touch.
Comparison compare_overlap(const ConfidenceInterval& interval, const ConfidenceInterval& benchmark, Good good);

// A figure against control limits around a benchmark: similar if it is within, ends included.
Comparison compare_to_limits(double value, const ConfidenceInterval& limits, Good good);
Comparison compare_to_limits(double value, const ConfidenceInterval& narrow, const ConfidenceInterval& wide, Good good);

// A figure against a single target: better where it reaches it, the target itself included, else worse. Not compared where
// neither way is good.
Comparison compare_to_target(double value, double target, Good good);
// Against a range: better if the good end is reached, worse if short of the bad end; between them similar. If low is
// good the range includes its lower end but not its upper one; if high is good the other way round.
Comparison compare_to_target(double value, double lower, double upper, Good good);
// By the figure's interval: better where the whole of it reaches the target, worse where none of it does.
Comparison compare_to_target(const ConfidenceInterval& interval, double target, Good good);

// The limits of an observed share of `of` if the expected share is `expected`: expected ± z √(expected (1 − expected) ÷ of), cut
// off at 0 and 1. A share is outside exactly if its own interval by Wilson's method does not contain the expected share, which is
// the same inequality solved for the other unknown. (Wilson's interval at the expected share, which Fingertips draws around a
// proportion's average, is narrower for small areas and leaves no room for 0 or 100 %.)
ConfidenceInterval proportion_limits(double expected, double of, double confidence);
// The same for a number of events, if `expected` are expected: the least and the greatest number whose own interval
// (estimate_count) contains that many. The lower one is 0 if no event at all is within chance. Between whole numbers the limits
// are those of a count with decimals.
ConfidenceInterval count_limits(double expected, double confidence);

// Where a point of a funnel plot is; says nothing about good or bad.
enum class FunnelClass { low_001, low_025, not_significant, high_025, high_001 };
std::string_view print(FunnelClass funnel_class);
std::string label(FunnelClass funnel_class); // "Low (0.001)"
// By a figure's own intervals of 95 % and 99.8 %, as compare() has it, so that a funnel and the words next to it
// agree: outside if they do not contain the average. A chance of 0.025 and 0.001 on either side.
FunnelClass funnel_class(const ConfidenceInterval& narrow, const ConfidenceInterval& wide, double average);
FunnelClass funnel_class(double events, double of, double average); // of a share of `of`, 0 to 1

} // namespace qd::inline statistics
