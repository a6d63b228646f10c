#pragma once

#include "domain/calendar.hpp"
#include "domain/issue.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <string>
#include <vector>

namespace qd::web {

std::vector<Issue> all_issues(const Visit& visit);
Issue find_issue(const Visit& visit, const std::string& text); // Error(absent) if it is not the number of an issue

// "Corporate scorecard, 2012/13 quarter 3": with its period, once.
std::string titled(const Issue& issue, const Calendar& calendar);

// The part "compare_form": two to choose from; the last two where none is chosen.
void add_comparison_form(Fields& fields, const Visit& visit, const std::vector<Issue>& issues, std::string before,
                         std::string after);

} // namespace qd::web
