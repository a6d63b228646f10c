#pragma once

#include "documents/document.hpp"
#include "documents/sections/exception_section.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/finding.hpp"
#include "domain/paper.hpp"
#include "domain/reading.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd::inline documents {

struct ScorecardReportInput {
    const Content& content; // has to outlive the call only
    Scorecard now;
    std::optional<Scorecard> before; // of the period before; none = the section on changes is left out
    std::vector<Series> series;      // in the same area; only those of measures off target are drawn
    std::vector<Reading> readings;   // of measures off target; one that is not here is shown without statistics
    Findings findings;
    std::optional<Paper> paper; // none = without the frame of a committee paper
    Instant as_at;
    std::string program_version;
};

// Its parts, as report definitions call for them.
Blocks scorecard_summary(const ScorecardReportInput& input, FigureNumbers& numbers); // headline, plans, now and outlook
Blocks exceptions_part(const ScorecardReportInput& input, FigureNumbers& numbers);   // in a table, then each in full
Blocks changes_part(const ScorecardReportInput& input);                              // none without a scorecard before
Blocks commentary_part(const ScorecardReportInput& input); // what is said of measures that are not off target
Blocks scorecard_part(const ScorecardReportInput& input);  // the whole scorecard

} // namespace qd::inline documents
