#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/reading.hpp"
#include "exchange/json/writer.hpp"

#include <vector>

namespace qd::inline exchange {

// The keys of a reading, into an object that is open.
void write_reading(JsonWriter& json, const Calendar& calendar, const Reading& reading);

// What the chart says about each figure of the series, on its own; none for figures it does not include.
std::vector<Signal> signals_of(const Measure& measure, const Series& series, const Reading& reading);

} // namespace qd::inline exchange
