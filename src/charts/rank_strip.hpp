#pragma once

#include "charts/chart.hpp"
#include "domain/measure.hpp"

#include <string>

namespace qd::inline charts {

struct RankInput {
    std::string prefix;            // of ids; unique in the document
    std::string title;             // "Self directed support among the districts of Lancashire"
    std::string subject;           // "Percentage with a personal budget, 2012/13 quarter 3"
    std::string name;              // the own area's
    std::string value;             // its figure, as people read it
    std::size_t place = 0, of = 0; // 1 is best; places of those with a figure
    std::size_t sharing = 0;       // how many others have the same place
    std::size_t missing = 0;       // areas without a figure
    int quarter = 0;               // 1 best … 4; 0 = not distinguished
    Polarity polarity = Polarity::higher;
};

// "Burnley is third of 12, in the best quarter".
std::string rank_words(const RankInput& input);

// A strip of places from best to worst, divided into quarters, with the own place marked and named.
// Throws Error(request) without a place.
Chart rank_strip(const RankInput& input);

} // namespace qd::inline charts
