#include "store/tables.hpp"

#include "base/text.hpp"
#include "store/fields.hpp"
#include "store/ledger.hpp"
#include "store/shaped.hpp"

#include <algorithm>
#include <charconv>

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
        {"imports", record, "id# at# source changes# left_out#+"},
        {"areas", digest, "code name kind parent valid_from valid_to follows+"},
        {"units", digest, "code name kind parent post"},
        {"measures", digest,
         "code position# title short_title theme owner polarity unit per# decimals# grain roll_up area_roll_up "
         "tolerance due_days# least# most# parent on_scorecard# active_from active_to missing+ target_roll_up+ "
         "formula+ seasonal#+ baseline#+ judged+"},
        {"definitions", digest,
         "measure number# valid_from text numerator_label denominator_label source reason link#+ overlap+"},
        {"targets", row_hashes,
         "id# measure area period role kind value# lower# upper# baseline# strict# words state set_on reason "
         "in_force_from+ sha256 peers+ baseline_period+"},
        {"returns", row_hashes,
         "id# measure known_at# state handed_in_by signed_off_by source source_sha256 reason rows# body% sha256 "
         "chain"},
        {"forecasts", row_hashes,
         "id# measure area period made_in value# lower# upper# outlook made_by reason known_at# sha256"},
        {"plans", digest, "code unit title runs_from runs_to decision_making delivery"},
        {"priorities", digest, "code plan unit title theme position#"},
        {"priority_measures", digest, "priority position# measure"},
        {"updates", row_hashes,
         "id# subject period status narrative reason made_by known_at# sha256 status_name+ outlook+ "
         "direction_previous+ change_previous+ direction_last_year+ change_last_year+"},
        {"recovery_plans", digest,
         "code measure raised_in raised_on description state closed_on causes text_published# evidence+"},
        {"presentations", digest, "recovery_plan position# body date what"},
        {"actions", digest, "code subject title lead_post outcome state status completed_on position#"},
        {"due_dates", digest, "action position# date_from date words"},
        {"projects", digest, "code title unit area wave window_from window_to start due completed status forecast+"},
        {"statements", digest,
         "code period subject place label words stated# count# denominator# parts value_from# value_to# date "
         "window_from window_to binding"},
        {"papers", digest,
         "code report period body meeting title item report_of contact part affects purpose summary consultations "
         "part_two_reason body_text"},
        {"paper_lines", digest, "paper list position# text area date contact"},
        {"report_definitions", digest, "name text"},
        {"reference_documents", digest, "name body%"},
        {"standings", record, "generation# name last_id# version"},
        {"table_versions", record_hashes, "name sha256 body%"},
        {"issues", record_hashes,
         "number# report title period area audience as_at# issued_at# issued_by generation# program sha256 chain"},
        {"issue_texts", record, "issue# position# kind name origin text"},
        {"issue_explanations", record, "issue# position# code subject place message reason"},
        {"issue_files", record_hashes, "issue# format sha256 size# body%"},
        {"issue_references", record_hashes, "sha256 body%"},
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

void copy(db::Query rows, db::Connection& to, const Table& table) {
    const std::string insert = insert_into(table.name, names(table.columns), table.columns.size());
    for (auto row : rows) to.execute(insert, std::span<const db::Value>(values_of(row, table.columns)));
}

// Fields with their length before them: whatever is in them, they are told apart.
void add_field(std::string& to, std::string_view field) {
    to.append(std::to_string(field.size())).append(":").append(field);
}

std::string_view take_field(std::string_view& from) {
    std::size_t size = 0;
    const auto [end, fault] = std::from_chars(from.data(), from.data() + from.size(), size);
    const std::size_t start = static_cast<std::size_t>(end - from.data()) + 1;
    if (fault != std::errc() || start > from.size() || from[start - 1] != ':' || size > from.size() - start)
        damaged("table_versions.body", from.substr(0, 20));
    const std::string_view field = from.substr(start, size);
    from.remove_prefix(start + size);
    return field;
}

std::string as_field(const db::Value& value) {
    if (value.is_null()) return "";
    return value.kind() == db::Kind::integer ? "=" + std::to_string(value.integer()) : "=" + std::string(value.bytes());
}

db::Value as_value(std::string_view field, db::Kind kind) {
    const bool null = field.empty();
    if (!null) field.remove_prefix(1);
    if (kind == db::Kind::text) return null ? std::optional<std::string_view>() : std::optional(field);
    if (kind == db::Kind::blob) return null ? std::optional<db::BlobView>() : std::optional(db::as_blob(field));
    if (null) return std::optional<std::int64_t>();
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (fault != std::errc() || end != field.data() + field.size()) damaged("table_versions.body", field);
    return number;
}

Columns guarded_columns(const Table& table) {
    Columns columns;
    if (table.guard == Guard::record_hashes) {
        std::ranges::copy_if(table.columns, std::back_inserter(columns),
                             [](const auto& column) { return column.second != db::Kind::blob; });
        return columns;
    }
    if (table.guard != Guard::row_hashes) return table.columns;
    columns.push_back(table.columns.front());
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

bool holds_content(const Table& table) { return table.guard == Guard::digest || table.guard == Guard::row_hashes; }

bool is_record(const Table& table) { return table.guard == Guard::record || table.guard == Guard::record_hashes; }

bool only_grows(const Table& table) {
    return table.guard == Guard::row_hashes && table.columns.front() == std::pair(std::string("id"), db::Kind::integer);
}

void copy_rows(db::Connection& from, db::Connection& to, const Table& table) {
    copy(from.query(select(table.columns, table)), to, table);
}

void copy_rows_up_to(std::int64_t last_id, db::Connection& from, db::Connection& to, const Table& ledger) {
    copy(from.query(select(ledger.columns, ledger) + " WHERE id <= $1 ORDER BY id", last_id), to, ledger);
}

std::string rows_as_bytes(db::Connection& store, const Table& table) {
    std::vector<std::string> rows;
    for (auto row : store.query(select(table.columns, table))) {
        std::string line;
        for (const db::Value& value : values_of(row, table.columns)) add_field(line, as_field(value));
        rows.push_back(std::move(line));
    }
    std::ranges::sort(rows);
    std::string bytes;
    add_field(bytes, names(table.columns));
    for (const std::string& row : rows) add_field(bytes, row);
    return bytes;
}

void insert_rows(db::Connection& store, const Table& table, std::string_view bytes) {
    const std::vector<std::string> known = split(std::string(take_field(bytes)), ',');
    std::vector<std::size_t> places(table.columns.size(), known.size()); // of each column among those known
    for (std::size_t i = 0; i < known.size(); ++i) {
        const auto column = std::ranges::find(table.columns, std::string(trim(known[i])), &Columns::value_type::first);
        if (column == table.columns.end()) damaged("table_versions.body", known[i]);
        places[static_cast<std::size_t>(column - table.columns.begin())] = i;
    }
    const std::string insert = insert_into(table.name, names(table.columns), table.columns.size());
    while (!bytes.empty()) {
        std::string_view row = take_field(bytes);
        std::vector<std::string_view> fields;
        while (!row.empty()) fields.push_back(take_field(row));
        if (fields.size() != known.size()) damaged("table_versions.body", table.name);
        std::vector<db::Value> values;
        for (std::size_t i = 0; i < places.size(); ++i)
            values.push_back(as_value(places[i] < fields.size() ? fields[places[i]] : "", table.columns[i].second));
        store.execute(insert, std::span<const db::Value>(values));
    }
}

} // namespace qd::inline store
