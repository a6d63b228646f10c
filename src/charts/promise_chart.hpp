#pragma once

#include "charts/chart.hpp"
#include "charts/plot.hpp"
#include "domain/measure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd::inline charts {

// A period, past or still to come.
struct PromisePoint {
    std::string label; // "2012/13 quarter 4"
    AxisTick axis;
    std::optional<Decimal> promised, eased, actual, later;
};

// What was promised, period by period, and what came of it: a programme's profile and what it delivered, a recovery plan's
// trajectory and its measure.
struct PromiseInput {
    std::string prefix;               // of ids; unique in the document
    std::string title;                // "Young people in work"
    std::string subject;              // "Young people, from the start of the programme"
    std::vector<PromisePoint> points; // oldest first, at even steps
    std::string promised = "Profile", actual = "Delivered";
    std::string eased; // of another promise beside it: "Expected after a lag of 13 weeks"; empty = there is none
    std::string later; // of a step after the actual: "Evidenced"; empty = there is none
    Polarity polarity = Polarity::higher;
    std::optional<Decimal> ceiling; // no scale above this
    ShowValue show, show_difference, show_tick;
};

// For the last period in which both are known: "Delivered 262, 18 behind the profile of 280".
std::string promise_headline(const PromiseInput& input);
std::string promise_summary(const PromiseInput& input);

// Solid = what came, dotted = what was promised, a wash between them where it is behind, dashed = the other promise, a thin
// line = the later step. Throws Error(request) without a promise, or without a result.
Chart promise_chart(const PromiseInput& input);

} // namespace qd::inline charts
