#pragma once

#include "documents/sections/partnership_report.hpp"
#include "documents/sections/scorecard_report.hpp"

namespace qd::test {

// The supplied definitions of templates/reports, their parts made of these figures; how figures of a store fill them is
// tested with the services.
Document composed(const ScorecardReportInput& input);
Document composed(const PartnershipReportInput& input);

} // namespace qd::test
