#include "domain/reading.hpp"

#include "base/text.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace qd {
namespace {

std::string word_of(Grain grain) {
    return grain == Grain::half ? "half-year" : grain == Grain::academic_year ? "school year" : spoken(print(grain));
}

std::string number_words(Decimal value) {
    const Decimal shown = value.rounded(1);
    return print_grouped(shown, shown == shown.rounded(0) ? 0 : 1);
}

std::string steps_words(const BetweenReading& between, Decimal steps) {
    const std::string one = between.step == BetweenReading::Step::days ? "day" : word_of(between.grain);
    return number_words(steps) + " " + one + (steps.rounded(1) == Decimal(1) ? "" : "s");
}

// The last five: "13, 11 and 0 months".
std::string last_steps_words(const BetweenReading& between) {
    const std::size_t count = between.steps.size(), first = count - std::min<std::size_t>(5, count);
    std::string text;
    for (std::size_t i = first; i + 1 < count; ++i)
        text += number_words(between.steps[i]) + (i + 2 < count ? ", " : " and ");
    return text + steps_words(between, between.steps.back());
}

std::string limits_words(const BetweenReading& between) {
    if (!between.mean || !between.lower || !between.upper)
        return " Limits need at least " + std::to_string(fewest_points) + " such steps.";
    std::string text = between.standing == Standing::trial ? " Trial limits" : " Limits";
    text += " for that, " + number_words(*between.lower) + " to " + steps_words(between, *between.upper) +
            " around a mean of " + steps_words(between, *between.mean) + " (" +
            (between.step == BetweenReading::Step::days ? "t chart" : "g chart") + ")";
    const Decimal last = between.steps.back();
    if (between.since && *between.since > *between.upper)
        return text + ": going so long without one is more than chance explains.";
    if (last > *between.upper) return text + ": the last step was longer than chance explains.";
    if (last < *between.lower) return text + ": the last step was shorter than chance explains.";
    return text + ": the last step is within them.";
}

} // namespace

Good good_of(Polarity polarity) {
    if (polarity == Polarity::higher) return Good::higher;
    return polarity == Polarity::lower ? Good::lower : Good::neither;
}

std::string_view print(PeerKind kind) {
    switch (kind) {
    case PeerKind::siblings: return "siblings";
    case PeerKind::listed_neighbours: return "listed_neighbours";
    case PeerKind::computed_neighbours: return "computed_neighbours";
    }
    return "";
}

std::string_view print(Bearing bearing) {
    switch (bearing) {
    case Bearing::unknown: return "unknown";
    case Bearing::steady: return "steady";
    case Bearing::rising: return "rising";
    case Bearing::falling: return "falling";
    case Bearing::higher: return "higher";
    case Bearing::lower: return "lower";
    }
    return "";
}

int way_of(Bearing bearing) {
    switch (bearing) {
    case Bearing::rising:
    case Bearing::higher: return 1;
    case Bearing::falling:
    case Bearing::lower: return -1;
    case Bearing::unknown:
    case Bearing::steady: break;
    }
    return 0;
}

Bearing bearing_of(const OrWhy<ChartReading>& chart, Trend trend) {
    const Bearing by_trend = trend == Trend::rising    ? Bearing::rising
                             : trend == Trend::falling ? Bearing::falling
                             : trend == Trend::level   ? Bearing::steady
                                                       : Bearing::unknown;
    if (!chart || chart->points.empty() || chart->signal.variation == Variation::none) return by_trend;
    switch (chart->points.back().rule) {
    case PointRule::rising: return Bearing::rising;
    case PointRule::falling: return Bearing::falling;
    default: break;
    }
    if (chart->signal.side == Side::high) return Bearing::higher;
    if (chart->signal.side == Side::low) return Bearing::lower;
    const bool is_trial = chart->segments.back().standing == Standing::trial;
    return is_trial && by_trend != Bearing::unknown ? by_trend : Bearing::steady;
}

std::string unsettled_words(const ChartReading& chart, const std::string& target) {
    if (chart.assurance != Assurance::unsettled || !chart.target) return "";
    const ChartLines& lines = chart.segments.back().lines.value();
    const std::string where = *chart.target > lines.upper   ? "the limits are below the target of " + target
                              : *chart.target < lines.lower ? "the limits are above the target of " + target
                                                            : "the target of " + target + " is within the limits";
    switch (chart.points.back().rule) {
    case PointRule::above_limit:
    case PointRule::below_limit: return where + ", but the last figure is beyond them: something has changed";
    case PointRule::common_cause:
        return where + ", but one of the last three figures is beyond them: something may have changed";
    default: break;
    }
    return where + ", but the last figures are no longer what they were: something is changing";
}

std::string between_words(const BetweenReading& between) {
    const std::string grain = word_of(between.grain);
    std::string text = std::to_string(between.events) + " in " + plural(between.periods, grain, grain + "s");
    if (!between.since) return text + ".";
    text += between.steps.empty() ? ": " : ": " + last_steps_words(between) + " from one to the next, and ";
    text += (between.since->is_zero() ? std::string("the last was in the last ") + grain
                                      : steps_words(between, *between.since) + " since the last");
    return text + "." + (between.steps.empty() ? "" : limits_words(between));
}

std::string trend_words(const Reading& reading, Polarity polarity) {
    const int way = way_of(reading.bearing);
    switch (reading.trend) {
    case Trend::not_tested: return "";
    case Trend::level: return way == 0 ? label(reading.trend) : "no further change in the last five";
    case Trend::rising:
    case Trend::falling: break;
    }
    const int tested = reading.trend == Trend::rising ? 1 : -1;
    if (way == tested) return label(reading.trend, good_of(polarity));
    return way == 0 ? "no more than its usual ups and downs" : "no trend beyond the change that the chart shows";
}

} // namespace qd
