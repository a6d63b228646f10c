#include "exchange/json/json.hpp"

#include "domain/finding_catalogue.hpp"
#include "exchange/json/writer.hpp"

namespace qd::inline exchange {

std::string finding_codes_json() {
    JsonWriter json;
    json.open_object().open_array("codes");
    for (const FindingEntry& entry : catalogue::entries) {
        json.open_object().text("code", entry.code).open_array("severities");
        for (const std::string& severity : words_of(entry.severities)) json.text({}, severity);
        json.close_array()
            .text("family", entry.family)
            .text("meaning", entry.meaning)
            .text("remedy", entry.remedy)
            .close_object();
    }
    json.close_array().close_object();
    return json.finish();
}

std::string findings_json(const Content& content, const Findings& findings, Period period, Instant as_at) {
    JsonWriter json;
    json.open_object()
        .text("period", content.settings.calendar.text(period))
        .text("as_at", print(as_at))
        .open_array("findings");
    for (const Finding& finding : findings) {
        json.open_object()
            .text("code", finding.code.text())
            .text("severity", print(finding.severity))
            .text("subject", print(finding.subject));
        json.text("place", finding.place)
            .text("message", finding.message)
            .text("remedy", finding.remedy)
            .close_object();
    }
    json.close_array().close_object();
    return json.finish();
}

} // namespace qd::inline exchange
