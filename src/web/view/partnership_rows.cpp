#include "web/view/partnership_rows.hpp"

#include "base/text.hpp"
#include "domain/own_status.hpp"
#include "domain/status_counts.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

namespace qd::web {
namespace {

std::string anchor_of(const Unit& unit) { return "group-" + unit.code.text(); }

} // namespace

std::vector<Fields> tally_marks(const StatusTally& tally) {
    std::vector<Fields> marks;
    for (const Status status : worst_first)
        for (std::size_t i = 0; i < count_of(tally, status); ++i)
            marks.push_back(Fields{}.text("shape", sprite_id(status)));
    return marks;
}

std::vector<Fields> group_rows(const Visit& visit, const Partnership& partnership) {
    std::vector<Fields> rows;
    for (const GroupLines& group : partnership.groups) {
        std::size_t actions = 0;
        for (const PriorityLine& line : group.lines) actions += line.actions.total();
        Fields row;
        row.text("name", group.unit.name).text("anchor", anchor_of(group.unit));
        row.text("href", visit.link("/priorities") + "#" + percent_encode(anchor_of(group.unit)));
        row.text("count", plural(group.lines.size(), "priority", "priorities"));
        row.text("tally", group.tally.total() == 0 ? "not reported this period" : tally_words(group.tally))
            .list("marks", tally_marks(group.tally));
        row.text("actions", actions == 0 ? "no actions" : plural(actions, "action", "actions"));
        rows.push_back(std::move(row));
    }
    return rows;
}

Fields priority_row(const Visit& visit, const PriorityLine& line) {
    Fields row;
    row.text("code", line.priority.code.text()).text("title", line.priority.title);
    row.text("href", visit.link("/priorities/" + line.priority.code.text()));
    row.flag("reported", line.update.has_value());
    const bool blank = !line.update || !line.update->status;
    row.flag("blank", blank)
        .object("status",
                blank ? web::status_tag(Status::not_rated)
                      : web::status_tag(typed_verdict(visit.snapshot.content().settings, *line.update->status)));
    row.text("narrative", line.update ? line.update->narrative : std::string{});
    row.text("actions", line.actions.total() == 0 ? std::string{} : tally_words(line.actions))
        .list("marks", tally_marks(line.actions));
    if (line.from_actions)
        row.object("from_actions", web::status_tag(*line.from_actions))
            .flag("differs", !blank && *line.from_actions != *line.update->status);
    else
        row.none("from_actions").none("differs");
    return row;
}

} // namespace qd::web
