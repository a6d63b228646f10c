#include "store/nouns.hpp"
#include "store/shaped.hpp"

#include <map>

// Nouns whose table follows from their shape, and two with a list in its own rows.
namespace qd::inline store {

std::vector<Area> read_areas(db::Connection& store) { return read_rows<Area>(store); }
Line bring_areas(Writer& writer, const std::vector<Area>& given_areas) { return bring_rows(writer, given_areas); }

std::vector<Unit> read_units(db::Connection& store) { return read_rows<Unit>(store); }
Line bring_units(Writer& writer, const std::vector<Unit>& given_units) { return bring_rows(writer, given_units); }

std::vector<Plan> read_plans(db::Connection& store) { return read_rows<Plan>(store); }
Line bring_plans(Writer& writer, const std::vector<Plan>& given_plans) { return bring_rows(writer, given_plans); }

std::vector<Project> read_projects(db::Connection& store) { return read_rows<Project>(store); }
Line bring_projects(Writer& writer, const std::vector<Project>& given_projects) {
    return bring_rows(writer, given_projects);
}

std::vector<Statement> read_statements(db::Connection& store) { return read_rows<Statement>(store); }
Line bring_statements(Writer& writer, const std::vector<Statement>& given_statements) {
    return bring_rows(writer, given_statements);
}

std::vector<Priority> read_priorities(db::Connection& store) {
    std::map<PriorityCode, std::vector<MeasureCode>> measures;
    for (auto row : store.query("SELECT priority, measure FROM priority_measures ORDER BY priority, position")) {
        FieldReader read(row);
        const PriorityCode priority = read.code<PriorityCode>();
        measures[priority].push_back(read.code<MeasureCode>());
    }
    std::vector<Priority> priorities = read_rows<Priority>(store);
    for (Priority& priority : priorities) priority.measures = std::move(measures[priority.code]);
    return priorities;
}

Line bring_priorities(Writer& writer, const std::vector<Priority>& given_priorities) {
    return bring(writer, "priorities", given_priorities, [](const Priority& priority) {
        Item item{row_of<Priority>(0, priority, "")};
        std::int64_t position = 0;
        for (const MeasureCode& measure : priority.measures)
            item.push_back(Row::of("priority_measures", priority.code.text(), ++position, measure.text()));
        return item;
    });
}

std::vector<Action> read_actions(db::Connection& store) {
    std::map<ActionCode, std::vector<DueDate>> dates;
    for (auto row : store.query("SELECT action, date_from, date, words FROM due_dates ORDER BY action, position")) {
        FieldReader read(row);
        const ActionCode action = read.code<ActionCode>();
        DueDate due;
        due.from = read.date();
        due.date = read.date();
        due.words = read.text();
        dates[action].push_back(std::move(due));
    }
    std::vector<Action> actions = read_rows<Action>(store);
    for (Action& action : actions) action.due = std::move(dates[action.code]);
    return actions;
}

Line bring_actions(Writer& writer, const std::vector<Action>& given_actions) {
    return bring(writer, "actions", given_actions, [](const Action& action) {
        Item item{row_of<Action>(0, action, "")};
        std::int64_t position = 0;
        for (const DueDate& due : action.due)
            item.push_back(Row::of("due_dates", action.code.text(), ++position, given(due.from), given(due.date),
                                   given(due.words)));
        return item;
    });
}

} // namespace qd::inline store
