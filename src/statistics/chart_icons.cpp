#include "statistics/chart_icons.hpp"

#include <algorithm>

namespace qd::inline statistics {
namespace {

Side side_of(PointRule rule) {
    switch (rule) {
    case PointRule::above_limit:
    case PointRule::rising:
    case PointRule::near_upper:
    case PointRule::shift_above: return Side::high;
    case PointRule::below_limit:
    case PointRule::falling:
    case PointRule::near_lower:
    case PointRule::shift_below: return Side::low;
    case PointRule::not_charted:
    case PointRule::common_cause: break;
    }
    return Side::neither;
}

} // namespace

std::string_view print(PointRule rule) {
    switch (rule) {
    case PointRule::not_charted: return "not_charted";
    case PointRule::common_cause: return "common_cause";
    case PointRule::above_limit: return "above_limit";
    case PointRule::below_limit: return "below_limit";
    case PointRule::rising: return "rising";
    case PointRule::falling: return "falling";
    case PointRule::near_upper: return "near_upper";
    case PointRule::near_lower: return "near_lower";
    case PointRule::shift_above: return "shift_above";
    case PointRule::shift_below: return "shift_below";
    }
    return "";
}

std::string label(PointRule rule) {
    switch (rule) {
    case PointRule::not_charted: return "without limits";
    case PointRule::common_cause: return "common cause";
    case PointRule::above_limit: return "above the upper limit";
    case PointRule::below_limit: return "below the lower limit";
    case PointRule::rising: return "in a rising run";
    case PointRule::falling: return "in a falling run";
    case PointRule::near_upper: return "two of three near the upper limit";
    case PointRule::near_lower: return "two of three near the lower limit";
    case PointRule::shift_above: return "in a run above the mean";
    case PointRule::shift_below: return "in a run below the mean";
    }
    return "";
}

std::string_view print(Standing standing) {
    switch (standing) {
    case Standing::none: return "none";
    case Standing::flat: return "flat";
    case Standing::rare: return "rare";
    case Standing::trial: return "trial";
    case Standing::usable: return "usable";
    }
    return "";
}

std::string_view print(Variation variation) {
    switch (variation) {
    case Variation::none: return "none";
    case Variation::common_cause: return "common_cause";
    case Variation::improvement: return "improvement";
    case Variation::concern: return "concern";
    case Variation::change: return "change";
    }
    return "";
}

std::string label(Variation variation) {
    switch (variation) {
    case Variation::none: return "not charted";
    case Variation::common_cause: return "common cause";
    case Variation::improvement: return "improvement";
    case Variation::concern: return "concern";
    case Variation::change: return "change";
    }
    return "";
}

std::string_view print(Side side) {
    switch (side) {
    case Side::neither: return "neither";
    case Side::high: return "high";
    case Side::low: return "low";
    }
    return "";
}

std::string_view print(Assurance assurance) {
    switch (assurance) {
    case Assurance::none: return "none";
    case Assurance::unsettled: return "unsettled";
    case Assurance::pass: return "pass";
    case Assurance::fail: return "fail";
    case Assurance::inconsistent: return "inconsistent";
    }
    return "";
}

std::string label(Assurance assurance) {
    switch (assurance) {
    case Assurance::none: return "no target to rely on";
    case Assurance::unsettled: return "not to be relied on";
    case Assurance::pass: return "consistently passes";
    case Assurance::fail: return "consistently fails";
    case Assurance::inconsistent: return "hit and miss";
    }
    return "";
}

Signal signal_of(PointRule last, Good good) {
    if (last == PointRule::not_charted) return {};
    const Side side = side_of(last);
    if (side == Side::neither) return {Variation::common_cause, side};
    if (good == Good::neither) return {Variation::change, side};
    const bool is_better = (side == Side::high) == (good == Good::higher);
    return {is_better ? Variation::improvement : Variation::concern, side};
}

bool is_settled(std::span<const PointRule> rules) {
    constexpr std::size_t end = 3; // as many as the rule of two in three looks at
    if (rules.empty() || rules.back() != PointRule::common_cause) return false;
    return std::ranges::none_of(rules.last(std::min(end, rules.size())), [](PointRule rule) {
        return rule == PointRule::above_limit || rule == PointRule::below_limit;
    });
}

Assurance assurance_of(double lower, double upper, std::optional<double> target, Good good) {
    if (!target || good == Good::neither) return Assurance::none;
    if (*target > upper) return good == Good::higher ? Assurance::fail : Assurance::pass;
    if (*target < lower) return good == Good::higher ? Assurance::pass : Assurance::fail;
    return Assurance::inconsistent;
}

Assurance assurance_of(const Segment& segment, std::span<const PointRule> rules, std::optional<double> target,
                       Good good) {
    if (!segment.limits) return Assurance::none;
    const Assurance found = assurance_of(segment.limits->lower, segment.limits->upper, target, good);
    const auto own = rules.subspan(segment.first, segment.end - segment.first);
    return found == Assurance::none || is_settled(own) ? found : Assurance::unsettled;
}

} // namespace qd::inline statistics
