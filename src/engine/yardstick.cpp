#include "engine/yardstick.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

using Measured = Condition::Measured;

Truth truth(bool holds) { return holds ? Truth::yes : Truth::no; }

Ratio moved(const Ratio& bound, Measured measured, Decimal by) {
    return measured == Measured::percent ? bound.plus_percent(by) : bound.plus(by);
}

// How far outside lower..upper a figure is.
Ratio distance_outside(const Yardstick& yardstick, const Ratio& figure) {
    if (yardstick.lower && figure < *yardstick.lower) return figure.distance(*yardstick.lower);
    if (yardstick.upper && figure > *yardstick.upper) return figure.distance(*yardstick.upper);
    return {};
}

} // namespace

Truth meets(const Yardstick& yardstick, const Ratio& figure) {
    if (!yardstick.has_bound()) return Truth::unknown;
    const bool strict = yardstick.goal.strict;
    const bool reaches = !yardstick.lower || (strict ? figure > *yardstick.lower : figure >= *yardstick.lower);
    const bool stays = !yardstick.upper || (strict ? figure < *yardstick.upper : figure <= *yardstick.upper);
    return truth(reaches && stays);
}

Truth is_within(const Yardstick& yardstick, const Ratio& figure, Measured measured, Decimal margin) {
    if (!yardstick.has_bound()) return Truth::unknown;
    return truth((!yardstick.lower || figure >= moved(*yardstick.lower, measured, -margin)) &&
                 (!yardstick.upper || figure <= moved(*yardstick.upper, measured, margin)));
}

Truth beats(const Yardstick& yardstick, const Ratio& figure, Measured measured, Decimal margin) {
    if (!yardstick.has_bound()) return Truth::unknown;
    if (yardstick.lower && yardstick.upper) return Truth::no;
    return truth(yardstick.lower ? figure >= moved(*yardstick.lower, measured, margin)
                                 : figure <= moved(*yardstick.upper, measured, -margin));
}

std::optional<std::strong_ordering> compare_goodness(Polarity polarity, const Yardstick& yardstick, const Ratio& figure,
                                                     const Ratio& other) {
    switch (polarity) {
    case Polarity::higher: return figure <=> other;
    case Polarity::lower: return other <=> figure;
    case Polarity::range:
        if (!yardstick.has_bound()) return {};
        return distance_outside(yardstick, other) <=> distance_outside(yardstick, figure);
    case Polarity::middle:
        if (!yardstick.aim) return {};
        return other.distance(*yardstick.aim) <=> figure.distance(*yardstick.aim);
    case Polarity::none: break;
    }
    return {};
}

} // namespace qd::inline engine
