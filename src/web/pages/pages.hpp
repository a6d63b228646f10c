#pragma once

#include "web/visit.hpp"

// The handlers, one file each. All may throw Error: the site makes a page of it.
namespace qd::web::pages {

Response overview(const Visit& visit);
Response scorecard(const Visit& visit);
Response scorecard_csv(const Visit& visit);
Response scorecard_json(const Visit& visit);
Response measure(const Visit& visit);
Response measure_csv(const Visit& visit);
Response measure_json(const Visit& visit);
Response areas(const Visit& visit);
Response recovery_plans(const Visit& visit);
Response recovery_plan(const Visit& visit);
Response meetings(const Visit& visit);
Response meeting(const Visit& visit);
Response meetings_json(const Visit& visit);
Response meeting_json(const Visit& visit);
Response requests_json(const Visit& visit);
Response forward_plan_json(const Visit& visit);
Response actions(const Visit& visit);
Response priorities(const Visit& visit);
Response priority(const Visit& visit);
Response programmes(const Visit& visit);
Response programme(const Visit& visit);
Response programmes_json(const Visit& visit);
Response programme_json(const Visit& visit);
Response projects(const Visit& visit);
Response risks(const Visit& visit);
Response risks_json(const Visit& visit);
Response risk(const Visit& visit);
Response risk_json(const Visit& visit);
Response self_evaluation(const Visit& visit);
Response findings(const Visit& visit);
Response findings_json(const Visit& visit);
Response reports(const Visit& visit);
Response report(const Visit& visit);
Response report_file(const Visit& visit);
Response issues(const Visit& visit);
Response issue(const Visit& visit);
Response issue_file(const Visit& visit);
Response issues_json(const Visit& visit);
Response comparison(const Visit& visit);
Response comparison_json(const Visit& visit);
// What was done to the store
Response history(const Visit& visit);
Response history_json(const Visit& visit);

Response about(const Visit& visit);
Response accessibility(const Visit& visit);

} // namespace qd::web::pages
