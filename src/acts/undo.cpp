#include "acts/undo.hpp"

#include "acts/former_figures.hpp"
#include "acts/inside.hpp"
#include "acts/permission.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/row_changes.hpp"
#include "exchange/withdrawing.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace qd::inline acts {
namespace {

std::string subject_of(std::int64_t act) { return "act:" + std::to_string(act); }

Settings settings_in(const std::string& text) {
    auto settings = parse_settings(text, "council.toml");
    return settings && !text.empty() ? *std::move(settings) : Settings();
}

const Act* undone_by(const std::vector<Act>& acts, std::int64_t number) {
    const auto found = std::ranges::find_if(
        acts, [&](const Act& act) { return act.kind == "undo" && act.subject == subject_of(number); });
    return found == acts.end() ? nullptr : &*found;
}

// "Act 7 was undone by act 9. To do it again: quarterday undo 9": if it is not in force as it was.
std::string why_not_again(const std::vector<Act>& acts, std::int64_t number) {
    const Act* undoing = undone_by(acts, number);
    if (undoing == nullptr) return "";
    std::string text = "Act " + std::to_string(number) + " was undone by act " + std::to_string(undoing->number);
    bool is_undone = true;
    while (const Act* next = undone_by(acts, undoing->number)) {
        text += is_undone ? ", which was undone by act " : ", and again by act ";
        text += std::to_string(next->number);
        is_undone = !is_undone;
        undoing = next;
    }
    return text + ". " + (is_undone ? "To do it again" : "To undo it") + ": quarterday undo " +
           std::to_string(undoing->number);
}

const Act& act_to_undo(const std::vector<Act>& acts, std::int64_t number) {
    const auto found = std::ranges::find(acts, number, &Act::number);
    if (found == acts.end())
        throw Error(Fault::absent, "There is no act " + std::to_string(number) +
                                       (acts.empty() ? std::string(": nothing has been done yet.")
                                                     : ". The newest is " + std::to_string(acts.back().number) +
                                                           ". See quarterday history"));
    if (found->kind == "issue" || found->kind == "publish")
        throw Error(Fault::request, "Act " + std::to_string(number) + " issued a report, which is kept for good.");
    if (const std::string why = why_not_again(acts, number); !why.empty()) throw Error(Fault::conflict, why);
    return *found;
}

// What figures need that are never deleted: their measures and areas, and what these are parts of.
class Needed {
public:
    Needed(const Content& content, const std::set<RowName>& first) : content_(content), first_(first) {
        for (const Return& each : content.returns) {
            if (!is_first("measures", each.measure.text())) continue;
            keep_measure(each.measure);
        }
        for (const Return& each : content.returns)
            for (const AreaCode& area : each.observations.area_codes()) keep_area(area);
        if (kept_.empty()) return;
        keep_area(content.settings.area);
        for (const RowName& row : first_)
            if (row.first == "settings") kept_.insert(row);
    }
    std::set<RowName> kept() { return std::move(kept_); }

private:
    bool is_first(const char* table, const std::string& code) const { return first_.contains({table, {code}}); }
    // Whether it is new here, and what it needs has to be looked at.
    bool keep(const char* table, const std::string& code) {
        return is_first(table, code) && kept_.insert({table, {code}}).second;
    }
    void keep_measure(const MeasureCode& code) {
        const Measure* measure = find_row(content_.measures, code);
        if (measure == nullptr || !keep("measures", code.text())) return;
        keep_unit(measure->owner);
        keep_measure(measure->parent);
    }
    void keep_unit(const UnitCode& code) {
        const Unit* unit = find_row(content_.units, code);
        if (unit != nullptr && keep("units", code.text())) keep_unit(unit->parent);
    }
    void keep_area(const AreaCode& code) {
        const Area* area = find_row(content_.areas, code);
        if (area == nullptr || !keep("areas", code.text())) return;
        keep_area(area->parent);
        for (const AreaCode& before : area->follows) keep_area(before);
    }

    const Content& content_;
    const std::set<RowName>& first_;
    std::set<RowName> kept_;
};

// "measures M1, M2"
std::vector<std::string> shown(const std::set<RowName>& rows) {
    std::vector<std::string> shown;
    std::string table;
    for (const auto& [name, key] : rows) {
        const std::string code = join(key, " ");
        if (name == table)
            shown.back() += ", " + code;
        else
            shown.push_back(replace_all(name, "_", " ") + " " + code);
        table = name;
    }
    return shown;
}

Complaints complaints_about(std::int64_t act, const WrittenByAct& written, const FormerFigures& former) {
    Complaints complaints;
    for (const auto* changes : {&written.changed_since, &former.handed_in_since})
        for (const std::string& change : *changes)
            complaints.push_back({subject_of(act), 0, "", "", change, "Undo the later act first."});
    for (const std::string& measure : former.not_put_back)
        complaints.push_back(
            {subject_of(act), 0, "", "", measure,
             "An undo cannot put these figures back yet. Hand in the former ones, or withdraw them one by one."});
    return complaints;
}

// What a row of now refers to, and would be gone.
Complaints complaints_of_references(std::int64_t act, const Content& before, const Content& after) {
    const std::string rows = broken_references(before, after);
    if (rows.empty()) return {};
    return {{subject_of(act), 0, "", "", "What it brought is referred to by " + rows + ".",
             "Withdraw these first, or undo the acts that brought them."}};
}

FigureChanges figure_changes(const Content& before, const Content& after, const FormerFigures& former, Instant now) {
    FigureChanges changes;
    std::set<AreaCode> areas;
    for (const Return& each : former.returns) {
        changes.figures += each.observations.size();
        areas.insert(each.observations.area_codes().begin(), each.observations.area_codes().end());
    }
    if ((areas.size() + 1) * before.measures.size() > FigureChanges::most_series) {
        changes.unjudged_series = (areas.size() + 1) * before.measures.size();
        return changes;
    }
    Withdrawing made;
    made.rest = after;
    made.rest->returns = before.returns;
    made.gaps = former.returns;
    changes.changes = changes_without(before, made, now);
    return changes;
}

} // namespace

tl::expected<UndoOutcome, Complaints> undo(Desk& desk, const Actor& actor, const UndoRequest& request) {
    ask_permission(actor, "undo");
    Store& store = store_of(desk);
    UndoOutcome made;
    made.undone = act_to_undo(store.acts(), request.act);
    WrittenByAct written = store.written_by(request.act);
    Content& before = written.content;
    before.settings = made.settings = settings_in(written.settings_text);
    const std::string number = std::to_string(request.act), reason(trim(request.reason));
    const std::string words = "Act " + number + " was undone" + (reason.empty() ? "" : ": " + reason);
    FormerFigures former = former_figures(before, written.acts_of_returns, request.act, words, desk.now());
    if (Complaints complaints = complaints_about(request.act, written, former); !complaints.empty())
        return tl::make_unexpected(std::move(complaints));

    Undoing undoing{.act = request.act, .returns = former.returns, .reason = words, .kept = {}, .must_hold = {}};
    undoing.kept = Needed(before, written.first).kept();
    made.stays = shown(undoing.kept);
    made.past = former.past;
    Complaints broken;
    undoing.must_hold = [&](Content after, const std::string& settings_text) {
        after.settings = settings_in(settings_text);
        broken = complaints_of_references(request.act, before, after);
        if (!broken.empty()) throw Error(Fault::conflict, print(broken.front()));
        made.cells = changes_of_rows(before, after);
        std::ranges::move(changes_of_settings(written.settings_text, settings_text), std::back_inserter(made.cells));
        made.figures = figure_changes(before, after, former, desk.now());
    };
    Act act = act_of(actor, "undo", written.generation);
    act.subject = subject_of(request.act);
    act.reason = reason;
    try {
        made.outcome =
            store.undo(undoing, act, request.dry_run == DryRun::yes ? Store::Trying::yes : Store::Trying::no);
    } catch (const Error&) {
        if (broken.empty()) throw;
        return tl::make_unexpected(std::move(broken));
    }
    return made;
}

} // namespace qd::inline acts
