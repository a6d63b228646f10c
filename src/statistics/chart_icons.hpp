#pragma once

#include "statistics/control_chart.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace qd::inline statistics {

enum class Good { higher, lower, neither }; // which way is better

// What a control chart says of the last point, and only of it.
enum class Variation { none, common_cause, improvement, concern, change }; // change: special where neither way is good
std::string_view print(Variation variation);
std::string label(Variation variation);

enum class Side { neither, high, low }; // where the special point is
std::string_view print(Side side);

struct Signal {
    Variation variation = Variation::none; // none = not charted
    Side side = Side::neither;

    friend bool operator==(const Signal&, const Signal&) = default;
};
Signal signal_of(PointRule last, Good good);

// Whether the current process can be relied on to meet a target: the target is entirely on one side of the limits, so that the
// process passes or fails whatever chance does, or between them, including the limits themselves. None without a target or if
// neither way is good. Limits predict only while nothing changes: they are not relied on (unsettled) if the process is out of
// control at its end.
enum class Assurance { none, pass, fail, inconsistent, unsettled };
std::string_view print(Assurance assurance);
std::string label(Assurance assurance);

// Whether the points of a segment end as chance has it: the last one is not special, and none of the last three is beyond a limit.
bool is_settled(std::span<const PointRule> rules);
// By the limits alone, as if nothing changed.
Assurance assurance_of(double lower, double upper, std::optional<double> target, Good good);
// Of a segment of a chart whose points were judged by these rules; none without limits.
Assurance assurance_of(const Segment& segment, std::span<const PointRule> rules, std::optional<double> target,
                       Good good);

} // namespace qd::inline statistics
