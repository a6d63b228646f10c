#include "base/text.hpp"
#include "exchange/minutes/outcomes.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
    const char mark = line.find('|') != std::string_view::npos ? '|' : '\t';
    if (mark == '|') {
        line = trim(line);
        if (line.starts_with('|')) line.remove_prefix(1);
        if (line.ends_with('|')) line.remove_suffix(1);
    }
    std::vector<std::string> cells;
    for (const std::string& cell : split(line, mark)) cells.emplace_back(trim(cell));
    return cells;
}

enum class ActionColumn { mark, action, owner, due, item, other };

ActionColumn column_of(std::string_view heading) {
    struct Known {
        std::string_view word;
        ActionColumn column;
    };
    constexpr std::array<Known, 30> known{{
        {"agenda item", ActionColumn::item},   {"minute", ActionColumn::item},
        {"item", ActionColumn::item},          {"action no", ActionColumn::mark},
        {"action ref", ActionColumn::mark},    {"ref", ActionColumn::mark},
        {"no.", ActionColumn::mark},           {"number", ActionColumn::mark},
        {"action by", ActionColumn::owner},    {"by whom", ActionColumn::owner},
        {"by when", ActionColumn::due},        {"action date", ActionColumn::due},
        {"action owner", ActionColumn::owner}, {"action for", ActionColumn::owner},
        {"owner", ActionColumn::owner},        {"who", ActionColumn::owner},
        {"lead", ActionColumn::owner},         {"responsib", ActionColumn::owner},
        {"officer", ActionColumn::owner},      {"assigned", ActionColumn::owner},
        {"person", ActionColumn::owner},       {"due", ActionColumn::due},
        {"date", ActionColumn::due},           {"deadline", ActionColumn::due},
        {"when", ActionColumn::due},           {"timescale", ActionColumn::due},
        {"target", ActionColumn::due},         {"action", ActionColumn::action},
        {"task", ActionColumn::action},        {"what", ActionColumn::action},
    }};
    const std::string low = lower(trim(heading));
    if (low == "no" || low == "#") return ActionColumn::mark;
    for (const Known& each : known)
        if (low.find(each.word) != std::string::npos) return each.column;
    return ActionColumn::other;
}

struct Columns {
    std::vector<std::string> headings;
    std::vector<ActionColumn> columns;
};

// A row of headings that has a column of actions and one of owners or dates.
std::optional<Columns> columns_at(std::string_view line) {
    Columns found{cells_of(line), {}};
    if (found.headings.size() < 2) return std::nullopt;
    int actions = 0, others = 0;
    for (const std::string& heading : found.headings) {
        const bool says_more = heading.size() > 30 || heading.find_first_of("0123456789") != std::string::npos;
        if (says_more) return std::nullopt;
        const ActionColumn column = column_of(heading);
        found.columns.push_back(column);
        actions += column == ActionColumn::action ? 1 : 0;
        others += column == ActionColumn::owner || column == ActionColumn::due ? 1 : 0;
    }
    if (actions != 1 || others == 0) return std::nullopt;
    return found;
}

} // namespace

std::optional<ActionTable> read_action_table(MinutesLines& lines, std::size_t at, std::size_t end,
                                             const std::string& file) {
    const auto columns = columns_at(lines[at].text);
    if (!columns) return std::nullopt;
    ActionTable table;
    lines[at].place = LinePlace::layout;
    for (std::size_t i = 0; i < columns->columns.size(); ++i)
        if (columns->columns[i] == ActionColumn::other && !columns->headings[i].empty())
            table.to_confirm.push_back({file, lines[at].number, columns->headings[i], "",
                                        "This column of the table of actions was not read.",
                                        "Check whether it is needed."});
    table.end = at + 1;
    for (std::size_t row = at + 1; row < end; ++row) {
        if (lines[row].text.empty() || lines[row].place == LinePlace::layout) continue;
        const std::vector<std::string> cells = cells_of(lines[row].text);
        if (cells.size() < 2 || cells.size() > columns->columns.size()) break;
        MinutedOutcome outcome;
        outcome.line = lines[row].number;
        outcome.kind = DecisionKind::requested;
        for (std::size_t i = 0; i < cells.size(); ++i) switch (columns->columns[i]) {
            case ActionColumn::mark: outcome.mark = cells[i]; break;
            case ActionColumn::action: outcome.text = ended(cells[i]); break;
            case ActionColumn::owner: outcome.owner = cells[i]; break;
            case ActionColumn::due: outcome.due = cells[i]; break;
            case ActionColumn::item: outcome.of_item = cells[i]; break;
            case ActionColumn::other: break;
            }
        if (outcome.text.empty()) break; // its lines stay for another reader
        lines[row].place = LinePlace::decision;
        table.rows.push_back(std::move(outcome));
        table.end = row + 1;
    }
    return table;
}

} // namespace qd::inline exchange
