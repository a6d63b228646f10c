#include "store/history.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/acts.hpp"
#include "store/fields.hpp"

#include <algorithm>
#include <charconv>

namespace qd::inline store {
namespace {

std::vector<StoredRow> rows_of_key(db::Connection& store, const Table& table, From from,
                                   const std::vector<Bound>& key) {
    if (from == From::past && !has_past(table)) return {};
    return rows_with(store, table, from, item_columns(table), key);
}

// Of a key: what is in force, and what was, by the act that wrote it.
std::vector<StoredRow> versions_of(db::Connection& store, const Table& table, const std::vector<Bound>& key) {
    std::vector<StoredRow> versions = rows_of_key(store, table, From::past, key);
    for (StoredRow& row : rows_of_key(store, table, From::in_force, key)) versions.push_back(std::move(row));
    std::ranges::stable_sort(versions, {}, &StoredRow::act);
    return versions;
}

std::string who(const Act& act) {
    const std::string name = act.actor.name.empty() ? "somebody" : act.actor.name;
    return act.actor.post.empty() ? name : name + " (" + act.actor.post + ")";
}

// Of a ledger: these differ always, and say nothing to people.
bool names_the_row(const std::string& column) { return column == "id" || column == "sha256" || column == "chain"; }

std::string differences(const Row& before, const Row& after) {
    const Table& table = *after.table;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < table.own; ++i)
        if (!(before.values[i] == after.values[i]) && !names_the_row(table.columns[i].first))
            words.push_back(table.columns[i].first + " is “" + readable(table, i, after.values[i]) + "” instead of “" +
                            readable(table, i, before.values[i]) + "”");
    return words.empty() ? "one of its parts changed" : join(words, ", ");
}

} // namespace

std::string told_of_change(db::Connection& store, const std::string& name, std::int64_t act, const std::string& what) {
    const Act line = read_act(store, act);
    return name + " was changed by " + who(line) + " at " + print(line.at) + " (act " + std::to_string(act) +
           "): " + what + ".";
}

const Table& table_to_look_up(const std::string& name) {
    std::vector<std::string> names;
    for (const Table& table : tables()) {
        if (!holds_content(table)) continue;
        if (table.name == name) return table;
        if (table.owner.empty()) names.push_back(table.name);
    }
    throw Error(Fault::request, "There is no table “" + name + "”. There are: " + join(names, ", ") + ".");
}

std::vector<Bound> key_from(const Table& table, const std::vector<std::string>& texts) {
    const Columns columns = key_columns(table);
    if (texts.size() != columns.size())
        throw Error(Fault::request, "A row of " + table.name + " is identified by " + std::to_string(columns.size()) +
                                        " values (" + names_of(columns) + "), but " + std::to_string(texts.size()) +
                                        " were given.");
    std::vector<Bound> key;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& [name, kind] = columns[i];
        if (texts[i].empty() || kind != db::Kind::integer) {
            key.push_back({kind, texts[i].empty() ? std::nullopt : std::optional(texts[i]), {}});
            continue;
        }
        std::int64_t number = 0;
        const auto [end, fault] = std::from_chars(texts[i].data(), texts[i].data() + texts[i].size(), number);
        if (fault != std::errc() || *end != '\0')
            throw Error(Fault::request,
                        "The " + name + " of a row of " + table.name + " is a whole number, not “" + texts[i] + "”.");
        key.push_back({kind, {}, number});
    }
    return key;
}

std::string readable(const Table& table, std::size_t column, const Bound& value) {
    const std::string& name = table.columns[column].first;
    if (value.kind == db::Kind::blob && value.text) return std::to_string(value.text->size()) + " bytes";
    if (!value.number) return value.text.value_or("");
    if (table.millionths.contains(name)) return print(Decimal::from_millionths(*value.number));
    return name == "known_at" ? print(Instant(*value.number)) : std::to_string(*value.number);
}

std::optional<std::string> changed_since(db::Connection& store, const Row& row, std::int64_t base, std::int64_t act) {
    const Table& table = *row.table;
    std::vector<StoredRow> versions;
    for (const From from : {From::past, From::in_force})
        for (StoredRow& found : rows_with(store, table, from, key_columns(table), row.key()))
            if (found.act < act) versions.push_back(std::move(found));
    std::ranges::stable_sort(versions, {}, &StoredRow::act);
    if (versions.empty()) return std::nullopt;
    const StoredRow& newest = versions.back();
    if (newest.ended_by && *newest.ended_by < act) {
        if (*newest.ended_by <= base) return std::nullopt;
        return told_of_change(store, row.name(), *newest.ended_by,
                              "it was withdrawn, because “" + newest.withdrawn.value_or("") + "”");
    }
    if (newest.act <= base) return std::nullopt;
    const auto before =
        std::find_if(versions.rbegin(), versions.rend(), [&](const StoredRow& one) { return one.act <= base; });
    return told_of_change(store, row.name(), newest.act,
                          before == versions.rend() ? "it is new" : differences(before->row, newest.row));
}

std::vector<RowVersion> read_history(db::Connection& store, const Table& table, const std::vector<Bound>& key) {
    std::vector<RowVersion> history;
    for (const Table* part : with_parts(table)) {
        for (const StoredRow& stored : versions_of(store, *part, key)) {
            if (!is_sound(stored)) refuse_damaged(changed_row(stored.row));
            RowVersion version{.table = part->name, .fields = {}, .written_by = read_act(store, stored.act)};
            for (std::size_t i = 0; i < part->own; ++i)
                if (const std::string& name = part->columns[i].first; !names_the_row(name))
                    version.fields.emplace_back(name, readable(*part, i, stored.row.values[i]));
            if (stored.ended_by) version.ended_by = read_act(store, *stored.ended_by);
            version.withdrawn = stored.withdrawn;
            history.push_back(std::move(version));
        }
    }
    return history;
}

} // namespace qd::inline store
