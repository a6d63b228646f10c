#include "store/fields.hpp"
#include "store/nouns.hpp"

#include <map>

namespace qd::inline store {
namespace {

std::map<ActionCode, std::vector<DueDate>> read_due_dates(db::Connection& store) {
    constexpr auto sql = "SELECT action, date_from, date, words FROM due_dates ORDER BY action, position";
    std::map<ActionCode, std::vector<DueDate>> dates;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        const ActionCode action = read.code<ActionCode>();
        DueDate due;
        due.from = read.date();
        due.date = read.date();
        due.words = read.text();
        dates[action].push_back(std::move(due));
    }
    return dates;
}

} // namespace

std::vector<Action> read_actions(db::Connection& store) {
    constexpr auto sql = "SELECT code, subject, title, lead_post, outcome, state, status, completed_on, position, "
                         "status_name FROM actions";
    auto dates = read_due_dates(store);
    std::vector<Action> actions;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        Action action;
        action.code = read.code<ActionCode>();
        action.subject = read.word(parse_subject);
        action.title = read.text();
        action.lead = read.text();
        action.outcome = read.text();
        action.state = read.word(parse_action_state);
        const std::string status = read.text();
        action.completed_on = read.date();
        action.position = read.small_integer();
        action.status = typed_status(status, read.text(), "actions.status");
        action.due = std::move(dates[action.code]);
        actions.push_back(std::move(action));
    }
    return actions;
}

Line bring_actions(Writer& writer, const std::vector<Action>& given_actions) {
    return bring(writer, "actions", given_actions, [](const Action& action) {
        Item item{Row::of("actions", action.code.text(), print(action.subject), action.title, given(action.lead),
                          given(action.outcome), print(action.state), given(counted_status(action.status)),
                          given(action.completed_on), action.position, given(own_status_name(action.status)))};
        std::int64_t position = 0;
        for (const DueDate& due : action.due)
            item.push_back(Row::of("due_dates", action.code.text(), ++position, given(due.from), given(due.date),
                                   given(due.words)));
        return item;
    });
}

} // namespace qd::inline store
