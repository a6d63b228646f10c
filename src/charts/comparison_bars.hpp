#pragma once

#include "charts/chart.hpp"
#include "charts/plot.hpp"
#include "charts/tone.hpp"
#include "domain/cell.hpp"
#include "domain/measure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd::inline charts {

// One area compared with others, with what chance leaves open.
struct ComparedArea {
    std::string name;
    Cell value;
    std::optional<Decimal> lower, upper; // its interval
    std::optional<Tone> tone;            // against the reference; none = not compared
    enum class Kind { other, own } kind = Kind::other;
};

struct ComparisonInput {
    std::string prefix;              // of ids; unique in the document
    std::string title;               // "Self directed support in the districts of Lancashire"
    std::string subject;             // "Percentage with a personal budget, 2012/13 quarter 3"
    std::vector<ComparedArea> areas; // in any order; at most one own
    std::optional<Decimal> reference;
    std::string reference_name; // "Lancashire"
    int level = 95;             // of the intervals, in per cent
    Polarity polarity = Polarity::higher;
    std::optional<Decimal> ceiling;
    ShowValue show, show_tick;
};

// Best first; where neither end is good, largest first. Those without a number last, by name.
std::vector<ComparedArea> in_order(const ComparisonInput& input);
// "Of 12 areas, 2 are better than Lancashire, 3 worse and 7 not different from it": what may be said beyond chance.
std::string comparison_headline(const ComparisonInput& input);
// Of one of those areas: "better", "worse", "not different", "higher", "lower", "not compared".
std::string comparison_words(const ComparisonInput& input, const ComparedArea& area);
std::vector<KeyEntry> comparison_key(const ComparisonInput& input);

// A bar from zero for each area with its interval as a line, and the reference as a dotted line through all; how
// it compares is shown by colour and shape. For as many areas as can be read one below the other (up to about 40).
// Throws Error(request) without a single number.
Chart comparison_bars(const ComparisonInput& input);

} // namespace qd::inline charts
