#pragma once

#include "documents/document.hpp"
#include "domain/content.hpp"
#include "domain/form_report.hpp"
#include "domain/risk_register.hpp"

#include <functional>
#include <string>

// The register of risks and opportunities, self-evaluation returns and escalations, as sections of a report. Headings start at
// level 2.
namespace qd::inline documents {

// Where the history of an entry can be read; none = nowhere, as in a paper.
using RiskAddress = std::function<std::string(const RiskCode&)>;
Blocks risk_section(const RiskRegister& all, const Content& content, const RiskAddress& address = {});
// What the register says about an entry itself, in words that page, paper and terminal share; blank fields are left out.
// `history` is what risk_history gives.
struct RiskFact {
    std::string what, words; // "Owner", "Director of places"
};
std::vector<RiskFact> risk_facts(const Content& content, const Risk& risk, const std::vector<RiskLine>& history,
                                 Instant as_at);
// One entry: what is known of it, its reviews one below the other, and what is done about it.
Blocks risk_history_section(const Content& content, const Risk& risk, Instant as_at);
Blocks form_section(const FormReport& report, const Content& content);
// Those of a period, or all; nothing where there are none.
Blocks escalations_section(const Content& content, std::optional<Period> period);

} // namespace qd::inline documents
