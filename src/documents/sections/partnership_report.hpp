#pragma once

#include "documents/document.hpp"
#include "documents/sections/exception_section.hpp"
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

// Its parts, as report definitions call for them.
Blocks partnership_summary(const PartnershipReportInput& input, FigureNumbers& numbers); // headline and statuses
Blocks groups_part(const PartnershipReportInput& input);                                 // one row a group
Blocks group_part(const PartnershipReportInput& input, const GroupLines& group);         // one group in full
Blocks judged_by_groups_part();                                                          // how priorities are judged

} // namespace qd::inline documents
