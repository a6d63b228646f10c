#include "exchange/json/registers.hpp"
#include "exchange/json/row.hpp"

namespace qd::inline exchange {
namespace {

void write_review(JsonWriter& json, std::string_view key, const std::optional<RiskReview>& review,
                  const Calendar& calendar) {
    if (!review) {
        json.null(key);
        return;
    }
    json.open_object(key);
    write_row(json, *review, calendar, {"risk"});
    json.close_object();
}

void write_lines(JsonWriter& json, const std::vector<RiskLine>& lines, std::string_view standing,
                 const Calendar& calendar) {
    for (const RiskLine& line : lines) {
        json.open_object();
        write_row(json, line.risk, calendar);
        json.text("standing", standing).text("movement", print(line.movement));
        write_value(json, "inherent", line.inherent, calendar);
        write_value(json, "residual", line.residual, calendar);
        write_value(json, "target", line.target, calendar);
        json.text_or_null("band", line.band);
        write_value(json, "status", line.status, calendar);
        write_review(json, "review", line.review, calendar);
        write_review(json, "review_before", line.before, calendar);
        json.close_object();
    }
}

} // namespace

std::string risks_json(const Content& content, const RiskRegister& all) {
    const Calendar& calendar = content.settings.calendar;
    JsonWriter json;
    json.open_object().text("period", calendar.text(all.period));
    json.text_or_null("before", all.before ? calendar.text(*all.before) : "").text("as_at", print(all.as_at));
    json.open_array("periods");
    for (const Period period : all.periods) json.text("", calendar.text(period));
    json.close_array();
    json.open_object("matrix").number("size", Decimal(all.matrix.size)).number("keep", Decimal(all.matrix.keep));
    json.open_array("bands");
    for (const RiskBand& band : all.matrix.bands)
        json.open_object()
            .number("least", Decimal(band.least))
            .text("label", band.label)
            .text("status", print(band.status))
            .close_object();
    json.close_array().close_object().open_array("entries");
    write_lines(json, all.lines, "on_register", calendar);
    write_lines(json, all.left, "left", calendar);
    write_lines(json, all.missing, "missing", calendar);
    return json.close_array().close_object().finish();
}

} // namespace qd::inline exchange
