#pragma once

#include "domain/issue.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <string>
#include <vector>

namespace qd::web {

std::vector<Issue> all_issues(const Visit& visit);
Issue find_issue(const Visit& visit, const std::string& text); // Error(absent) for what is no number of an issue

// The part "compare_form": two to choose from; the last two where none is chosen.
void add_comparison_form(Fields& fields, const Visit& visit, const std::vector<Issue>& issues, std::string before,
                         std::string after);

} // namespace qd::web
