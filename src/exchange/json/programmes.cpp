#include "exchange/json/registers.hpp"
#include "exchange/json/row.hpp"

namespace qd::inline exchange {
namespace {

void write_lines(JsonWriter& json, const ProgrammeProgress& progress, const Calendar& calendar) {
    json.open_array("deliverables");
    for (const DeliveryLine& line : progress.lines) {
        json.open_object();
        write_row(json, line.deliverable, calendar, {"programme", "position"});
        json.number("share_percent", line.share).number("variance_percent", line.variance);
        json.text_or_null("stands", line.stands ? print(*line.stands) : "");
        json.count("put_together_from", line.added);
        json.number("after_lag", line.after_lag).number("variance_after_lag_percent", line.beside_lag);
        if (line.row) {
            json.open_object("delivery");
            write_row(json, *line.row, calendar, {"deliverable", "area", "body"});
            json.close_object();
        } else {
            json.null("delivery");
        }
        json.close_object();
    }
    json.close_array().open_array("parts");
    for (const DeliveryLine& line : progress.parts) {
        if (!line.row) continue;
        json.open_object();
        write_row(json, *line.row, calendar);
        json.number("variance_percent", line.variance);
        json.text_or_null("stands", line.stands ? print(*line.stands) : "").close_object();
    }
    json.close_array();
}

void write_income(JsonWriter& json, const std::optional<Income>& income) {
    if (!income) {
        json.null("income");
        return;
    }
    json.open_object("income")
        .number("cases", income->planned)
        .number("attachment", income->attachment)
        .number("results", income->results)
        .number("total", income->total());
    json.open_array("rules");
    for (const IncomeLine& line : income->lines)
        json.open_object()
            .text("code", line.rule.code.text())
            .text("kind", print(line.rule.kind))
            .text("title", line.rule.title)
            .number("amount", line.rule.amount)
            .number("cases", line.cases)
            .number("income", line.income)
            .close_object();
    json.close_array().close_object();
}

void write_programme(JsonWriter& json, const ProgrammeProgress& progress, const Calendar& calendar) {
    json.open_object();
    write_row(json, progress.programme, calendar);
    json.text_or_null("period", progress.period ? calendar.text(*progress.period) : "");
    json.open_array("periods");
    for (const Period period : progress.periods) json.text("", calendar.text(period));
    json.close_array();
    write_lines(json, progress, calendar);
    json.number("funded", progress.funded).open_array("funding");
    for (const FundingLine& line : progress.funding) {
        json.open_object();
        write_row(json, line.funding, calendar, {"programme", "position"});
        json.number("computed", line.computed);
        json.number("to_spend", line.to_spend).number("remaining", line.remaining).close_object();
    }
    json.close_array().open_array("phases");
    for (const PhaseLine& line : progress.phases) {
        json.open_object();
        write_row(json, line.phase, calendar, {"programme", "position"});
        const Update said = line.said.value_or(Update());
        json.text_or_null("update_period", line.said ? calendar.text(said.period) : "");
        json.text_or_null("update_status", said.status ? print(said.status->status) : "");
        json.text_or_null("update_narrative", said.narrative);
        json.close_object();
    }
    json.close_array().open_array("milestones");
    for (const MilestoneLine& line : progress.milestones) {
        json.open_object();
        write_row(json, line.milestone, calendar, {"position"});
        write_value(json, "slippage_days", line.slippage, calendar);
        json.truth("overdue", line.is_overdue).close_object();
    }
    json.close_array().open_array("reviews");
    for (const ContractReview& review : progress.reviews) {
        json.open_object();
        write_row(json, review, calendar, {"programme"});
        json.close_object();
    }
    json.close_array();
    write_income(json, progress.income);
    json.open_object("claims")
        .count("claims", progress.claims.claims)
        .count("paid", progress.claims.paid)
        .number("claimed", progress.claims.claimed)
        .number("received", progress.claims.received)
        .number("clawed_back", progress.claims.clawed_back)
        .close_object();
    json.close_object();
}

} // namespace

std::string programmes_json(const Content& content, const std::vector<ProgrammeProgress>& all, Instant as_at) {
    JsonWriter json;
    json.open_object().text("as_at", print(as_at)).open_array("programmes");
    for (const ProgrammeProgress& progress : all) write_programme(json, progress, content.settings.calendar);
    return json.close_array().close_object().finish();
}

} // namespace qd::inline exchange
