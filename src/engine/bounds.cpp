#include "engine/bounds.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

enum class Side { at_least, at_most, exactly, unknown };

Side good_side(Polarity polarity) {
    switch (polarity) {
    case Polarity::higher: return Side::at_least;
    case Polarity::lower: return Side::at_most;
    case Polarity::range:
    case Polarity::middle: return Side::exactly;
    case Polarity::none: break;
    }
    return Side::unknown;
}

void set_bound(Yardstick& yardstick, Side side, const Ratio& bound) {
    if (side == Side::at_least || side == Side::exactly) yardstick.lower = bound;
    if (side == Side::at_most || side == Side::exactly) yardstick.upper = bound;
    if (side == Side::unknown) yardstick.why_none = "neither way is good";
    yardstick.goal.aim = bound.rounded();
}

void set_range(Yardstick& yardstick, const Target& target) {
    if (target.lower) yardstick.lower = Ratio(*target.lower);
    if (target.upper) yardstick.upper = Ratio(*target.upper);
    if (target.value)
        yardstick.goal.aim = target.value;
    else if (target.lower && target.upper)
        yardstick.goal.aim = (Ratio(*target.lower).plus(*target.upper)).scaled(1, 2).rounded();
    else
        yardstick.goal.aim = target.lower ? target.lower : target.upper;
}

// If the best is in the middle, lower and upper say how far from it is still good.
void set_value(Yardstick& yardstick, const Measure& measure, const Target& target) {
    const Side side = good_side(measure.polarity);
    if (target.value) set_bound(yardstick, side, Ratio(*target.value));
    if (side == Side::exactly && (target.lower || target.upper)) set_range(yardstick, target);
}

// "5% above", "2 points below".
std::string change_in_words(const Measure& measure, const Target& target) {
    const bool falls = *target.value < Decimal{};
    std::string size = target.kind == TargetKind::change_percent ? print(target.value->abs()) + "%"
                                                                 : show_difference(measure, target.value->abs());
    if (size.starts_with('+')) size.erase(0, 1);
    return target.value->is_zero() ? "the same as" : size + (falls ? " below" : " above");
}

// Why there is nothing to count from.
std::string why_missing(const Amount& amount) {
    return amount.gap == GapReason::suppressed ? "which is suppressed" : "which is not known yet";
}

// A change is judged the good way; where no way is better in itself, the way of the change.
void set_change(Yardstick& yardstick, const Measure& measure, const Target& target, const Comparators& comparators) {
    if (!target.value) {
        yardstick.why_none = "the target is a change, but does not say by how much";
        return;
    }
    const Baseline from = comparators.baseline();
    if (!from.figure.number) {
        const std::string why = from.period + ", " + why_missing(from.figure);
        if (yardstick.goal.words.empty()) yardstick.goal.words = change_in_words(measure, target) + " " + why;
        yardstick.why_none = "the target is set from the figure of " + why;
        return;
    }
    const Ratio baseline = *from.figure.number;
    const Side good = good_side(measure.polarity);
    const Side changed = *target.value < Decimal{} ? Side::at_most : Side::at_least;
    set_bound(yardstick, good == Side::at_least || good == Side::at_most ? good : changed,
              target.kind == TargetKind::change ? baseline.plus(*target.value) : baseline.plus_percent(*target.value));
}

void set_last_year(Yardstick& yardstick, const Measure& measure, const Comparators& comparators) {
    const Amount last_year = comparators.last_year();
    yardstick.goal.strict = true; // the same is not better
    if (!last_year.number)
        yardstick.why_none = last_year.gap == GapReason::suppressed ? "last year’s figure is suppressed"
                                                                    : "no figure of last year to be better than";
    else if (good_side(measure.polarity) == Side::exactly)
        yardstick.why_none = "better than last year has no bound where the best is neither the most nor the least";
    else
        set_bound(yardstick, good_side(measure.polarity), *last_year.number);
}

// Competition rank r of n is in quartile floor((r − 1) × 4 ÷ n) + 1, so quartile q contains the ranks up to ⌈q × n ÷ 4⌉: the
// figure at that rank is the least that is enough. 20 authorities: the top quartile is ranks 1 to 5.
void set_peers(Yardstick& yardstick, const Measure& measure, const Target& target, const Comparators& comparators) {
    std::vector<Ratio> peers = comparators.peers();
    const Side side = good_side(measure.polarity);
    if (side == Side::at_least)
        std::ranges::sort(peers, std::ranges::greater{});
    else
        std::ranges::sort(peers);
    if (peers.size() < 4) {
        yardstick.why_none = target.peers.empty() ? "fewer than four areas of its kind have a figure"
                             : peers.empty()      ? "there are no peers named “" + target.peers + "”"
                                                  : "fewer than four of its peers have a figure";
        return;
    }
    if (side == Side::exactly || !target.value) {
        yardstick.why_none = side == Side::exactly ? "a quartile needs a measure where higher or lower is good"
                                                   : "the target names no quartile";
        return;
    }
    const auto quartile =
        static_cast<std::size_t>(std::clamp<std::int64_t>(target.value->millionths() / Decimal::scale, 1, 4));
    set_bound(yardstick, side, peers[(quartile * peers.size() + 3) / 4 - 1]);
}

void set_bounds(Yardstick& yardstick, const Measure& measure, const Target& target, const Comparators& comparators) {
    switch (target.kind) {
    case TargetKind::value: return set_value(yardstick, measure, target);
    case TargetKind::floor:
        if (const auto& bound = target.value ? target.value : target.lower)
            set_bound(yardstick, Side::at_least, Ratio(*bound));
        return;
    case TargetKind::ceiling:
        if (const auto& bound = target.value ? target.value : target.upper)
            set_bound(yardstick, Side::at_most, Ratio(*bound));
        return;
    case TargetKind::range: return set_range(yardstick, target);
    case TargetKind::change:
    case TargetKind::change_percent: return set_change(yardstick, measure, target, comparators);
    case TargetKind::better_than_last_year: return set_last_year(yardstick, measure, comparators);
    case TargetKind::peer_quartile: return set_peers(yardstick, measure, target, comparators);
    case TargetKind::words: yardstick.why_none = "the target is in words, to be judged by a person"; return;
    case TargetKind::none_yet: yardstick.why_none = "no target yet"; return;
    }
}

// The numbers people see, rounded from the exact ones.
void print_bounds(Yardstick& yardstick) {
    Goal& goal = yardstick.goal;
    goal.lower = yardstick.lower ? std::optional(yardstick.lower->rounded()) : std::nullopt;
    goal.upper = yardstick.upper ? std::optional(yardstick.upper->rounded()) : std::nullopt;
    if (yardstick.aim) goal.aim = yardstick.aim->rounded();
}

} // namespace

Yardstick yardstick_of(const Measure& measure, const Target& target, const Comparators& comparators) {
    Yardstick yardstick;
    Goal& goal = yardstick.goal;
    goal.strict = target.strict;
    goal.kind = target.kind;
    goal.role = target.role;
    goal.period = target.period;
    goal.words = target.words;
    goal.state = target.state;
    goal.reason = target.reason;
    goal.set_on = target.set_on;
    goal.from = target.from;
    set_bounds(yardstick, measure, target, comparators);
    if (measure.polarity == Polarity::middle && goal.aim) yardstick.aim = Ratio(*goal.aim);
    if (target.state != TargetState::in_force) {
        yardstick.lower.reset();
        yardstick.upper.reset();
        yardstick.why_none =
            target.state == TargetState::suspended ? "the target is suspended" : "the target is withdrawn";
        if (!target.reason.empty()) yardstick.why_none += ": " + target.reason;
    }
    if (!yardstick.has_bound() && yardstick.why_none.empty()) yardstick.why_none = "no target";
    print_bounds(yardstick);
    return yardstick;
}

Yardstick yardstick_at(const Measure& measure, Period period, const Ratio& target) {
    Yardstick yardstick;
    yardstick.goal.role = TargetRole::profile;
    yardstick.goal.period = period;
    set_bound(yardstick, good_side(measure.polarity), target);
    if (measure.polarity == Polarity::middle) yardstick.aim = target;
    print_bounds(yardstick);
    return yardstick;
}

void shift(Yardstick& yardstick, const Ratio& by) {
    for (auto* bound : {&yardstick.lower, &yardstick.upper, &yardstick.aim})
        if (*bound) *bound = **bound + by;
    if (yardstick.goal.aim) yardstick.goal.aim = (Ratio(*yardstick.goal.aim) + by).rounded();
    print_bounds(yardstick);
}

void take_share(Yardstick& yardstick, int position, int positions) {
    for (auto* bound : {&yardstick.lower, &yardstick.upper, &yardstick.aim})
        if (*bound) *bound = (*bound)->scaled(position, positions);
    if (yardstick.goal.aim) yardstick.goal.aim = Ratio(*yardstick.goal.aim).scaled(position, positions).rounded();
    yardstick.goal.role = TargetRole::profile;
    print_bounds(yardstick);
}

} // namespace qd::inline engine
