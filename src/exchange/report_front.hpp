#pragma once

#include "base/complaint.hpp"
#include "domain/issue.hpp"
#include "domain/period.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// A report definition, its front matter understood.
struct ReportFront {
    enum class Kind { report, part } kind = Kind::report; // a part is there to be included
    std::string title;                                    // may contain placeholders
    std::string summary;                                  // one line, for lists of reports
    std::string paper;                                    // the papers that frame it: those of this report
    std::vector<std::string> needs;                       // what has to be there for it: "measures", "priorities"
    std::optional<Grain> grain;                           // of the periods it is for; none = any
    std::map<std::string, std::string> parameters;        // their usual values
    std::string body;                                     // Markdown with placeholders
    std::size_t first_line = 1;                           // of the body, in the file
};

// Every complaint at once; `file` is how they name it.
tl::expected<ReportFront, Complaints> parse_report_front(const ReportDefinition& definition, const std::string& file);

} // namespace qd::inline exchange
