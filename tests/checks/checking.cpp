#include "checks/checking.hpp"

#include "engine/partnership.hpp"
#include "engine/scorecard.hpp"

#include <algorithm>

namespace qd::test {
namespace {

// Whether anything was reported for a period, so that it has a scorecard to compare with.
bool is_reported(const Content& content, Period wanted) {
    const auto returned = [&](const Return& handed_in) {
        for (std::size_t row = 0; row < handed_in.observations.size(); ++row)
            if (handed_in.observations.reported_in(row).value_or(handed_in.observations.period(row)) == wanted)
                return true;
        return false;
    };
    return std::ranges::any_of(content.returns, returned) ||
           std::ranges::find(content.forecasts, wanted, &OfficerForecast::made_in) != content.forecasts.end() ||
           std::ranges::find(content.updates, wanted, &Update::period) != content.updates.end() ||
           std::ranges::find(content.papers, wanted, &Paper::period) != content.papers.end();
}

} // namespace

Findings checked(const Content& content, std::string_view of, std::string_view as_at) {
    const Period now = period(of);
    const Instant moment_of_view = moment(as_at);
    const AreaCode& area = content.settings.area;
    const auto previous = content.settings.calendar.previous(now);
    std::optional<Scorecard> before;
    if (previous && is_reported(content, *previous))
        before = compute_scorecard(content, *previous, area, moment_of_view);
    Courses courses;
    for (const Measure& each : content.measures)
        courses.push_back(std::make_shared<const Series>(compute_series(content, each.code, area, moment_of_view)));
    const Scorecard scorecard = compute_scorecard(content, now, area, moment_of_view);
    const Partnership partnership = compute_partnership(content, now, moment_of_view);
    return check({content, now, moment_of_view, scorecard, before ? &*before : nullptr, partnership, courses, {}});
}

Findings with_code(const Findings& findings, FindingCode code) {
    Findings found;
    std::ranges::copy_if(findings, std::back_inserter(found),
                         [&](const Finding& finding) { return finding.code == code; });
    return found;
}

testing::AssertionResult has(const Findings& findings, FindingCode code) {
    const bool found = std::ranges::find(findings, code, &Finding::code) != findings.end();
    return (found ? testing::AssertionSuccess() : testing::AssertionFailure()) << code.text() << " among\n"
                                                                               << print(findings);
}

Finding only(const Findings& findings, FindingCode code) {
    const Findings found = with_code(findings, code);
    EXPECT_EQ(found.size(), 1u) << code.text() << " among\n" << print(findings);
    return found.size() == 1 ? found.front() : Finding(error("code-unknown"), {}, "", "");
}

std::vector<std::string> kinds_of(const Findings& findings) {
    std::vector<std::string> kinds;
    for (const Finding& finding : findings)
        kinds.push_back(std::string(print(finding.severity)) + " " + std::string(finding.code.text()));
    return kinds;
}

std::string print(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings)
        text += std::string(print(finding.severity)) + " " + std::string(finding.code.text()) + " " +
                print(finding.subject) + "\n  " + finding.place + "\n  " + finding.message + "\n  -> " +
                finding.remedy + "\n\n";
    return text;
}

Statement statement(std::string_view label) {
    Statement made;
    made.code = StatementCode("S");
    made.period = period("2012-13Q1");
    made.label = label;
    made.place = "Paragraph 1";
    return made;
}

Priority priority(std::string_view code, std::string_view unit) {
    Priority made;
    made.code = PriorityCode(std::string(code));
    made.unit = UnitCode(std::string(unit));
    made.title = "Aim " + std::string(code);
    return made;
}

Update update(const Subject& subject, std::string_view of, std::optional<Status> status) {
    Update made;
    made.subject = subject;
    made.period = period(of);
    made.status = status;
    return made;
}

Action action(std::string_view code, const Subject& subject) {
    Action made;
    made.code = ActionCode(std::string(code));
    made.subject = subject;
    made.title = "Do " + std::string(code);
    made.lead = "Head of service";
    made.due = {{{}, day("2013-03-31"), {}}};
    return made;
}

RecoveryPlan recovery_plan(std::string_view code, std::string_view measure, std::string_view raised_in) {
    RecoveryPlan made;
    made.code = RecoveryPlanCode(std::string(code));
    made.measure = MeasureCode(std::string(measure));
    made.raised_in = period(raised_in);
    made.causes = "Because.";
    return made;
}

OfficerForecast forecast(std::string_view measure, std::string_view made_in, Outlook outlook) {
    OfficerForecast made;
    made.measure = MeasureCode(std::string(measure));
    made.period = period("2012-13");
    made.made_in = period(made_in);
    made.outlook = outlook;
    return made;
}

} // namespace qd::test
