#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/view/tags.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/json/history.hpp"

namespace qd::web::pages {
namespace {

// Of what `subject` names; of everything without one.
Ledger::Found found_for(const Visit& visit) {
    if (!visit.library) return {};
    Ledger ledger = visit.library->ledger();
    const std::string subject(visit.parameter("subject"));
    return subject.empty() ? Ledger::Found{std::nullopt, ledger.acts()} : ledger.look_up(subject);
}

std::string moment(Instant at) { return print_long(at.date()) + ", " + print(at).substr(11, 5); }

std::vector<Fields> act_rows(const Visit& visit, const std::vector<Act>& acts) {
    std::vector<Fields> rows;
    for (auto act = acts.rbegin(); act != acts.rend(); ++act)
        rows.push_back(Fields{}
                           .text("number", std::to_string(act->number))
                           .text("act", visit.link("/history", {{"subject", "act:" + std::to_string(act->number)}}))
                           .text("at", moment(act->at))
                           .text("who", who(act->actor))
                           .text("kind", act->kind)
                           .text("subject", act->subject)
                           .text("href", act->subject.empty() ? std::string()
                                                              : visit.link("/history", {{"subject", act->subject}}))
                           .text("source", act->source)
                           .text("reason", act->reason)
                           .text("changes", std::to_string(act->changes)));
    return rows;
}

std::string counted(std::size_t count) {
    return count == 0 ? std::string() : print_grouped(Decimal(static_cast<int>(count)), 0);
}

// What one act did, as the receipt of an import says it.
Fields receipt_fields(const Act& act) {
    std::vector<Fields> rows;
    for (const ImportOutcome::Line& line : act.brought)
        rows.push_back(Fields{}
                           .text("table", capitalised(replace_all(line.table, "_", " ")))
                           .text("rows", counted(line.rows()))
                           .text("hand_ins", counted(line.hand_ins))
                           .text("added", counted(line.added))
                           .text("changed", counted(line.changed))
                           .text("same", counted(line.same))
                           .text("withdrawn", counted(line.withdrawn)));
    Fields fields;
    fields.text("at", moment(act.at)).text("who", who(act.actor)).text("kind", act.kind).text("source", act.source);
    fields.text("sha256", act.sha256).text("layout", act.layout).text("reason", act.reason);
    fields.text("about", act.subject).text("left_out", counted(static_cast<std::size_t>(act.left_out)));
    fields.flag("any_brought", !rows.empty()).list("brought", std::move(rows));
    return fields;
}

std::string title_of(const Ledger::Found& found, const std::string& subject) {
    if (found.row) return "History of " + name_of(*found.row);
    if (!found.act) return subject.empty() ? "History" : "History of " + subject;
    return (found.act->kind == "import" ? "Receipt " : "Act ") + std::to_string(found.act->number);
}

std::vector<Fields> step_rows(const RowHistory& history) {
    std::vector<Fields> rows;
    for (const HistoryStep& step : history.steps) {
        std::vector<Fields> changes;
        for (const HistoryStep::Change& change : step.changes)
            changes.push_back(Fields{}
                                  .text("field", capitalised(replace_all(change.field, "_", " ")))
                                  .text("before", change.before)
                                  .text("after", change.after));
        rows.push_back(Fields{}
                           .text("number", step.act.number == 0 ? std::string() : std::to_string(step.act.number))
                           .text("at", moment(step.act.at))
                           .text("who", who(step.act.actor))
                           .text("kind", step.act.kind)
                           .text("source", step.act.source)
                           .text("reason", step.withdrawn ? std::string() : step.act.reason)
                           .text("withdrawn", step.withdrawn.value_or(""))
                           .list("changes", std::move(changes)));
    }
    return rows;
}

} // namespace

Response history(const Visit& visit) {
    const Ledger::Found found = found_for(visit);
    const std::string subject(visit.parameter("subject"));
    Fields fields;
    std::vector<Fields> acts = act_rows(visit, found.acts);
    fields.text("subject", subject).text("title", title_of(found, subject)).text("all", visit.link("/history"));
    fields.flag("is_row", found.row.has_value()).flag("is_act", found.act.has_value());
    if (found.act)
        fields.object("receipt", receipt_fields(*found.act));
    else
        fields.none("receipt");
    fields.flag("is_list", !found.row && (!found.act || !acts.empty()));
    fields.flag("any", !acts.empty()).list("acts", std::move(acts));
    fields.list("steps", found.row ? step_rows(*found.row) : std::vector<Fields>());
    fields.text("json", visit.link("/history.json", subject.empty() ? Parameters{} : Parameters{{"subject", subject}}));
    return render_page(visit, {"History", "history", std::move(fields), Section::about, Framing::hidden});
}

Response history_json(const Visit& visit) {
    Ledger::Found found = found_for(visit);
    if (found.act) found.acts.insert(found.acts.begin(), *found.act);
    return text_response(200, "application/json", found.row ? row_history_json(*found.row) : acts_json(found.acts));
}

} // namespace qd::web::pages
