#pragma once

#include "charts/forecast_fan.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/outturn.hpp"

#include <string>

namespace qd::inline documents {

// The way to the year end as it is drawn: the last two years of the series up to `figure`'s period, and what computation
// expects of the periods still to come. `prefix` makes ids unique in the document.
FanInput measure_fan(const Content& content, const Measure& measure, const Series& series, const Figure& figure,
                     const OutturnReading& outturn, const std::string& prefix);

} // namespace qd::inline documents
