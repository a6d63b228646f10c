#include "web/report_parts.hpp"

#include "base/error.hpp"

namespace qd::web {

std::string report_body(const std::string& html) {
    const std::size_t tag = html.find("<main");
    const std::size_t start = tag == std::string::npos ? tag : html.find('>', tag);
    const std::size_t end = html.rfind("</main>");
    if (start == std::string::npos || end == std::string::npos || end < start)
        throw Error(Fault::outage, "The report has no <main> part to show inside a page.");
    return html.substr(start + 1, end - start - 1);
}

} // namespace qd::web
