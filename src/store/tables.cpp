#include "store/tables.hpp"

#include "base/text.hpp"
#include "store/ledger.hpp"

#include <algorithm>

// The one place where statements are put together from names; all of these names are in the list below.

namespace qd::inline store {
namespace {

constexpr db::Kind text = db::Kind::text, number = db::Kind::integer, bytes = db::Kind::blob;

using enum Nature;
const std::vector<Table> all_tables = { // in the order of sql/
    {"settings", ledger, {{"name", text}, {"text", text}, {"sha256", text}}},
    {"state", rebuildable, {{"name", text}, {"value", number}}},
    {"digests", rebuildable, {{"name", text}, {"sha256", text}}},
    {"imports", plain, {{"id", number}, {"at", number}, {"source", text}, {"changes", number}}},
    {"areas", plain, {{"code", text}, {"name", text}, {"kind", text}, {"parent", text}, {"valid_from", text}, {"valid_to", text}}},
    {"units", plain, {{"code", text}, {"name", text}, {"kind", text}, {"parent", text}, {"post", text}}},
    {"measures", plain,
     {{"code", text}, {"position", number}, {"title", text}, {"short_title", text}, {"theme", text}, {"owner", text}, {"polarity", text},
      {"unit", text}, {"per", number}, {"decimals", number}, {"grain", text}, {"roll_up", text}, {"area_roll_up", text}, {"tolerance", text},
      {"due_days", number}, {"least", number}, {"most", number}, {"parent", text}, {"on_scorecard", number}, {"active_from", text},
      {"active_to", text}}},
    {"definitions", plain,
     {{"measure", text}, {"number", number}, {"valid_from", text}, {"text", text}, {"numerator_label", text}, {"denominator_label", text},
      {"source", text}, {"reason", text}}},
    {"targets", ledger,
     {{"id", number}, {"measure", text}, {"area", text}, {"period", text}, {"role", text}, {"kind", text}, {"value", number},
      {"lower", number}, {"upper", number}, {"baseline", number}, {"strict", number}, {"words", text}, {"state", text}, {"set_on", text},
      {"reason", text}, {"sha256", text}}},
    {"returns", ledger,
     {{"id", number}, {"measure", text}, {"known_at", number}, {"state", text}, {"handed_in_by", text}, {"signed_off_by", text},
      {"source", text}, {"source_sha256", text}, {"reason", text}, {"rows", number}, {"body", bytes}, {"sha256", text}, {"chain", text}}},
    {"forecasts", ledger,
     {{"id", number}, {"measure", text}, {"area", text}, {"period", text}, {"made_in", text}, {"value", number}, {"lower", number},
      {"upper", number}, {"outlook", text}, {"made_by", text}, {"reason", text}, {"known_at", number}, {"sha256", text}}},
    {"plans", plain,
     {{"code", text}, {"unit", text}, {"title", text}, {"runs_from", text}, {"runs_to", text}, {"decision_making", text},
      {"delivery", text}}},
    {"priorities", plain, {{"code", text}, {"plan", text}, {"unit", text}, {"title", text}, {"theme", text}, {"position", number}}},
    {"priority_measures", plain, {{"priority", text}, {"position", number}, {"measure", text}}},
    {"updates", ledger,
     {{"id", number}, {"subject", text}, {"period", text}, {"status", text}, {"narrative", text}, {"reason", text}, {"made_by", text},
      {"known_at", number}, {"sha256", text}}},
    {"recovery_plans", plain,
     {{"code", text}, {"measure", text}, {"raised_in", text}, {"raised_on", text}, {"description", text}, {"state", text},
      {"closed_on", text}, {"causes", text}, {"text_published", number}}},
    {"presentations", plain, {{"recovery_plan", text}, {"position", number}, {"body", text}, {"date", text}, {"what", text}}},
    {"actions", plain,
     {{"code", text}, {"subject", text}, {"title", text}, {"lead_post", text}, {"outcome", text}, {"state", text}, {"status", text},
      {"completed_on", text}, {"position", number}}},
    {"due_dates", plain, {{"action", text}, {"position", number}, {"date_from", text}, {"date", text}, {"words", text}}},
    {"projects", plain,
     {{"code", text}, {"title", text}, {"unit", text}, {"area", text}, {"wave", text}, {"window_from", text}, {"window_to", text},
      {"start", text}, {"due", text}, {"completed", text}, {"status", text}}},
    {"statements", plain,
     {{"code", text}, {"period", text}, {"subject", text}, {"place", text}, {"label", text}, {"words", text}, {"stated", number},
      {"count", number}, {"denominator", number}, {"parts", text}, {"value_from", number}, {"value_to", number}, {"date", text},
      {"window_from", text}, {"window_to", text}, {"binding", text}}},
    {"papers", plain,
     {{"code", text}, {"report", text}, {"period", text}, {"body", text}, {"meeting", text}, {"title", text}, {"item", text},
      {"report_of", text}, {"contact", text}, {"part", text}, {"affects", text}, {"purpose", text}, {"summary", text},
      {"consultations", text}, {"part_two_reason", text}, {"body_text", text}}},
    {"paper_lines", plain,
     {{"paper", text}, {"list", text}, {"position", number}, {"text", text}, {"area", text}, {"date", text}, {"contact", text}}},
    {"figures", rebuildable,
     {{"period", text}, {"measure", text}, {"area", text}, {"described", text}, {"actual", number}, {"gap_reason", text},
      {"numerator", number}, {"denominator", number}, {"target", number}, {"status", text}, {"outlook", text}}},
};

std::string column_list(const Table& table) {
    std::vector<std::string> names;
    for (const auto& [name, kind] : table.columns) names.emplace_back(name);
    return join(names, ", ");
}

std::string select_all(const Table& table) { return "SELECT " + column_list(table) + " FROM " + std::string(table.name); }

} // namespace

const std::vector<Table>& tables() { return all_tables; }

std::int64_t count_rows(db::Connection& store, const Table& table) {
    return store.value<std::int64_t>("SELECT COUNT(*) FROM " + std::string(table.name)).value_or(0);
}

std::string digest_of(db::Connection& store, const Table& table) {
    std::vector<std::string> rows;
    for (auto row : store.query(select_all(table))) {
        CanonicalText line;
        for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) {
            const db::Kind kind = table.columns[static_cast<std::size_t>(column)].second;
            if (kind == db::Kind::integer) {
                const auto value = row.get<std::optional<std::int64_t>>(column);
                line.add(value ? "n" + std::to_string(*value) : "");
            } else if (kind == db::Kind::text) {
                const auto value = row.get<std::optional<std::string>>(column);
                line.add(value ? "t" + *value : "");
            } else {
                const auto value = row.get<std::optional<db::BlobView>>(column);
                line.add(value ? "b" + std::string(db::as_text(*value)) : "");
            }
        }
        rows.push_back(line.sha256());
    }
    std::ranges::sort(rows);
    return sha256(join(rows, "\n"));
}

void copy_rows(db::Connection& from, db::Connection& to, const Table& table) {
    std::vector<std::string> places;
    for (std::size_t i = 1; i <= table.columns.size(); ++i) places.push_back("$" + std::to_string(i));
    const std::string insert = "INSERT INTO " + std::string(table.name) + " (" + column_list(table) + ") VALUES (" + join(places, ", ") + ")";
    for (auto row : from.query(select_all(table))) {
        std::vector<db::Value> values;
        for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) values.push_back(row.value(column));
        to.execute(insert, std::span<const db::Value>(values));
    }
}

} // namespace qd::inline store
