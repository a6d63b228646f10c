#include "exchange/json/history.hpp"

namespace qd::inline exchange {
namespace {

void write_act(JsonWriter& json, const Act& act) {
    if (act.number == 0)
        json.null("act");
    else
        json.count("act", static_cast<std::size_t>(act.number));
    json.text("at", print(act.at))
        .text_or_null("who", act.actor.name)
        .text_or_null("post", act.actor.post)
        .text_or_null("origin", act.actor.origin)
        .text("kind", act.kind)
        .text_or_null("subject", act.subject)
        .text_or_null("source", act.source)
        .text_or_null("reason", act.reason);
}

} // namespace

std::string acts_json(const std::vector<Act>& acts) {
    JsonWriter json;
    json.open_object().open_array("acts");
    for (const Act& act : acts) {
        json.open_object();
        write_act(json, act);
        json.count("changes", static_cast<std::size_t>(act.changes))
            .count("left_out", static_cast<std::size_t>(act.left_out))
            .text_or_null("sha256", act.sha256)
            .text_or_null("layout", act.layout)
            .open_array("brought");
        for (const ImportOutcome::Line& line : act.brought)
            json.open_object()
                .text("table", line.table)
                .count("rows", line.rows())
                .count("hand_ins", line.hand_ins)
                .count("added", line.added)
                .count("changed", line.changed)
                .count("same", line.same)
                .count("withdrawn", line.withdrawn)
                .close_object();
        json.close_array().close_object();
    }
    return json.close_array().close_object().finish();
}

std::string row_history_json(const RowHistory& history) {
    JsonWriter json;
    json.open_object().text("table", history.table).open_array("key");
    for (const std::string& text : history.key) json.text("", text);
    json.close_array().open_array("history");
    for (const HistoryStep& step : history.steps) {
        json.open_object();
        write_act(json, step.act);
        json.text_or_null("withdrawn", step.withdrawn.value_or("")).open_array("changes");
        for (const HistoryStep::Change& change : step.changes)
            json.open_object()
                .text("field", change.field)
                .text_or_null("before", change.before)
                .text_or_null("after", change.after)
                .close_object();
        json.close_array().close_object();
    }
    return json.close_array().close_object().finish();
}

} // namespace qd::inline exchange
