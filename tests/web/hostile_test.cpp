// Content that somebody made to attack its readers: every text of it is markup that would run.
#include "base/error.hpp"
#include "base/text.hpp"
#include "web/site_under_test.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace qd::web {
namespace {

const std::string attack = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{council}}{{{main}}}";

Content hostile() {
    Content content = test::example("examples/lancashire");
    content.settings.name = attack;
    for (Area& area : content.areas) area.name = attack;
    for (Unit& unit : content.units) unit.name = unit.post = attack;
    for (Measure& measure : content.measures) {
        measure.title = measure.short_title = measure.theme = attack;
        for (Definition& definition : measure.definitions)
            definition.text = definition.numerator_label = definition.denominator_label = definition.source = attack;
    }
    for (Return& handed_in : content.returns)
        handed_in.source = handed_in.handed_in_by = handed_in.signed_off_by = handed_in.reason = attack;
    for (OfficerForecast& forecast : content.forecasts) forecast.by = forecast.reason = attack;
    for (RecoveryPlan& plan : content.recovery_plans) plan.description = plan.causes = attack;
    for (Action& action : content.actions) action.title = action.lead = action.outcome = attack;
    for (Statement& statement : content.statements) statement.place = statement.label = statement.words = attack;
    for (Update& update : content.updates) update.narrative = update.reason = update.by = attack;
    // Braces in a paper are placeholders, and refused where they name nothing.
    for (Paper& paper : content.papers)
        paper.title = paper.item = paper.summary = paper.purpose = attack.substr(0, attack.find("{{"));
    return content;
}

std::set<std::string> links_of(const std::string& html) {
    std::set<std::string> links;
    const std::regex link{" href=\"(/[^\"#]*)"};
    for (std::sregex_iterator match{html.begin(), html.end(), link}, end; match != end; ++match)
        links.insert(std::regex_replace((*match)[1].str(), std::regex("&amp;"), "&"));
    return links;
}

TEST(Hostile, NoPageRunsWhatItIsGiven) {
    const Site site = test::site_of(test::snapshot_of(hostile()));
    std::set<std::string> seen{"/"}, todo{"/"};
    while (!todo.empty()) {
        const std::string target = *todo.begin();
        todo.erase(todo.begin());
        const Response response = test::get(site, target);
        EXPECT_EQ(response.status, 200) << target;
        if (!response.header("Content-Type").starts_with("text/html")) continue;
        EXPECT_EQ(response.body.find("<script>"), std::string::npos) << target;
        EXPECT_EQ(response.body.find("<img"), std::string::npos) << target;
        EXPECT_EQ(response.body.find("{{{main}}}") == std::string::npos &&
                      response.body.find("{{council}}") == std::string::npos &&
                      response.body.find("alert(1)") != std::string::npos,
                  false)
            << target << ": what is given is filled in again";
        for (const std::string& link : links_of(response.body))
            if (seen.size() < 400 && seen.insert(link).second) todo.insert(link);
    }
    EXPECT_GT(seen.size(), 60u);
}

TEST(Hostile, WhatIsAskedComesBackEscaped) {
    const Site site = test::site_of(test::snapshot_of(test::example("examples/lancashire")));
    for (const char* target : {"/measures/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/%22%3E%3Cscript%3E",
                               "/scorecard?status=%3Cscript%3Ealert(1)", "/?period=%3Cscript%3E",
                               "/?as_at=%22%3E%3Cscript%3E", "/scorecard?theme=%22%3E%3Cscript%3E",
                               "/findings?code=%3Cscript%3E", "/reports/%3Cscript%3E", "/?x=%22%3E%3Cscript%3E"}) {
        const Response response = test::get(site, target);
        EXPECT_EQ(response.body.find("<script>"), std::string::npos) << target;
        EXPECT_NE(response.header("Content-Security-Policy"), "") << target;
    }
}

TEST(Hostile, LongInputIsNotRepeated) {
    const Site site = test::site_of(test::snapshot_of(test::example("examples/lancashire")));
    const std::string much(3000, 'X'), quoted = much.substr(0, 1400) + "%E2%80%9D%20" + much.substr(0, 1400);
    for (const std::string where : {"/?period=",
                                    "/?as_at=",
                                    "/?area=",
                                    "/scorecard?status=",
                                    "/scorecard?outlook=",
                                    "/scorecard?theme=",
                                    "/scorecard?unit=",
                                    "/findings?severity=",
                                    "/findings?code=",
                                    "/areas?measure=",
                                    "/areas?kind=",
                                    "/measures/",
                                    "/priorities/",
                                    "/programmes/",
                                    "/risks/",
                                    "/risks?as_at=",
                                    "/meetings/",
                                    "/reports/",
                                    "/reports/scorecard?",
                                    "/reports/scorecard/file?format=",
                                    "/issues/",
                                    "/issues/compare?before=",
                                    "/recovery-plans/",
                                    "/assets/",
                                    "/assets/x/",
                                    "/about?",
                                    "/",
                                    "/no/"}) {
        const Response before = test::get(site, where + "X");
        for (const std::string& long_one : {much, quoted}) {
            const Response response = test::get(site, where + long_one);
            if (response.status == 200) continue; // a filter that finds nothing; what it looked for stays in its field
            EXPECT_GE(response.status, 400) << where;
            EXPECT_LT(response.body.size(), before.body.size() + 1500) << where << response.body;
            EXPECT_EQ(response.body.find(std::string(200, 'X')), std::string::npos) << where;
        }
    }
}

TEST(Site, DoesNotRepeatWhatIsNotAMethod) {
    const Site site = test::site_of(test::snapshot_of(test::example("examples/lancashire")));
    for (const char* method : {"\xFF", "", "get", "<B>"}) {
        const Response response = *site.handle({method, "/about", {}});
        EXPECT_EQ(response.status, 405);
        EXPECT_NE(response.body.find("does not take such requests"), std::string::npos) << method;
        EXPECT_TRUE(is_utf8(response.body));
    }
}

TEST(Site, SaysNothingOfACauseButItsReference) {
    const Site site{
        {[]() -> std::shared_ptr<const Snapshot> { throw Error(Fault::outage, "disk /secret/path is full"); },
         [] { return Instant{}; }}};
    const Response response = test::get(site, "/");
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(response.body.find("secret"), std::string::npos);
    EXPECT_TRUE(std::regex_search(response.body, std::regex("Reference: [0-9a-f]{8}"))) << response.body;
    EXPECT_NE(response.header("Content-Security-Policy"), "");
}

TEST(Site, AnswersOnlyToItsNames) {
    const auto snapshot = test::snapshot_of(test::example("examples/lancashire"));
    const Site site{{[&] { return snapshot; }, [] { return Instant{1'361'836'800}; }},
                    {"127.0.0.1", "localhost", "[::1]"}};
    const auto status_for = [&](std::string host) {
        Request request;
        request.target = "/about";
        request.headers = {{"Host", std::move(host)}};
        return site.handle(request)->status;
    };
    for (const char* own : {"127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]:8080", "[::1]"})
        EXPECT_EQ(status_for(own), 200) << own;
    for (const char* other : {"evil.example:8080", "127.0.0.1.evil.example", "", "localhost.evil"})
        EXPECT_EQ(status_for(other), 421) << other;
}

TEST(Site, ShowsAnEmptyStoreAsEmpty) {
    const Response response = test::get(test::site_of(test::snapshot_of(Content())), "/");
    EXPECT_EQ(response.status, 200);
    EXPECT_NE(response.body.find("import FOLDER"), std::string::npos);
}

} // namespace
} // namespace qd::web
