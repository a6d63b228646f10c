#pragma once

#include "checks/check.hpp"
#include "domain/finding_catalogue.hpp"
#include "engine/council.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

// What the checker says of a content, computed as the service computes it.
namespace qd::test {

Findings checked(const Content& content, std::string_view of, std::string_view as_at = "2020-01-01");
Findings with_code(const Findings& findings, FindingCode code);
// Whether one has that code; all of them are shown where the test expected otherwise.
testing::AssertionResult has(const Findings& findings, FindingCode code);
// The one finding with that code; fails the test and gives an empty one where there are none or several.
Finding only(const Findings& findings, FindingCode code);
// "error published-differs" for each.
std::vector<std::string> kinds_of(const Findings& findings);
// As in golden files: four lines each, and an empty one.
std::string print(const Findings& findings);

// A statement of 2012-13Q1, "S", of the whole council; change what the test is about.
Statement statement(std::string_view label = "things");

Priority priority(std::string_view code, std::string_view unit);
Update update(const Subject& subject, std::string_view of, std::optional<Status> status);
Action action(std::string_view code, const Subject& subject);
RecoveryPlan recovery_plan(std::string_view code, std::string_view measure, std::string_view raised_in);
OfficerForecast forecast(std::string_view measure, std::string_view made_in, Outlook outlook);

} // namespace qd::test
