#include "views/issued.hpp"

#include "base/error.hpp"
#include "exchange/folder.hpp"
#include "store/store.hpp"

#include <algorithm>

namespace qd::inline views {
namespace {

Reader reader_of(const Issue& issue) { return issue.audience == "everyone" ? Reader::everyone : Reader::council; }

} // namespace

Issued::Issued(const std::string& address, const Clock& clock, Reader reader)
    : store_(std::make_unique<Store>(address, Opening::read_only, clock)), reader_(reader) {}

Issued::~Issued() = default;

std::vector<Issue> Issued::all() {
    std::vector<Issue> all = store_->issues();
    if (reader_ == Reader::everyone)
        std::erase_if(all, [](const Issue& issue) { return issue.audience != "everyone"; });
    return all;
}

Issue Issued::issue(std::int64_t number) {
    const std::vector<Issue> issues = all();
    const auto found = std::ranges::find(issues, number, &Issue::number);
    if (found != issues.end()) return *found;
    const std::string none = "There is no issue " + std::to_string(number);
    if (reader_ == Reader::everyone) throw Error(Fault::absent, none + ". See the list of issues.");
    throw Error(Fault::absent, none + "; " +
                                   (issues.empty() ? "nothing has been issued yet."
                                                   : "there are 1 to " + std::to_string(issues.size()) + "."));
}

IssueFile Issued::file(std::int64_t number, const std::string& format) {
    return store_->issue_file(issue(number).number, format);
}

std::string Issued::reference(const std::string& sha256) { return store_->issue_reference(sha256); }

std::shared_ptr<const Snapshot> Issued::snapshot_of(const Issue& issue) {
    Content content = store_->read_at(issue.generation);
    std::string text = store_->settings_text_at(issue.generation);
    if (!text.empty()) {
        auto settings = parse_settings(text, "council.toml");
        if (!settings)
            throw Error(Fault::request,
                        "The council.toml from that time cannot be read: " + print(settings.error().front()));
        content.settings = *std::move(settings);
    }
    content.report_definitions.clear(); // as the issue keeps them, the supplied ones of then too
    for (const IssueText& part : issue.texts)
        if (part.kind == IssueText::Kind::definition) content.report_definitions.push_back({part.name, part.text});
    return std::make_shared<const Snapshot>(std::move(content), std::move(text), issue.generation, store_->about(),
                                            reader_of(issue), issue.report,
                                            std::make_shared<const Past>(store_->read_past(issue.generation)));
}

View view_of(const Issue& issue) { return {issue.period, issue.area, issue.as_at}; }

} // namespace qd::inline views
