#pragma once

#include "documents/document.hpp"
#include "domain/content.hpp"
#include "domain/finding.hpp"
#include "domain/paper.hpp"
#include "domain/partnership.hpp"

#include <optional>
#include <string>

namespace qd::inline documents {

struct PartnershipReportInput {
    const Content& content; // has to outlive the call only
    Partnership partnership;
    Findings findings;
    std::optional<Paper> paper; // none = without the frame of a committee paper
    Instant as_at;
    std::string program_version;
};

// How each group of a partnership gets on with its priorities, as a committee paper. Pure.
Document partnership_report(const PartnershipReportInput& input);

} // namespace qd::inline documents
