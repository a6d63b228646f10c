#pragma once

#include "charts/chart.hpp"
#include "domain/cell.hpp"
#include "domain/measure.hpp"
#include "domain/reading.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline charts {

// One position on the time axis. Positions still to come are points too, with the gap reason not_due.
struct TrendPoint {
    std::string label; // "2012/13 quarter 3": in words, for the table and the summary
    std::string tick;  // "Q3": under the axis
    std::string group; // "2012/13": below a run of ticks; empty = none
    Cell value;
    std::optional<Decimal> target; // what this point is judged against: a profile's position, or the year's target
    std::optional<Decimal> target_upper;                  // the upper edge, where `target` is the lower edge of a range
    enum class Line { joined, anew } line = Line::joined; // anew: a count starts again, so there is no line to here
};

struct TrendInput {
    std::string prefix;                 // of ids; unique in the document
    std::string title;                  // "Self directed support: people with a personal budget"
    std::string subject;                // "Percentage with a personal budget, rolling year"
    std::vector<TrendPoint> points;     // oldest first
    std::string target_word = "target"; // what the points' targets are: "profile" or "target"
    std::optional<Decimal> year_end;    // the year's target, at the last point
    std::optional<Decimal> forecast;    // what the officer expects, at the last point
    std::optional<Decimal> ceiling;     // no scale above this: 100 for percentages
    Polarity polarity = Polarity::higher;
    Bearing bearing = Bearing::unknown; // of the measure's own figures: the only direction that is put into words
    bool has_last_step = true;          // whether the last point may be compared with the one before it
    enum class Points { apart, built_up } kind = Points::apart; // built_up: each includes those before it, so all go up
    std::function<std::string(Decimal)> show;                   // a value: "84.5%"
    std::function<std::string(Decimal)> show_set;        // a target or forecast, which people set: "95%"; empty = show
    std::function<std::string(Decimal)> show_difference; // a difference with its sign: "+5.5 points"
    std::function<std::string(Decimal)> show_tick;       // a value on the scale, short: "80"
};

// A target or forecast in words.
std::string show_set(const TrendInput& input, Decimal value);

// A figure over time: solid line = what happened (gaps break it), dotted = target or profile, dashed to an open plum
// diamond = what the officer expects. Lines are labelled where they end. Throws Error(request) without points.
Chart trend_chart(const TrendInput& input);

// "Rising, but 5.5 points behind the profile": where the measure is going, by its bearing. If none is known, the step from
// the previous figure as a fact ("Up 2.4 points on the figure before, but …"), never as a direction: two figures make none.
std::string trend_headline(const TrendInput& input);
std::string trend_summary(const TrendInput& input);
ChartTable trend_table(const TrendInput& input);

} // namespace qd::inline charts
