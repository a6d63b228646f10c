#pragma once

#include "charts/chart.hpp"
#include "charts/plot.hpp"
#include "domain/cell.hpp"
#include "domain/measure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd::inline charts {

// A period, past or still to come.
struct FanPoint {
    std::string label; // "2012/13 quarter 4"
    AxisTick axis;
    Cell value;                                           // what happened; not_due where it is still to come
    std::optional<Decimal> expected, lower, upper;        // the computed forecast with its interval
    enum class Line { joined, anew } line = Line::joined; // anew: a count starts again, so there is no line to here
};

struct FanInput {
    std::string prefix;                // of ids; unique in the document
    std::string title;                 // "Self directed support"
    std::string subject;               // "Percentage with a personal budget, rolling year"
    std::vector<FanPoint> points;      // oldest first; the last is the year end and has a computed forecast
    std::optional<Decimal> target;     // for the year end
    std::optional<Decimal> officer;    // what the officer expects of it
    std::optional<double> probability; // of meeting the target
    int level = 95;                    // of the interval, in per cent
    std::string method;                // "damped trend"; empty = not named
    Polarity polarity = Polarity::higher;
    std::optional<Decimal> ceiling; // no scale above this
    ShowValue show, show_set, show_tick;
};

// How likely, in words: "likely", "probable", "too close to call", "improbable", "unlikely".
std::string chance_words(double probability);
// "72 in 100", "below 1 in 100", "above 99 in 100".
std::string chance_number(double probability);
// "The computed forecast is 88.3%, and 86.3% to 90.4% in 95 of 100 cases. The chance of meeting 95% is below 1 in 100."
std::string fan_summary(const FanInput& input);

// Solid = what happened; a wash that opens towards the year end = what the computation expects, dashed in its middle; an
// open plum diamond = what the officer expects; dotted = target. Throws Error(request) without a forecast at the end.
Chart forecast_fan(const FanInput& input);

} // namespace qd::inline charts
