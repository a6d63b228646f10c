#pragma once

#include "domain/calendar.hpp"
#include "domain/issue_comparison.hpp"
#include "exchange/json/writer.hpp"

#include <string>
#include <vector>

namespace qd::inline exchange {

// The fields of one issue, into an object that is open.
void write_issue(JsonWriter& json, const Issue& issue, const Calendar& calendar);
std::string issues_json(const std::vector<Issue>& issues, const Calendar& calendar);
std::string comparison_json(const IssueComparison& found, const Calendar& calendar);

} // namespace qd::inline exchange
