#include "exchange/row_changes.hpp"

#include "exchange/text_tables.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace qd::inline exchange {
namespace {

using RowsByKey = std::map<std::vector<std::string>, std::vector<const TextTable::Row*>>;

RowsByKey by_key(const TextTable& table) {
    RowsByKey rows;
    for (const TextTable::Row& row : table.rows) rows[row.key].push_back(&row);
    return rows;
}

std::vector<SourceFile> files_but_returns(const Content& content) {
    Content written = content;
    written.returns.clear();
    return to_files(written, "");
}

// Takes the rows out that both have.
void leave_what_differs(std::vector<const TextTable::Row*>& before, std::vector<const TextTable::Row*>& after) {
    std::erase_if(before, [&](const TextTable::Row* row) {
        const auto same = std::ranges::find(after, row->cells, &TextTable::Row::cells);
        if (same == after.end()) return false;
        after.erase(same);
        return true;
    });
}

// Null: there is no such row.
void compare_rows(const TextTable& table, const TextTable::Row* before, const TextTable::Row* after,
                  std::vector<CellChange>& changes) {
    const TextTable::Row& named = after == nullptr ? *before : *after;
    const auto cell = [](const TextTable::Row* row, std::size_t i) {
        return row == nullptr || i >= row->cells.size() ? std::string() : row->cells[i];
    };
    for (std::size_t i = 0; i < table.heading.size(); ++i) {
        const bool is_key =
            std::ranges::find(table.kind.keys, table.heading[i], &TextKind::Key::column) != table.kind.keys.end();
        std::string was = cell(before, i), is = cell(after, i);
        if (is_key || was == is) continue;
        changes.push_back({table.kind.name, shown_key(named.key), table.heading[i], std::move(was), std::move(is)});
    }
}

void compare_rows(const TextTable& before, const TextTable& after, std::vector<CellChange>& changes) {
    RowsByKey was = by_key(before), is = by_key(after);
    for (const auto& [key, rows] : is) was.try_emplace(key);
    for (auto& [key, old] : was) {
        std::vector<const TextTable::Row*> now = is[key];
        leave_what_differs(old, now);
        for (std::size_t i = 0; i < std::max(old.size(), now.size()); ++i)
            compare_rows(after.heading.empty() ? before : after, i < old.size() ? old[i] : nullptr,
                         i < now.size() ? now[i] : nullptr, changes);
    }
}

} // namespace

std::vector<CellChange> changes_of_rows(const Content& before, const Content& after) {
    const std::vector<SourceFile> was = files_but_returns(before), is = files_but_returns(after);
    std::vector<CellChange> changes;
    for (const TextKind& kind : text_kinds()) compare_rows(text_table(was, kind), text_table(is, kind), changes);
    return changes;
}

std::vector<CellChange> cells_of_new_rows(const Content& stored, const Content& given) {
    const std::vector<SourceFile> was = files_but_returns(stored), is = files_but_returns(given);
    std::vector<CellChange> changes;
    for (const TextKind& kind : text_kinds()) {
        const TextTable before = text_table(was, kind), after = text_table(is, kind);
        const RowsByKey known = by_key(before);
        for (const TextTable::Row& row : after.rows)
            if (!known.contains(row.key)) compare_rows(after, nullptr, &row, changes);
    }
    return changes;
}

namespace {

using CellPlaceOfFigure = std::tuple<MeasureCode, AreaCode, Period>;
struct NewestWord {
    std::optional<Instant> known_at;
    Observation cell;
};

std::map<CellPlaceOfFigure, NewestWord> newest_words(const Content& content) {
    std::map<CellPlaceOfFigure, NewestWord> words;
    for (const Return& each : content.returns) {
        if (!counts(each.state)) continue;
        for (std::size_t i = 0; i < each.observations.size(); ++i) {
            Observation cell = each.observations.at(i);
            const auto [found, is_new] = words.try_emplace({each.measure, cell.area, cell.period});
            if (is_new || found->second.known_at <= each.known_at) found->second = {each.known_at, std::move(cell)};
        }
    }
    return words;
}

struct SaidField {
    std::string field, text;
    bool may_be_unsaid = false, is_denied = false;
};

std::vector<SaidField> fields_said_by(const Observation& cell) {
    const auto text = [](const std::optional<Decimal>& number) { return number ? print(*number) : std::string(); };
    return {{"numerator", text(cell.numerator)},
            {"denominator", text(cell.denominator)},
            {"value", text(cell.value)},
            {"target", text(cell.target), true, has(cell.denied, Denial::target)},
            {"gap", cell.gap ? std::string(print(*cell.gap)) : ""},
            {"flags", qd::print(cell.flags), true, has(cell.denied, Denial::flags)},
            {"published", text(cell.published), true, has(cell.denied, Denial::published)},
            {"note", cell.note, true, has(cell.denied, Denial::note)}};
}

} // namespace

std::vector<CellChange> changes_of_returns(const Content& stored, const Content& given) {
    const auto words = newest_words(stored);
    const YearStyle years = stored.settings.calendar.year_style();
    std::vector<CellChange> changes;
    for (const Return& each : given.returns) {
        for (std::size_t row = 0; row < each.observations.size(); ++row) {
            const Observation cell = each.observations.at(row);
            const auto before = words.find({each.measure, cell.area, cell.period});
            if (before != words.end() && each.known_at && *each.known_at < before->second.known_at) continue;
            const std::vector<SaidField> was = fields_said_by(before == words.end() ? Observation()
                                                                                    : before->second.cell),
                                         is = fields_said_by(cell);
            const std::string name = shown_key({each.measure.text(), cell.area.text(), print(cell.period, years)});
            for (std::size_t i = 0; i < is.size(); ++i) {
                const bool is_unsaid = is[i].may_be_unsaid && is[i].text.empty() && !is[i].is_denied;
                if (is[i].text == was[i].text || is_unsaid) continue;
                changes.push_back({"returns", name, is[i].field, was[i].text, is[i].text});
            }
        }
    }
    return changes;
}

} // namespace qd::inline exchange
