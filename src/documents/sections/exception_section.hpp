#pragma once

#include "documents/document.hpp"
#include "documents/figure_numbers.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/reading.hpp"

#include <string>

namespace qd::inline documents {

// One measure that is off target, in full: judgement, chart, facts, commentary, recovery plan. `series` and `reading` may be
// null.
Section exception_section(const Content& content, const Figure& figure, const Series* series, const Reading* reading,
                          std::size_t place, Instant as_at, FigureNumbers& numbers);

std::string measure_id(const MeasureCode& code); // of its section: "measure-ASC1"

} // namespace qd::inline documents
