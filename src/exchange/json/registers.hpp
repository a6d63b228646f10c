#pragma once

#include "domain/committee.hpp"
#include "domain/content.hpp"
#include "domain/programme_progress.hpp"
#include "domain/risk_register.hpp"

#include <string>
#include <vector>

// The registers as JSON; see json.hpp.
namespace qd::inline exchange {

std::string programmes_json(const Content& content, const std::vector<ProgrammeProgress>& all, Instant as_at);
std::string risks_json(const Content& content, const RiskRegister& all);
std::string risk_json(const Content& content, const Risk& risk, Instant as_at); // one entry, with its history
std::string meetings_json(const Content& content, const std::vector<const Meeting*>& meetings, Date today);
// With agenda, decisions, minutes, what was asked for at it, and what arose from earlier ones.
std::string meeting_json(const Content& content, const Meeting& meeting, Date today);
std::string requests_json(const Content& content, const std::vector<Request>& requests, Date today);
std::string forward_plan_json(const Content& content, const ForwardPlan& plan, Date today);

} // namespace qd::inline exchange
