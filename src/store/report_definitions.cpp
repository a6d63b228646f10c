#include "store/bring.hpp"
#include "store/fields.hpp"
#include "store/nouns.hpp"

namespace qd::inline store {

std::vector<ReportDefinition> read_report_definitions(db::Connection& store) {
    constexpr auto sql = "SELECT name, text FROM report_definitions";
    std::vector<ReportDefinition> definitions;
    for (auto row : store.query(sql)) definitions.push_back({row.get<std::string>(0), row.get<std::string>(1)});
    return definitions;
}

Line bring_report_definitions(db::Connection& store, const std::vector<ReportDefinition>& given_definitions) {
    constexpr auto insert = "INSERT INTO report_definitions (name, text) VALUES ($1, $2)";
    constexpr auto erase = "DELETE FROM report_definitions WHERE name = $1";
    return bring(
        "report_definitions", read_report_definitions(store), given_definitions,
        [](const ReportDefinition& definition) { return definition.name; },
        [&](const ReportDefinition& definition) { store.execute(insert, definition.name, definition.text); },
        [&](const ReportDefinition& definition) { store.execute(erase, definition.name); });
}

} // namespace qd::inline store
