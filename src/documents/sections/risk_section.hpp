#pragma once

#include "documents/document.hpp"
#include "domain/content.hpp"
#include "domain/form_report.hpp"
#include "domain/risk_register.hpp"

// The register of risks and opportunities, self-evaluation returns and escalations, as sections of a report. Headings start at
// level 2.
namespace qd::inline documents {

Blocks risk_section(const RiskRegister& all, const Content& content);
Blocks form_section(const FormReport& report, const Content& content);
// Those of a period, or all; nothing where there are none.
Blocks escalations_section(const Content& content, std::optional<Period> period);

} // namespace qd::inline documents
