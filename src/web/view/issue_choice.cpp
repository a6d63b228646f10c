#include "web/view/issue_choice.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "web/view/frame.hpp"

#include <charconv>

namespace qd::web {

std::vector<Issue> all_issues(const Visit& visit) {
    return visit.library ? visit.library->issued().all() : std::vector<Issue>();
}

Issue find_issue(const Visit& visit, const std::string& text) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (visit.library && fault == std::errc() && end == text.data() + text.size())
        return visit.library->issued().issue(number);
    throw Error(Fault::absent, "There is no issue “" + shorten(text, 20) + "”. See the list of issues.");
}

std::string titled(const Issue& issue, const Calendar& calendar) {
    const std::string period = calendar.label(issue.period);
    return issue.title.find(period) == std::string::npos ? issue.title + ", " + period : issue.title;
}

void add_comparison_form(Fields& fields, const Visit& visit, const std::vector<Issue>& issues, std::string before,
                         std::string after) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    if (before.empty() && issues.size() > 1) before = std::to_string(issues[issues.size() - 2].number);
    if (after.empty() && !issues.empty()) after = std::to_string(issues.back().number);
    std::vector<Fields> from, to;
    for (const Issue& issue : issues) {
        const std::string number = std::to_string(issue.number);
        Fields option;
        option.text("value", number)
            .text("word",
                  number + ", issued on " + print_long(issue.issued_at.date()) + ": " + titled(issue, calendar));
        from.push_back(Fields(option).flag("chosen", number == before));
        to.push_back(option.flag("chosen", number == after));
    }
    fields.flag("comparable", issues.size() > 1).list("from", std::move(from)).list("to", std::move(to));
    fields.list("frame_kept", kept_frame(visit));
}

} // namespace qd::web
