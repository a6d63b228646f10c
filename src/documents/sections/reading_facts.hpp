#pragma once

#include "charts/tone.hpp"
#include "domain/content.hpp"
#include "domain/reading.hpp"

#include <optional>
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

// Interval, comparison with the area around, recent trend, place. What needs other areas is left out where there are none.
std::vector<ReadingFact> reading_facts(const Content& content, const Measure& measure, const Reading& reading);

// What computation expects of the year end: "88.3% (86.3% to 90.4%); meeting the target is unlikely, below 1 in 100".
// Absent where nothing is computed.
std::optional<ReadingFact> outturn_fact(const Measure& measure, const Reading& reading);

} // namespace qd::inline documents
