#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/view/frame.hpp"
#include "web/view/meeting_rows.hpp"
#include "web/view/plan_rows.hpp"
#include "web/view/subjects.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include "base/text.hpp"
#include "domain/committee.hpp"
#include "domain/plan_words.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace qd::web::pages {
namespace {

// One action, wherever it comes from.
struct Entry {
    Action action;
    std::string from; // "Recovery plan: self directed support"
    std::string href; // of what it came from
    std::optional<Date> last;
    bool is_open = true, late = false;
};

constexpr std::pair<SubjectKind, std::string_view> origins[] = {
    {SubjectKind::recovery_plan, "Recovery plans"},     {SubjectKind::priority, "Priorities"},
    {SubjectKind::risk, "Risks and opportunities"},     {SubjectKind::form, "Self-evaluation"},
    {SubjectKind::contract_review, "Contract reviews"}, {SubjectKind::decision, "Decisions of committees"}};

std::optional<Date> last_date(const Action& action) {
    std::optional<Date> last;
    for (const DueDate& due : action.due)
        if (due.date && (!last || *due.date > *last)) last = due.date;
    return last;
}

Entry entry_of(Action action, std::string from, std::string href, Date today) {
    Entry entry{std::move(action), std::move(from), std::move(href), {}, true, false};
    entry.last = last_date(entry.action);
    entry.is_open = entry.action.state != ActionState::complete && entry.action.state != ActionState::cancelled;
    entry.late = entry.is_open && entry.last && *entry.last < today;
    return entry;
}

std::vector<Entry> all_entries(const Visit& visit, Date today) {
    const Content& content = visit.snapshot.content();
    std::vector<Entry> entries;
    for (const Action& action : content.actions)
        entries.push_back(
            entry_of(action, subject_words(visit, action.subject), subject_page(visit, action.subject), today));
    for (const qd::Request& request : requests_of(content, {}, today))
        entries.push_back(entry_of(action_of(request), place_of(content, *request.item),
                                   visit.link("/meetings/" + percent_encode(request.meeting->code.text())), today));
    std::ranges::stable_sort(entries, {}, [](const Entry& entry) {
        return std::tuple(!entry.late, !entry.is_open, entry.last.value_or(*Date::from_ymd(9999, 12, 31)));
    });
    return entries;
}

Fields row_of(const Visit& visit, const Entry& entry) {
    std::vector<Fields> dues;
    for (const std::string& words : due_dates(entry.action)) dues.push_back(Fields{}.text("due", words));
    Fields row;
    row.text("title", entry.action.title)
        .text("lead", entry.action.lead)
        .text("from", entry.from)
        .text("href", entry.href);
    row.list("dues", std::move(dues)).flag("late", entry.late);
    row.object("state", state_tag(visit, entry.action));
    row.text("completed", entry.action.completed_on ? print_long(*entry.action.completed_on) : std::string{});
    return row;
}

std::vector<std::string> leads_of(const Action& action) {
    std::vector<std::string> leads;
    for (const std::string& lead : split(action.lead, ';')) leads.emplace_back(trim(lead));
    return leads;
}

bool is_wanted(const Entry& entry, std::string_view origin, std::string_view lead, std::string_view state) {
    if (!origin.empty() && print(entry.action.subject.kind) != origin) return false;
    if (state == "overdue" && !entry.late) return false;
    if (state == "open" && !entry.is_open) return false;
    if (lead.empty()) return true;
    const auto leads = leads_of(entry.action);
    return lead == "-" ? leads.empty() : std::ranges::find(leads, lead) != leads.end();
}

std::vector<Fields> lead_options(const std::vector<Entry>& entries, std::string_view chosen) {
    std::set<std::string> leads;
    for (const Entry& entry : entries)
        for (std::string& lead : leads_of(entry.action)) leads.insert(std::move(lead));
    std::vector<Fields> options{Fields{}.text("value", "-").text("word", "Not given").flag("chosen", chosen == "-")};
    for (const std::string& lead : leads)
        options.push_back(Fields{}.text("value", lead).text("word", lead).flag("chosen", lead == chosen));
    return options;
}

} // namespace

Response actions(const Visit& visit) {
    const Date today = visit.view().as_at.date();
    const auto entries = all_entries(visit, today);
    const std::string_view origin = visit.parameter("from"), lead = visit.parameter("lead"),
                           state = visit.parameter("state");
    std::vector<Fields> rows, origin_options;
    std::size_t late = 0;
    for (const Entry& entry : entries) {
        late += entry.late ? 1 : 0;
        if (is_wanted(entry, origin, lead, state)) rows.push_back(row_of(visit, entry));
    }
    for (const auto& [kind, word] : origins) {
        const auto is_from = [kind = kind](const Entry& entry) { return entry.action.subject.kind == kind; };
        if (std::ranges::none_of(entries, is_from)) continue;
        origin_options.push_back(
            Fields{}.text("value", print(kind)).text("word", word).flag("chosen", print(kind) == origin));
    }
    Fields fields;
    fields.text("heading", entries.empty() ? std::string("No actions") : plural(entries.size(), "action", "actions"));
    fields.text("lede", late == 0 ? std::string("None of them is overdue on ") + print_long(today) + "."
                                  : std::to_string(late) + " of them overdue on " + print_long(today) + ".");
    const auto next = std::ranges::find_if(
        entries, [&](const Entry& entry) { return entry.is_open && entry.last && *entry.last >= today; });
    fields.text("next", next == entries.end() ? std::string() : "The next is due on " + print_long(*next->last) + ".");
    fields.text("shown", std::to_string(rows.size()) + " of " + std::to_string(entries.size()) + " shown")
        .text("unfiltered", visit.link("/actions"));
    const bool filtered = !origin.empty() || !lead.empty() || !state.empty();
    fields.flag("filtered", filtered).flag("nothing", rows.empty() && !entries.empty()).flag("any", !entries.empty());
    fields.flag("overdue", state == "overdue").flag("open", state == "open").flag("any_rows", !rows.empty());
    fields.list("origins", std::move(origin_options)).list("leads", lead_options(entries, lead));
    fields.list("frame_kept", kept_frame(visit)).list("rows", std::move(rows));
    return render_page(visit, {"Actions", "actions", std::move(fields), Section::meetings});
}

} // namespace qd::web::pages
