#include "web/routes.hpp"

#include "web/assets.hpp"
#include "web/pages/pages.hpp"

namespace qd::web {

const std::vector<Route>& routes() {
    static const std::vector<Route> table = {
        {Method::get, "/", everyone(), pages::overview},
        {Method::get, "/scorecard", everyone(), pages::scorecard},
        {Method::get, "/scorecard.csv", everyone(), pages::scorecard_csv},
        {Method::get, "/scorecard.json", everyone(), pages::scorecard_json},
        {Method::get, "/measures/{code}", everyone(), pages::measure},
        {Method::get, "/measures/{code}/series.csv", everyone(), pages::measure_csv},
        {Method::get, "/measures/{code}/series.json", everyone(), pages::measure_json},
        {Method::get, "/areas", everyone(), pages::areas},
        {Method::get, "/recovery-plans", everyone(), pages::recovery_plans},
        {Method::get, "/recovery-plans/{code}", everyone(), pages::recovery_plan, Unasked::today},
        {Method::get, "/meetings", everyone(), pages::meetings, Unasked::today},
        {Method::get, "/meetings.json", everyone(), pages::meetings_json, Unasked::today},
        {Method::get, "/meetings/{code}", everyone(), pages::meeting, Unasked::today},
        {Method::get, "/meetings/{code}/meeting.json", everyone(), pages::meeting_json, Unasked::today},
        {Method::get, "/requests.json", everyone(), pages::requests_json, Unasked::today},
        {Method::get, "/forward-plan.json", everyone(), pages::forward_plan_json, Unasked::today},
        {Method::get, "/actions", everyone(), pages::actions, Unasked::today},
        {Method::get, "/priorities", everyone(), pages::priorities},
        {Method::get, "/priorities/{code}", everyone(), pages::priority},
        {Method::get, "/programmes", everyone(), pages::programmes, Unasked::today},
        {Method::get, "/programmes.json", everyone(), pages::programmes_json, Unasked::today},
        {Method::get, "/programmes/{code}", everyone(), pages::programme, Unasked::today},
        {Method::get, "/programmes/{code}/programme.json", everyone(), pages::programme_json, Unasked::today},
        {Method::get, "/projects", everyone(), pages::projects, Unasked::today},
        {Method::get, "/risks", everyone(), pages::risks, Unasked::today},
        {Method::get, "/risks.json", everyone(), pages::risks_json, Unasked::today},
        {Method::get, "/risks/{code}", everyone(), pages::risk, Unasked::today},
        {Method::get, "/risks/{code}/risk.json", everyone(), pages::risk_json, Unasked::today},
        {Method::get, "/self-evaluation", everyone(), pages::self_evaluation, Unasked::today},
        {Method::get, "/findings", council(), pages::findings},
        {Method::get, "/findings.json", council(), pages::findings_json},
        {Method::get, "/reports", everyone(), pages::reports},
        {Method::get, "/reports/{name}", everyone(), pages::report},
        {Method::get, "/reports/{name}/file", everyone(), pages::report_file, Pace::slow},
        {Method::get, "/issues", everyone(), pages::issues},
        {Method::get, "/issues.json", everyone(), pages::issues_json},
        {Method::get, "/issues/compare", everyone(), pages::comparison, Pace::slow},
        {Method::get, "/issues/compare.json", everyone(), pages::comparison_json, Pace::slow},
        {Method::get, "/issues/{number}", everyone(), pages::issue},
        {Method::get, "/issues/{number}/{format}", everyone(), pages::issue_file},
        {Method::get, "/history", council(), pages::history},
        {Method::get, "/history.json", council(), pages::history_json},
        {Method::get, "/about", everyone(), pages::about},
        {Method::get, "/accessibility", everyone(), pages::accessibility},
        {Method::get, "/assets/{hash}/{path...}", everyone(), asset},
    };
    return table;
}

} // namespace qd::web
