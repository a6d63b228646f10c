#pragma once

#include "charts/tone.hpp"
#include "documents/document.hpp"
#include "domain/content.hpp"
#include "domain/reading.hpp"

#include <string>
#include <vector>

namespace qd::inline documents {

// One thing that statistics say of a figure, in words; or why they do not say it.
struct ReadingFact {
    std::string term;  // "95% interval"
    std::string words; // "81.6% to 84.4%"
    Tone tone = Tone::usual;
    enum class Kind { said, not_said } kind = Kind::said;
};

// Interval, recent trend, comparison with the areas around it and with its neighbours, place. What needs other areas is left out
// where there are none.
std::vector<ReadingFact> reading_facts(const Content& content, const Measure& measure, const Reading& reading);

// What it takes to meet the target: "To meet the target, each remaining quarter must come to 1,250."; "" where nothing is.
std::string required_words(const Measure& measure, const OutturnReading& outturn);
// "Made from 12 figures, damped trend; chosen by 7 forecasts of its own past."
std::string made_from_words(const OutturnReading& outturn);
// "Unlikely: below 1 in 100"; "" where there is no chance to give.
std::string chance_of_target(const OutturnReading& outturn);

// All that statistics say, a line each: the computed forecast, the signal of the control chart, and the facts above; with why
// something cannot be said, or without it.
enum class Unsaid { explained, left_out };
void add_statistics(Definitions& facts, const Content& content, const Measure& measure, const Reading& reading,
                    Unsaid unsaid);

} // namespace qd::inline documents
