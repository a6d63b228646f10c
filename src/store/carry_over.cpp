#include "store/carry_over.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/acts.hpp"
#include "store/fields.hpp"
#include "store/old_tables.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace qd::inline store {
namespace {

constexpr std::int64_t first_act = 1;

using MarksByAct = std::map<std::int64_t, Marks>;

// The rows of an item, by their hashes.
using ItemRows = std::map<std::string, Row>;
using Items = std::map<std::string, ItemRows>; // by key

std::string key_text(const Row& row) {
    CanonicalText text;
    const std::vector<Bound> key = row.key();
    for (std::size_t i = 0; i < item_columns(*row.table).size(); ++i) text.add(canonical(key[i].value()));
    return text.sha256();
}

void add(Items& items, std::vector<Row> rows) {
    for (Row& row : rows) {
        ItemRows& item = items[key_text(row)];
        item.emplace(hash_of(row), std::move(row));
    }
}

bool same(const ItemRows& a, const ItemRows& b) {
    return std::ranges::equal(a, b, {}, &ItemRows::value_type::first, &ItemRows::value_type::first);
}

// A row with the act that wrote it and the one that ended it.
struct Lived {
    Row row;
    std::string sha256;
    std::int64_t act = 0;
    std::optional<std::int64_t> ended_by;
};

// The lives of the rows of a table and its parts, from their successive versions.
class Lives {
public:
    void stood(std::int64_t act, const Items& now) {
        for (auto item = open_.begin(); item != open_.end();) {
            const auto found = now.find(item->first);
            const bool goes_on = found != now.end() && same(found->second, item->second.rows);
            if (!goes_on) end(item->second, act);
            item = goes_on ? std::next(item) : open_.erase(item);
        }
        for (const auto& [key, rows] : now) open_.try_emplace(key, Open{act, rows});
    }
    std::vector<Lived> all() {
        for (auto& [key, open] : open_) end(open, std::nullopt);
        return std::move(lived_);
    }

private:
    struct Open {
        std::int64_t since = 0;
        ItemRows rows;
    };
    void end(Open& open, std::optional<std::int64_t> act) {
        for (auto& [hash, row] : open.rows) lived_.push_back({std::move(row), hash, open.since, act});
    }
    std::map<std::string, Open> open_;
    std::vector<Lived> lived_;
};

void put_in_place(db::Connection& store, const Lived& lived, MarksByAct& marks) {
    const Table &content = *lived.row.table, &table = lived.ended_by ? past_of(content) : content;
    std::vector<db::Value> values = values_of(lived.row.values);
    values.emplace_back(lived.act);
    values.emplace_back(std::string_view(lived.sha256));
    if (lived.ended_by) {
        values.emplace_back(*lived.ended_by);
        values.emplace_back(std::optional<std::string_view>());
    }
    store.execute(insert_into(table.name, names_of(table.columns), values.size()), std::span<const db::Value>(values));
    const std::string mark = mark_of(content, 0, lived.sha256);
    marks[lived.act].wrote(content.name, mark);
    if (lived.ended_by) marks[*lived.ended_by].ended(table.name, mark, std::nullopt);
}

void carry_over_rows(db::Connection& store, const Table& head, const OldStandings& standings, MarksByAct& marks) {
    const std::vector<const Table*> group = with_parts(head);
    Items now;
    for (const Table* table : group) add(now, rows_there(store, *table));
    std::set<std::int64_t> generations;
    for (const Table* table : group)
        for (const auto& [generation, standing] : standings.of(table->name)) generations.insert(generation);
    Lives lives;
    for (const std::int64_t generation : generations) {
        Items then;
        for (const Table* table : group) add(then, standings.rows_at(store, *table, generation));
        lives.stood(generation == standings.first() ? first_act : generation, then);
    }
    if (generations.empty()) lives.stood(first_act, now);
    std::size_t in_force = 0, expected = 0;
    for (const auto& [key, rows] : now) expected += rows.size();
    for (const Table* table : group) store.execute("DELETE FROM " + table->name);
    for (const Lived& lived : lives.all()) {
        const auto item = now.find(key_text(lived.row));
        in_force += !lived.ended_by && item != now.end() && item->second.contains(lived.sha256);
        put_in_place(store, lived, marks);
    }
    if (in_force != expected) refuse_old_store(head.name + " is not what its last import left");
}

void carry_over_ledger(db::Connection& store, const Table& ledger, const OldStandings& standings, MarksByAct& marks) {
    std::int64_t before = 0;
    const std::string update = "UPDATE " + ledger.name + " SET act = $1 WHERE id > $2 AND id <= $3";
    for (const auto& [generation, standing] : standings.of(ledger.name)) {
        const std::int64_t last = standing.last_id.value_or(0);
        store.execute(update, generation == standings.first() ? first_act : generation, before, last);
        before = std::max(before, last);
    }
    if (standings.of(ledger.name).empty()) store.execute("UPDATE " + ledger.name + " SET act = $1", first_act);
    for (auto row : store.query("SELECT id, sha256, act FROM " + ledger.name)) {
        FieldReader read(row);
        const std::int64_t id = read.integer();
        const std::string mark = mark_of(ledger, id, read.text());
        const auto act = read.integer_if();
        if (!act) refuse_old_store(ledger.name + " has a row that no import brought");
        marks[*act].wrote(ledger.name, mark);
    }
}

struct MadeIssue {
    std::int64_t number = 0;
    std::string report, sha256;
};

// By the act that made it: the next after the generation that it was made from.
std::map<std::int64_t, MadeIssue> issues_made(db::Connection& store) {
    std::map<std::int64_t, MadeIssue> issues;
    for (auto row : store.query("SELECT number, report, sha256, generation FROM issues"))
        issues[row.get<std::int64_t>(3) + 1] = {row.get<std::int64_t>(0), row.get<std::string>(1),
                                                row.get<std::string>(2)};
    return issues;
}

void carry_over_acts(db::Connection& store, MarksByAct& marks) {
    const auto issues = issues_made(store);
    std::vector<Act> acts;
    for (auto row : store.query("SELECT id, at, source, changes, left_out FROM imports ORDER BY id")) {
        FieldReader read(row);
        Act& act = acts.emplace_back();
        act.number = read.integer();
        act.at = Instant(read.integer());
        act.source = read.text();
        act.changes = read.integer();
        act.left_out = read.integer_if().value_or(0);
    }
    for (Act& act : acts) {
        if (const auto issue = issues.find(act.number); issue != issues.end()) {
            act.kind = "issue";
            act.subject = "issue:" + std::to_string(issue->second.number);
            act.source = issue->second.report;
            marks[act.number].wrote("issues", issue_mark(issue->second.number, issue->second.sha256));
        }
        add_act(store, act, marks[act.number].written());
    }
    if (!marks.empty() && marks.rbegin()->first > static_cast<std::int64_t>(acts.size()))
        refuse_old_store("its ledger of imports is not complete");
}

} // namespace

void carry_over_history(db::Connection& store) {
    refuse_unsound_old_store(store);
    const OldStandings standings(store);
    MarksByAct marks;
    for (const Table& table : tables()) {
        if (table.guard == Guard::hashed && table.owner.empty())
            carry_over_rows(store, table, standings, marks);
        else if (table.guard == Guard::ledger || table.guard == Guard::chained)
            carry_over_ledger(store, table, standings, marks);
    }
    carry_over_acts(store, marks);
    drop_old_tables(store);
}

} // namespace qd::inline store
