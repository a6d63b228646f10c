#include "store/tables.hpp"

#include "base/text.hpp"
#include "store/fields.hpp"
#include "store/shaped.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>

// Statements are put together from names here and in shaped.hpp; all of these names are in the list below, or in shapes.

namespace qd::inline store {
namespace {

// Columns as words: "name" is text, "name#" a whole number, "name~" a decimal in millionths, "name%" bytes. "name+" was added
// by a later step: it may be NULL, and counts in a hash only if it is not, so that a step leaves every hash
// as it was. "name*" identifies rows. The owner is the table whose rows these are parts of.
struct Listed {
    std::string_view name;
    Guard guard;
    std::string columns;
    std::string_view owner{};
};

const std::vector<Listed>& listed_tables() {
    using enum Guard;
    static const std::vector<Listed> listed = {
        // in the order of sql/
        {"settings", hashed, "name* text"},
        {"digests", none, "name sha256"},
        {"acts", acts,
         "number# at# who post origin kind subject reason source changes# left_out# written chain "
         "sha256+ layout+ brought+"},
        {"areas", hashed, listed_parts<Area>()},
        {"units", hashed, listed_parts<Unit>()},
        {"measures", hashed,
         "code* position# title short_title theme owner polarity unit per# decimals# grain roll_up area_roll_up "
         "tolerance due_days# least~ most~ parent on_scorecard# active_from active_to missing+ target_roll_up+ "
         "formula+ seasonal#+ baseline#+ judged+"},
        {"definitions", hashed,
         "measure* number#* valid_from text numerator_label denominator_label source reason link~+ overlap+",
         "measures"},
        {"targets", ledger,
         "id# measure* area* period* role* kind value~ lower~ upper~ baseline~ strict# words state set_on reason "
         "in_force_from+ sha256 peers+ baseline_period+"},
        {"returns", chained,
         "id# measure* known_at# state handed_in_by signed_off_by source source_sha256 reason rows# body% sha256 "
         "chain cells%+"},
        {"forecasts", ledger,
         "id# measure* area* period* made_in* value~ lower~ upper~ outlook made_by reason known_at# sha256"},
        {"plans", hashed, listed_parts<Plan>()},
        {"priorities", hashed, listed_parts<Priority>()},
        {"priority_measures", hashed, "priority* position#* measure", "priorities"},
        {"updates", ledger,
         "id# subject* period* status narrative reason made_by known_at# sha256 status_name+ outlook+ "
         "direction_previous+ change_previous+ direction_last_year+ change_last_year+"},
        {"recovery_plans", hashed,
         "code* measure raised_in raised_on description state closed_on causes text_published# evidence+"},
        {"presentations", hashed, "recovery_plan* position#* body date what", "recovery_plans"},
        {"actions", hashed, listed_parts<Action>()},
        {"due_dates", hashed, "action* position#* date_from date words", "actions"},
        {"projects", hashed, listed_parts<Project>()},
        {"statements", hashed, listed_parts<Statement>()},
        {"papers", hashed,
         "code* report period body meeting title item report_of contact part affects purpose summary consultations "
         "part_two_reason body_text"},
        {"paper_lines", hashed, "paper* list* position#* text area date contact", "papers"},
        {"report_definitions", hashed, "name* text"},
        {"reference_documents", hashed, "name* body%"},
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

bool take(std::string& word, char sign) {
    const bool found = word.ends_with(sign);
    if (found) word.pop_back();
    return found;
}

Table make_table(const Listed& listed) {
    Table table{
        .name = std::string(listed.name), .guard = listed.guard, .columns = {}, .owner = std::string(listed.owner)};
    for (std::string word : split(listed.columns, ' ')) {
        const bool key = take(word, '*'), later = take(word, '+');
        const bool number = take(word, '#'), decimal = take(word, '~'), bytes = take(word, '%');
        if (key) table.keys.push_back(table.columns.size());
        if (later) table.later_columns.insert(word);
        if (decimal) table.millionths.insert(word);
        table.columns.emplace_back(word, number || decimal ? db::Kind::integer
                                         : bytes           ? db::Kind::blob
                                                           : db::Kind::text);
    }
    table.own = table.columns.size();
    if (holds_content(table)) table.columns.emplace_back("act", db::Kind::integer);
    if (table.guard == Guard::hashed) table.columns.emplace_back("sha256", db::Kind::text);
    return table;
}

Table make_past(const Table& content) {
    Table past = content;
    past.name = "past_" + content.name;
    past.guard = Guard::past;
    past.columns.emplace_back("ended_by", db::Kind::integer);
    past.columns.emplace_back("withdrawn", db::Kind::text);
    return past;
}

std::vector<Table> make_tables() {
    std::vector<Listed> all = listed_tables();
    each_register([&](auto member) {
        using T = RowIn<decltype(member)>;
        all.push_back({Shape<T>::table, is_ledger<T>() ? Guard::ledger : Guard::hashed, listed_parts<T>()});
    });
    std::vector<Table> tables;
    for (const Listed& listed : all) tables.push_back(make_table(listed));
    const std::size_t count = tables.size();
    for (std::size_t i = 0; i < count; ++i)
        if (has_past(tables[i])) tables.push_back(make_past(tables[i]));
    return tables;
}

std::string select(const Columns& columns, const Table& table) {
    return "SELECT " + names_of(columns) + " FROM " + table.name;
}

// A value as the table's own column kind, NULL too: what PostgreSQL knows about a parameter does not change from row to row.
db::Value value_of(const db::Row& row, int column, db::Kind kind) {
    switch (kind) {
    case db::Kind::integer: return row.get<std::optional<std::int64_t>>(column);
    case db::Kind::text: return row.get<std::optional<std::string_view>>(column);
    default: return row.get<std::optional<db::BlobView>>(column);
    }
}

Columns guarded_columns(const Table& table) {
    if (table.guard != Guard::record_hashes) return table.columns;
    Columns columns;
    std::ranges::copy_if(table.columns, std::back_inserter(columns),
                         [](const auto& column) { return column.second != db::Kind::blob; });
    return columns;
}

} // namespace

const std::vector<Table>& tables() {
    static const std::vector<Table> tables = make_tables();
    return tables;
}

const Table& table_named(std::string_view name) {
    static const auto by_name = [] {
        std::map<std::string_view, const Table*> found;
        for (const Table& table : tables()) found.emplace(table.name, &table);
        return found;
    }();
    const auto found = by_name.find(name);
    if (found == by_name.end()) throw std::logic_error("There is no table " + std::string(name) + " in tables.cpp.");
    return *found->second;
}

const Table& past_of(const Table& content) { return table_named("past_" + content.name); }

std::vector<const Table*> with_parts(const Table& content) {
    std::vector<const Table*> group{&content};
    for (const Table& table : tables())
        if (holds_content(table) && table.owner == content.name) group.push_back(&table);
    return group;
}

std::string names_of(const Columns& columns) {
    std::vector<std::string> names;
    for (const auto& [name, kind] : columns) names.push_back(name);
    return join(names, ", ");
}

std::vector<db::Value> values_of(const db::Row& row, const Columns& columns) {
    std::vector<db::Value> values;
    values.reserve(columns.size());
    for (const auto& [name, kind] : columns) {
        try {
            values.push_back(value_of(row, static_cast<int>(values.size()), kind));
        } catch (const std::logic_error& error) { // SQLite lets another hand put a text where a number belongs
            damaged_column(error.what());
        }
    }
    return values;
}

std::int64_t count_rows(db::Connection& store, const Table& table) {
    return store.value<std::int64_t>("SELECT COUNT(*) FROM " + table.name).value_or(0);
}

std::string digest_of(db::Connection& store, const Table& table, const Columns& columns) {
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

std::string digest_of(db::Connection& store, const Table& table) {
    return digest_of(store, table, guarded_columns(table));
}

bool holds_content(const Table& table) {
    return table.guard == Guard::hashed || table.guard == Guard::ledger || table.guard == Guard::chained;
}

bool is_record(const Table& table) { return table.guard == Guard::record || table.guard == Guard::record_hashes; }

bool has_past(const Table& table) { return table.guard == Guard::hashed || table.guard == Guard::ledger; }

void copy_rows(db::Query rows, db::Connection& to, const Table& table) {
    const std::string insert = insert_into(table.name, names_of(table.columns), table.columns.size());
    for (auto row : rows) to.execute(insert, std::span<const db::Value>(values_of(row, table.columns)));
}

void copy_rows(db::Connection& from, db::Connection& to, const Table& table) {
    copy_rows(from.query(select(table.columns, table)), to, table);
}

} // namespace qd::inline store
