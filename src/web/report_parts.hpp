#pragma once

#include "domain/paper.hpp"
#include "web/visit.hpp"

#include <string>

namespace qd::web {

// What is between <main …> and </main> of a self-contained report, to be shown inside a page. Error(outage) if the
// report has no such part.
std::string report_body(const std::string& html);

// The page of the report that a paper frames, in its period; "" where no report definition is of that name.
std::string report_page(const Visit& visit, const Paper& paper);

} // namespace qd::web
