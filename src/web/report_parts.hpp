#pragma once

#include <string>

namespace qd::web {

// What stands between <main …> and </main> of a self-contained report, to be shown inside a page. Error(outage) if the
// report has no such part.
std::string report_body(const std::string& html);

} // namespace qd::web
