#include "store/tables.hpp"

#include "base/text.hpp"
#include "store/fields.hpp"
#include "store/ledger.hpp"
#include "store/shaped.hpp"

#include <algorithm>

// Statements are put together from names here and in shaped.hpp; all of these names are in the list below, or in shapes.

namespace qd::inline store {
namespace {

// Columns as words: "name" holds text, "name#" a whole number, "name%" bytes. "name+" and "name#+" were added by a later
// step: they may be NULL, and count in the digest only where they are not, so that a step leaves every digest as it was.
struct Listed {
    std::string_view name;
    Guard guard;
    std::string columns;
};

const std::vector<Listed>& listed_tables() {
    using enum Guard;
    static const std::vector<Listed> listed = {
        // in the order of sql/
        {"settings", row_hashes, "name text sha256"},
        {"digests", none, "name sha256"},
        {"imports", digest, "id# at# source changes# left_out#+"},
        {"areas", digest, "code name kind parent valid_from valid_to"},
        {"units", digest, "code name kind parent post"},
        {"measures", digest,
         "code position# title short_title theme owner polarity unit per# decimals# grain roll_up area_roll_up "
         "tolerance due_days# least# most# parent on_scorecard# active_from active_to missing+ target_roll_up+ "
         "formula+ seasonal#+ baseline#+"},
        {"definitions", digest,
         "measure number# valid_from text numerator_label denominator_label source reason link#+"},
        {"targets", row_hashes,
         "id# measure area period role kind value# lower# upper# baseline# strict# words state set_on reason "
         "sha256"},
        {"returns", row_hashes,
         "id# measure known_at# state handed_in_by signed_off_by source source_sha256 reason rows# body% sha256 "
         "chain"},
        {"forecasts", row_hashes,
         "id# measure area period made_in value# lower# upper# outlook made_by reason known_at# sha256"},
        {"plans", digest, "code unit title runs_from runs_to decision_making delivery"},
        {"priorities", digest, "code plan unit title theme position#"},
        {"priority_measures", digest, "priority position# measure"},
        {"updates", row_hashes, "id# subject period status narrative reason made_by known_at# sha256"},
        {"recovery_plans", digest,
         "code measure raised_in raised_on description state closed_on causes text_published#"},
        {"presentations", digest, "recovery_plan position# body date what"},
        {"actions", digest, "code subject title lead_post outcome state status completed_on position#"},
        {"due_dates", digest, "action position# date_from date words"},
        {"projects", digest, "code title unit area wave window_from window_to start due completed status"},
        {"statements", digest,
         "code period subject place label words stated# count# denominator# parts value_from# value_to# date "
         "window_from window_to binding"},
        {"papers", digest,
         "code report period body meeting title item report_of contact part affects purpose summary consultations "
         "part_two_reason body_text"},
        {"paper_lines", digest, "paper list position# text area date contact"},
        {"figures", rebuildable,
         "period measure area described actual# gap_reason numerator# denominator# target# status outlook"},
    };
    return listed;
}

std::vector<Table> make_tables() {
    std::vector<Table> tables;
    std::vector<Listed> all = listed_tables();
    each_register([&](auto member) {
        using T = RowIn<decltype(member)>;
        all.push_back({Shape<T>::table, is_ledger<T>() ? Guard::row_hashes : Guard::digest, listed_parts<T>()});
    });
    for (const Listed& listed : all) {
        tables.push_back({listed.name, listed.guard, {}, {}});
        for (std::string word : split(listed.columns, ' ')) {
            const bool later = word.ends_with('+');
            if (later) word.pop_back();
            const bool number = word.ends_with('#'), bytes = word.ends_with('%');
            const db::Kind kind = number ? db::Kind::integer : bytes ? db::Kind::blob : db::Kind::text;
            tables.back().columns.emplace_back(word.substr(0, word.size() - (number || bytes)), kind);
            if (later) tables.back().later_columns.insert(tables.back().columns.back().first);
        }
    }
    return tables;
}

std::string names(const Columns& columns) {
    std::vector<std::string> names;
    for (const auto& [name, kind] : columns) names.push_back(name);
    return join(names, ", ");
}

std::string select(const Columns& columns, const Table& table) {
    return "SELECT " + names(columns) + " FROM " + std::string(table.name);
}

// A value as the table's own column kind, NULL too: what PostgreSQL is told of a parameter does not change from row to row.
db::Value value_of(const db::Row& row, int column, db::Kind kind) {
    switch (kind) {
    case db::Kind::integer: return row.get<std::optional<std::int64_t>>(column);
    case db::Kind::text: return row.get<std::optional<std::string_view>>(column);
    default: return row.get<std::optional<db::BlobView>>(column);
    }
}

// The values of a row, one after the other, in the table's own kinds.
std::vector<db::Value> values_of(const db::Row& row, const Columns& columns) {
    std::vector<db::Value> values;
    for (const auto& [name, kind] : columns) {
        try {
            values.push_back(value_of(row, static_cast<int>(values.size()), kind));
        } catch (const std::logic_error& error) { // SQLite lets another hand put a text where a number belongs
            damaged_column(error.what());
        }
    }
    return values;
}

// NULL, an empty text and the text of a number are three different things.
std::string canonical(const db::Value& value) {
    if (value.is_null()) return "";
    return value.kind() == db::Kind::integer ? "n" + std::to_string(value.integer()) : "t" + std::string(value.bytes());
}

Columns guarded_columns(const Table& table) {
    if (table.guard != Guard::row_hashes) return table.columns;
    Columns columns{table.columns.front()};
    std::ranges::copy_if(table.columns, std::back_inserter(columns),
                         [](const auto& column) { return column.first == "sha256"; });
    return columns;
}

} // namespace

const std::vector<Table>& tables() {
    static const std::vector<Table> tables = make_tables();
    return tables;
}

std::int64_t count_rows(db::Connection& store, const Table& table) {
    return store.value<std::int64_t>("SELECT COUNT(*) FROM " + std::string(table.name)).value_or(0);
}

std::string digest_of(db::Connection& store, const Table& table) {
    const Columns columns = guarded_columns(table);
    std::vector<std::string> rows;
    for (auto row : store.query(select(columns, table))) {
        CanonicalText line;
        const std::vector<db::Value> values = values_of(row, columns);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!table.later_columns.contains(columns[i].first))
                line.add(canonical(values[i]));
            else if (!values[i].is_null())
                line.add(columns[i].first).add(canonical(values[i]));
        }
        rows.push_back(line.sha256());
    }
    std::ranges::sort(rows);
    return sha256(join(rows, "\n"));
}

void copy_rows(db::Connection& from, db::Connection& to, const Table& table) {
    std::vector<std::string> places;
    for (std::size_t i = 1; i <= table.columns.size(); ++i) places.push_back("$" + std::to_string(i));
    const std::string insert = "INSERT INTO " + std::string(table.name) + " (" + names(table.columns) + ") VALUES (" +
                               join(places, ", ") + ")";
    for (auto row : from.query(select(table.columns, table)))
        to.execute(insert, std::span<const db::Value>(values_of(row, table.columns)));
}

} // namespace qd::inline store
