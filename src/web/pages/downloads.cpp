#include "exchange/csv_for_people.hpp"
#include "exchange/json/json.hpp"
#include "exchange/json/registers.hpp"
#include "views/registers.hpp"
#include "views/selection.hpp"
#include "web/pages/pages.hpp"
#include "web/view/finding_row.hpp"
#include "web/view/meeting_rows.hpp"
#include "web/view/registers.hpp"

// The stable interfaces of the command line under an address, for spreadsheets and programs.
namespace qd::web::pages {
namespace {

Response download(std::string_view type, const std::string& name, std::string body) {
    Response response = text_response(200, type, std::move(body));
    response.set("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return response;
}

constexpr std::string_view csv = "text/csv; charset=utf-8", json = "application/json";

std::string file_name(const Visit& visit, const std::string& what, std::string_view ending) {
    return what + "-" + visit.snapshot.content().settings.calendar.text(visit.view().period) + std::string{ending};
}

// ?theme= &unit= &body= &status=, as the options of the command.
Selection selection_of(const Visit& visit) {
    const auto given = [&](std::string_view name) { return std::string(visit.parameter(name)); };
    return {given("theme"), UnitCode(given("unit")), UnitCode(given("body")), given("status")};
}

} // namespace

Response scorecard_csv(const Visit& visit) {
    const SelectedScorecard part = selected_scorecard(visit.snapshot, visit.view(), selection_of(visit));
    return download(csv, file_name(visit, "scorecard", ".csv"),
                    csv_for_people(qd::scorecard_csv(visit.snapshot.content(), part.scorecard, part.signals)));
}

Response scorecard_json(const Visit& visit) {
    const Selection selection = selection_of(visit);
    const SelectedScorecard part = selected_scorecard(visit.snapshot, visit.view(), selection);
    return download(
        json, file_name(visit, "scorecard", ".json"),
        qd::scorecard_json(visit.snapshot.content(), part.scorecard, part.signals, part.outturns, selection));
}

Response measure_csv(const Visit& visit) {
    const Measure& measure = visit.snapshot.measure(MeasureCode{visit.capture("code")});
    return download(
        csv, measure.code.text() + ".csv",
        csv_for_people(qd::measure_csv(visit.snapshot.content(), visit.snapshot.series(measure.code, visit.view()),
                                       *visit.snapshot.reading(measure.code, visit.view()))));
}

Response measure_json(const Visit& visit) {
    const Measure& measure = visit.snapshot.measure(MeasureCode{visit.capture("code")});
    return download(json, measure.code.text() + ".json",
                    qd::measure_json(visit.snapshot.content(), visit.snapshot.series(measure.code, visit.view()),
                                     *visit.snapshot.reading(measure.code, visit.view()), visit.view().as_at));
}

Response findings_json(const Visit& visit) {
    return download(json, file_name(visit, "findings", ".json"),
                    qd::findings_json(visit.snapshot.content(), *visit.snapshot.findings(visit.view()),
                                      visit.view().period, visit.view().as_at));
}

Response programmes_json(const Visit& visit) {
    const Instant as_at = visit.view().as_at;
    return download(json, "programmes.json",
                    qd::programmes_json(visit.snapshot.content(), qd::programmes(visit.snapshot, as_at), as_at));
}

Response programme_json(const Visit& visit) {
    const Instant as_at = visit.view().as_at;
    const ProgrammeCode code(visit.capture("code"));
    return download(json, code.text() + ".json",
                    qd::programmes_json(visit.snapshot.content(), {qd::programme(visit.snapshot, code, as_at)}, as_at));
}

Response risks_json(const Visit& visit) {
    const RiskRegister all = qd::risks(visit.snapshot, risk_period(visit), visit.view().as_at);
    return download(json, "risks-" + visit.snapshot.content().settings.calendar.text(all.period) + ".json",
                    qd::risks_json(visit.snapshot.content(), all));
}

Response risk_json(const Visit& visit) {
    const qd::Risk& entry = qd::risk(visit.snapshot, visit.capture("code"));
    return download(json, entry.code.text() + ".json",
                    qd::risk_json(visit.snapshot.content(), entry, visit.view().as_at));
}

Response meetings_json(const Visit& visit) {
    const Content& content = visit.snapshot.content();
    return download(json, "meetings.json",
                    qd::meetings_json(content, meetings_of(content, {}), visit.view().as_at.date()));
}

Response meeting_json(const Visit& visit) {
    const Meeting& meeting = find_meeting(visit);
    return download(json, meeting.code.text() + ".json",
                    qd::meeting_json(visit.snapshot.content(), meeting, visit.view().as_at.date()));
}

Response requests_json(const Visit& visit) {
    const Content& content = visit.snapshot.content();
    const Date today = visit.view().as_at.date();
    return download(json, "requests.json", qd::requests_json(content, requests_of(content, {}, today), today));
}

Response forward_plan_json(const Visit& visit) {
    const Content& content = visit.snapshot.content();
    const Date today = visit.view().as_at.date();
    return download(json, "forward-plan.json", qd::forward_plan_json(content, forward_plan(content, {}, today), today));
}

} // namespace qd::web::pages
