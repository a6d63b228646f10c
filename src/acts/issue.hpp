#pragma once

#include "acts/desk.hpp"
#include "reports/report.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline acts {

// Why a finding is let pass, by its code and place as `check` prints them (the subject where it has no place).
struct LetPass {
    std::string code, place, reason;
};

struct IssueRequest {
    std::string report;
    View view;
    ReportParameters parameters;
    std::vector<DocumentFormat> formats;
    std::optional<Looks> looks; // instead of the council's own
    std::string issued_by;      // a post
    std::vector<LetPass> let_pass;
};

// A report given out for good; or the findings that stand in its way, and nothing is kept.
struct IssueOutcome {
    std::optional<std::int64_t> number;
    Findings standing; // what is wrong with the definition's text, and errors of the check that nobody explained
    Findings told;     // of its own text, that do not stand in its way
    Issue issue;
    std::vector<ReportFile> files;
};
// Made from a snapshot of the desk's store. Error(conflict) if the store has changed since, Error(request) for an explanation
// of what was not found; errors as of compose_report and write_document.
IssueOutcome issue_report(Desk& desk, const Actor& actor, const Snapshot& snapshot, const IssueRequest& request);

} // namespace qd::inline acts
