#include "views/known_content.hpp"

#include "domain/as_known.hpp"
#include "engine/derive.hpp"
#include "exchange/folder.hpp"

#include <algorithm>

namespace qd::inline views {
namespace {

// The rules by which figures were judged then. Unchanged: what everything is read by (the area, the calendar, the words for
// risks), how it looks, and what is hidden.
void judge_by(Settings& settings, Settings then) {
    for (const OwnStatus& own : settings.own_statuses) // rows that came later may use it
        if (std::ranges::find(then.own_statuses, own.name, &OwnStatus::name) == then.own_statuses.end())
            then.own_statuses.push_back(own);
    settings.own_statuses = std::move(then.own_statuses);
    settings.status_rules = std::move(then.status_rules);
    settings.tolerance = then.tolerance;
    settings.due_days = then.due_days;
    settings.late_report_days = then.late_report_days;
    settings.child_rule = then.child_rule;
    settings.charts = then.charts;
    settings.neighbours = then.neighbours;
    settings.requests = then.requests;
    settings.recovery = then.recovery;
    settings.as_planned_within = then.as_planned_within;
}

// Rules that this program no longer understands are ignored.
Settings settings_known_by(Settings settings, const Past& past, Instant as_at) {
    for (const auto& piece : past.pieces)
        for (const auto& [stood, text] : piece->settings_texts) {
            if (!stood.holds(as_at)) continue;
            if (auto then = parse_settings(text, "council.toml")) judge_by(settings, *std::move(then));
        }
    return settings;
}

// Formulas are computed from the measures of then.
Content with_derived_anew(Content then) {
    std::erase_if(then.returns, [](const Return& each) { return each.origin == Origin::computed; });
    return with_derived(std::move(then));
}

} // namespace

std::optional<Content> content_known_by(const Content& content, const Past& past, Instant as_at) {
    std::optional<Content> then = as_known(content, past, as_at);
    if (then && (then->measures != content.measures || then->areas != content.areas))
        then = with_derived_anew(*std::move(then));
    Settings settings = settings_known_by(content.settings, past, as_at);
    if (settings == content.settings) return then;
    if (!then) then = content;
    then->settings = std::move(settings);
    return then;
}

} // namespace qd::inline views
