#include "fuzz/show.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "fuzz/family.hpp"
#include "fuzz/nasty.hpp"
#include "reports/report.hpp"
#include "web/address.hpp"
#include "web/site.hpp"

namespace qd::fuzz {
namespace {

void check_markup(const std::string& what, const std::string& html) {
    must(is_utf8(html), what + " is not UTF-8.");
    must(html.find(hostile_markup) == std::string::npos, what + " lets markup through.");
    must(html.find('\0') == std::string::npos, what + " has a NUL in it.");
}

void show_reports(const Snapshot& snapshot, const View& view) {
    for (const ReportKind& kind : report_kinds(snapshot.content())) {
        try {
            check_markup("The report " + kind.name, report_html(snapshot, kind.name, view));
        } catch (const Error& error) {
            must(error.fault() != Fault::outage, "The report " + kind.name + " ended in an outage: " + error.what());
        }
    }
}

void show_pages(const std::shared_ptr<const Snapshot>& snapshot, Instant now, const std::string& period) {
    const web::Site site({[&] { return snapshot; }, [&] { return now; }});
    std::vector<std::string> targets = {"/",         "/scorecard",      "/scorecard.json", "/scorecard.csv",
                                        "/findings", "/recovery-plans", "/priorities",     "/about"};
    const Content& content = snapshot->content();
    if (!content.measures.empty()) {
        const std::string& code = content.measures[period.size() % content.measures.size()].code.text();
        targets.push_back("/measures/" + web::percent_encode(code));
        targets.push_back("/measures/" + web::percent_encode(code) + "/series.json");
    }
    if (!content.recovery_plans.empty())
        targets.push_back("/recovery-plans/" + web::percent_encode(content.recovery_plans.front().code.text()));
    if (!content.priorities.empty())
        targets.push_back("/priorities/" + web::percent_encode(content.priorities.front().code.text()));
    for (const std::string& target : targets) {
        const web::Request request{"GET", target + "?period=" + web::percent_encode(period), {}};
        check_response(request, *site.handle(request));
    }
}

} // namespace

void check_response(const web::Request& request, const web::Response& response) {
    const std::string what = request.method + " " + shorten(request.target, 200);
    must(response.status < 500, what + " answers " + std::to_string(response.status) + ".");
    for (const web::Header& header : response.headers)
        must(header.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
             what + " breaks the header " + header.name + ".");
    if (response.header("Content-Encoding").empty() && response.header("Content-Type").starts_with("text/html"))
        check_markup(what, response.body);
}

void show_everything(const std::shared_ptr<const Snapshot>& snapshot, Instant now, std::size_t other_period) {
    const std::vector<Period>& periods = snapshot->periods();
    if (periods.empty()) return;
    for (const Period period : {periods.back(), periods[other_period % periods.size()]}) {
        try {
            const View view = snapshot->view({period, std::nullopt, std::nullopt}, now);
            snapshot->scorecard(view);
            snapshot->findings(view);
            show_reports(*snapshot, view);
        } catch (const Error& error) {
            must(error.fault() != Fault::outage, std::string("What was imported cannot be computed: ") + error.what());
        }
        show_pages(snapshot, now, snapshot->content().settings.calendar.text(period));
    }
}

} // namespace qd::fuzz
