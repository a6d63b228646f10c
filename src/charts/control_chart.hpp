#pragma once

#include "charts/chart.hpp"
#include "charts/plot.hpp"
#include "charts/tone.hpp"
#include "domain/cell.hpp"
#include "domain/measure.hpp"
#include "domain/reading.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd::inline charts {

// Why a point is more than chance.
enum class Cause {
    none,
    beyond_limit, // outside the limits
    trend,        // a run of steps the same way
    near_limit,   // two of three in the outer third
    shift,        // a run on one side of the mean
};

struct ControlPoint {
    std::string label; // "2012/13 quarter 3"
    AxisTick axis;
    Cell value;
    Cause cause = Cause::none;
    Tone tone = Tone::usual;
};

struct ControlLines {
    Decimal mean, lower, upper, near_lower, near_upper;
};

// A run of points with the same mean and limits. The first starts at point 0; each later one is a rebase.
struct ControlSegment {
    std::size_t first = 0;
    std::optional<ControlLines> lines; // none where there are too few points for them, or too little spread
    enum class Standing { usable, trial } standing = Standing::usable;
    std::string reason;         // why the limits restart here; empty for the first
    std::string why_no_lines{}; // as a sentence, where it is not that there are too few points
};

// What the limits make of the target.
enum class Prospect {
    none,      // no target, or no way that is good
    met,       // the limits are wholly on its good side
    missed,    // wholly on its bad side
    by_chance, // they contain it
    unsettled, // they say nothing of what is to come, since the last points break them
};

struct ControlInput {
    std::string prefix;  // of ids; unique in the document
    std::string title;   // "Self directed support"
    std::string subject; // "Percentage with a personal budget, each month"
    std::vector<ControlPoint> points;
    std::vector<ControlSegment> segments; // at least one, and one with lines
    std::size_t baseline = 0;             // lines follow from the first so many points of a segment; 0 = from all
    std::optional<Decimal> target;
    Prospect prospect = Prospect::none;
    std::string caution;                // to be said at the end; a sentence or nothing
    std::string unsettled;              // what there is to say where the prospect is unsettled
    Bearing bearing = Bearing::unknown; // rising or falling by a trend that the limits do not show yet
    Polarity polarity = Polarity::higher;
    std::string period_word = "quarter"; // of one point
    std::optional<Decimal> floor;        // no value can be below: 0 for counts and percentages
    std::optional<Decimal> ceiling;      // nor above: 100 for percentages
    ShowValue show;                      // a value: "84.5%"
    ShowValue show_set;                  // a target: "95%"
    ShowValue show_tick;                 // on the scale: "80"
};

// What the last point says, without a full stop: "Special cause: improving".
std::string variation_words(const ControlInput& input);
// The rest of it: "The last seven quarters are above the mean; the target of 86% is within the limits, …."
std::string control_reason(const ControlInput& input);
// Both: "Special cause: improving. The last seven quarters are above the mean; the target of 86% is within the limits, so it
// will be hit or missed by chance."
std::string control_sentence(const ControlInput& input);

// Values as points over the band of their limits and around their mean; points that are more than chance by colour and
// shape. Throws Error(request) without a number or without any limits.
Chart control_chart(const ControlInput& input);

// The two round icons, 44 × 44, with a text alternative of their own.
// Variation: which way the last point speaks (H, L) and in what tone; usual = ordinary variation.
enum class Lean { none, high, low };
std::string variation_icon(Tone tone, Lean lean, std::string_view words, std::string_view id);
// Assurance: T of a target that is always met, missed or hit by chance; "" for none, and where nothing can be relied on.
std::string assurance_icon(Prospect prospect, std::string_view words, std::string_view id);

} // namespace qd::inline charts
