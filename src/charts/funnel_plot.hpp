#pragma once

#include "charts/chart.hpp"
#include "charts/plot.hpp"
#include "charts/tone.hpp"
#include "domain/measure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd::inline charts {

struct FunnelArea {
    std::string name;
    Decimal size; // the denominator
    Decimal value;
    Tone tone = Tone::usual; // beyond the inner limits, by which way is good: as comparison bars show the same area
    enum class Beyond { neither, inner, outer } beyond = Beyond::neither;
    enum class Kind { other, own } kind = Kind::other;
};

// The limits at one size.
struct FunnelLimits {
    Decimal size;
    Decimal inner_lower, inner_upper; // 95 %
    Decimal outer_lower, outer_upper; // 99.8 %
};

struct FunnelInput {
    std::string prefix;  // of ids; unique in the document
    std::string title;   // "Self directed support in the districts of Lancashire"
    std::string subject; // "Percentage with a personal budget by number of people"
    std::vector<FunnelArea> areas;
    std::vector<FunnelLimits> limits; // by size, ascending; at least two
    Decimal reference;
    std::string reference_name; // "Lancashire"
    std::string size_words;     // "people who could have one"
    Polarity polarity = Polarity::higher;
    std::optional<Decimal> ceiling;
    ShowValue show, show_tick, show_size;
};

// Areas as points by size, between the limits of chance for an area of that size. Those outside the inner
// limits stand out by colour and shape; those outside the outer ones are named as long as there is room, and so is the own area.
// Throws Error(request) without an area or with fewer than two limits.
Chart funnel_plot(const FunnelInput& input);

} // namespace qd::inline charts
