#pragma once

#include "domain/content.hpp"
#include "exchange/report_front.hpp"

#include <string>
#include <vector>

namespace qd::inline reports {

// A report definition that can be used: the council's own, or the one supplied under that name.
struct Layout {
    ReportDefinition definition;
    std::string origin; // "council" or "supplied"
    std::string file;   // "reports/scorecard.md"; how findings name it
    ReportFront front;
};

// The definitions compiled into the program, by name.
const std::vector<ReportDefinition>& supplied_definitions();

// null = none of that name. Error(request) where its front matter cannot be understood.
std::optional<Layout> find_layout(const Content& content, const std::string& name);

// Of the kind report, the supplied ones first.
std::vector<Layout> report_layouts(const Content& content);

} // namespace qd::inline reports
