#include "store/fields.hpp"
#include "store/nouns.hpp"

namespace qd::inline store {

std::vector<ReportDefinition> read_report_definitions(db::Connection& store) {
    constexpr auto sql = "SELECT name, text FROM report_definitions";
    std::vector<ReportDefinition> definitions;
    for (auto row : store.query(sql)) definitions.push_back({row.get<std::string>(0), row.get<std::string>(1)});
    return definitions;
}

Line bring_report_definitions(Writer& writer, const std::vector<ReportDefinition>& given_definitions) {
    return bring(writer, "report_definitions", given_definitions, [](const ReportDefinition& definition) {
        return Item{Row::of("report_definitions", definition.name, definition.text)};
    });
}

} // namespace qd::inline store
