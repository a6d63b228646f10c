#pragma once

#include "domain/calendar.hpp"
#include "domain/measure.hpp"
#include "domain/reading.hpp"

#include <string>

namespace qd::cli {

// "2,723 at the end of 2012/13, 2,650 to 2,790 in 95 of 100 cases, from so far, and the rest of last year. …", or "none. " and why.
std::string outturn_words(const Measure& measure, const Calendar& calendar, const Reading& reading);

} // namespace qd::cli
