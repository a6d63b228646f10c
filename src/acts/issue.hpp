#pragma once

#include "acts/desk.hpp"
#include "reports/report.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline acts {

// Why a finding is accepted, by its code and place as `check` prints them (the subject if it has no place).
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

// A report issued for good; or the findings that prevent it, and nothing is kept.
struct IssueOutcome {
    std::optional<std::int64_t> number;
    Findings standing; // what is wrong with the definition's text, and errors of the check that nobody explained
    Findings told;     // in its own text, that do not prevent it
    Issue issue;
    std::vector<ReportFile> files;
};
// Made from a snapshot of the desk's store. Error(conflict) if the store has changed since, Error(request) for an explanation
// of what was not found; errors as of compose_report and write_document.
IssueOutcome issue_report(Desk& desk, const Actor& actor, const Snapshot& snapshot, const IssueRequest& request);

} // namespace qd::inline acts
