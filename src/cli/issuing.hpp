#pragma once

#include "cli/call.hpp"
#include "cli/options.hpp"
#include "reports/report.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace qd::cli {

// What `report` is asked for.
struct ReportOptions {
    ViewOptions view;
    std::string name, format, out, reference, by, explanations;
    std::vector<std::string> parameters; // NAME=VALUE
    std::vector<std::int64_t> compare;   // two numbers, or none
    bool issue = false, placeholders = false;
};

std::optional<Looks> looks_of(const ReportOptions& options, DocumentFormat format);
ReportParameters parameters_of(const ReportOptions& options);
void tell_of_text(Call& call, const Findings& findings); // what a report's own text claims, where that needs a look
void refuse_report(Call& call, const Findings& findings, const std::string& end); // exit code 1

void issue_one(Call& call, const ReportOptions& options);   // --issue
void compare_two(Call& call, const ReportOptions& options); // --compare

} // namespace qd::cli
