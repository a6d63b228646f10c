#pragma once

#include "charts/tone.hpp"
#include "domain/reading.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

namespace qd::web {

// The id of a tone's shape among the symbols of every page.
std::string_view tone_shape_id(Tone tone);
// A signal as shape and word: "Improving", "No signal". Where a measure is not charted the word is empty.
Fields signal_tag(const Signal& signal);

// The section "What the figures say": sentence, icons, control chart, or why there is none. Absent for a measure without
// any figure.
void add_statistics(Fields& fields, const Visit& visit, const Measure& measure, const Series& series);

} // namespace qd::web
