#pragma once

#include "service/snapshot.hpp"

#include <string>
#include <vector>

namespace qd::inline service {

// The reports that can be made: {"scorecard", "Corporate scorecard with recovery plans"}, …
struct ReportKind {
    std::string name, title;
};
const std::vector<ReportKind>& report_kinds();

// One report as a self-contained HTML file. Error(absent) for an unknown name.
std::string report_html(const Snapshot& snapshot, const std::string& name, const View& view);

} // namespace qd::inline service
