#include "views/issued.hpp"

#include "base/error.hpp"
#include "exchange/folder.hpp"

namespace qd::inline views {

Issue find_issue(Store& store, std::int64_t number) {
    const std::vector<Issue> issues = store.issues();
    if (number >= 1 && number <= static_cast<std::int64_t>(issues.size()))
        return issues[static_cast<std::size_t>(number - 1)];
    throw Error(Fault::absent, "There is no issue " + std::to_string(number) + "; " +
                                   (issues.empty() ? "nothing was issued yet."
                                                   : "there are 1 to " + std::to_string(issues.size()) + "."));
}

View view_of(const Issue& issue) {
    return {issue.period, issue.area, issue.as_at,
            issue.audience == "everyone" ? Audience::everyone : Audience::council};
}

std::shared_ptr<const Snapshot> snapshot_of(Store& store, const Issue& issue) {
    Content content = store.read_at(issue.generation);
    std::string text = store.settings_text_at(issue.generation);
    if (!text.empty()) {
        auto settings = parse_settings(text, "council.toml");
        if (!settings)
            throw Error(Fault::request, "The council.toml of then cannot be read: " + print(settings.error().front()));
        content.settings = *std::move(settings);
    }
    content.report_definitions.clear(); // as the issue keeps them, the supplied ones of then too
    for (const IssueText& part : issue.texts)
        if (part.kind == IssueText::Kind::definition) content.report_definitions.push_back({part.name, part.text});
    return std::make_shared<const Snapshot>(std::move(content), std::move(text), issue.generation, store.about());
}

} // namespace qd::inline views
