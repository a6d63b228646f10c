#include "web/layout.hpp"

#include "web/assets.hpp"
#include "web/templates.hpp"
#include "web/view/frame.hpp"
#include "web/view/tags.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace qd::web {
namespace {

struct Entry {
    Section section;
    std::string_view path, word;
};

// Only what the store has something about.
std::vector<Entry> entries(const Snapshot& snapshot) {
    const Content& content = snapshot.content();
    std::vector<Entry> result{{Section::overview, "/", "Overview"}};
    if (std::ranges::any_of(content.measures, &Measure::on_scorecard))
        result.push_back({Section::scorecard, "/scorecard", "Scorecard"});
    if (!snapshot.spread_over_areas().empty()) result.push_back({Section::areas, "/areas", "Areas"});
    if (!content.recovery_plans.empty())
        result.push_back({Section::recovery_plans, "/recovery-plans", "Recovery plans"});
    if (!content.priorities.empty()) result.push_back({Section::priorities, "/priorities", "Priorities"});
    if (!content.programmes.empty()) result.push_back({Section::programmes, "/programmes", "Programmes"});
    if (!content.projects.empty() || !content.waves.empty())
        result.push_back({Section::projects, "/projects", "Projects"});
    if (!content.forms.empty()) result.push_back({Section::self_evaluation, "/self-evaluation", "Self-evaluation"});
    const bool rated = std::ranges::any_of(
        content.updates, [](const Update& update) { return update.subject.kind == SubjectKind::risk; });
    if (rated || !content.risk_reviews.empty()) result.push_back({Section::risks, "/risks", "Risks"});
    if (!content.meetings.empty()) result.push_back({Section::meetings, "/meetings", "Meetings"});
    result.push_back({Section::reports, "/reports", "Reports"});
    if (snapshot.reader() == Reader::council) result.push_back({Section::findings, "/findings", "Checker"});
    result.push_back({Section::about, "/about", "About"});
    return result;
}

std::vector<Fields> navigation(const Visit& visit, Section here) {
    std::vector<Fields> items;
    for (const Entry& entry : entries(visit.snapshot))
        items.push_back(
            Fields{}.text("href", visit.link(entry.path)).text("word", entry.word).flag("here", entry.section == here));
    return items;
}

} // namespace

Response render_page(const Visit& visit, const Page& page) {
    const std::string& council = visit.snapshot.content().settings.name;
    Fields fields;
    fields.text("title", page.title).text("council", council).text("home", visit.link("/"));
    fields.text("css", asset_address("quarterday.css"))
        .text("js", asset_address("quarterday.js"))
        .text("icon", asset_address("icon.svg"));
    fields.list("navigation", navigation(visit, page.section));
    fields.flag("is_public", visit.snapshot.reader() == Reader::everyone);
    fields.text("accessibility", visit.link("/accessibility")).text("about", visit.link("/about"));
    fields.list("own_marks", own_marks(visit.snapshot.content().settings));
    if (page.framing == Framing::shown)
        fields.object("frame", frame(visit));
    else
        fields.none("frame");
    fields.text("main", render(page.name, page.fields));
    return text_response(200, "text/html; charset=utf-8", render("layout", fields));
}

} // namespace qd::web
