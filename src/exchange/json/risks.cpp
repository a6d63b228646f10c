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

// "inherent", "inherent_band" …; the score of the residual has no other name.
void write_rating(JsonWriter& json, const std::string& name, const std::string& band, const RiskRating& rating,
                  const Calendar& calendar) {
    write_value(json, name, rating.score, calendar);
    json.text_or_null(band, rating.band);
}

void write_line(JsonWriter& json, const RiskLine& line, std::string_view standing, const Calendar& calendar) {
    json.open_object();
    write_row(json, line.risk, calendar);
    json.text("standing", standing).text("movement", print(line.movement)).text("change", line.change);
    json.text_or_null("held_in", line.held_in).text_or_null("moved_from", line.moved_from);
    write_value(json, "last_reviewed", line.review ? std::optional(line.review->period) : std::nullopt, calendar);
    write_rating(json, "inherent", "inherent_band", line.inherent, calendar);
    write_rating(json, "residual", "band", line.residual, calendar);
    write_rating(json, "target", "target_band", line.target, calendar);
    write_value(json, "target_by", line.review ? line.review->target_by : std::nullopt, calendar);
    json.text_or_null("band_before", line.residual_before.band);
    json.text_or_null("accepted", line.appetite ? accepted(*line.appetite) : "");
    write_value(json, "appetite_exceeded", line.appetite ? line.appetite->exceeded : std::nullopt, calendar);
    write_value(json, "status", line.residual.status, calendar);
    write_review(json, "review", line.review, calendar);
    write_review(json, "review_before", line.before, calendar);
    json.close_object();
}

void write_lines(JsonWriter& json, const std::vector<RiskLine>& lines, std::string_view standing,
                 const Calendar& calendar) {
    for (const RiskLine& line : lines) write_line(json, line, standing, calendar);
}

template <class V> void write_list(JsonWriter& json, std::string_view key, const std::vector<V>& values) {
    json.open_array(key);
    for (const V& value : values) {
        if constexpr (std::same_as<V, int>)
            json.number("", Decimal(value));
        else
            json.text("", value);
    }
    json.close_array();
}

std::string rule_words(const RiskMatrix& matrix, ScoreRule rule) {
    switch (rule) {
    case ScoreRule::usual:
    case ScoreRule::formula: return matrix.formula;
    case ScoreRule::cells: return "table";
    case ScoreRule::published: return "published";
    case ScoreRule::none: return "none";
    }
    return {};
}

void write_matrix(JsonWriter& json, const RiskMatrix& matrix, ScoreRule rule, const Calendar& calendar) {
    const bool square = matrix.impact_levels.size() == matrix.likelihood_levels.size();
    json.open_object("matrix");
    write_value(json, "size", square ? std::optional(static_cast<int>(matrix.impact_levels.size())) : std::nullopt,
                calendar);
    write_list(json, "impact_levels", matrix.impact_levels);
    write_list(json, "likelihood_levels", matrix.likelihood_levels);
    write_list(json, "impacts", matrix.impacts);
    write_list(json, "likelihoods", matrix.likelihoods);
    json.text("score", rule_words(matrix, rule)).number("keep", Decimal(matrix.keep));
    json.open_array("bands");
    for (const RiskBand& band : matrix.bands) {
        json.open_object();
        write_value(json, "least", band.least, calendar);
        json.text("label", band.label).text("status", print(band.status)).close_object();
    }
    json.close_array().close_object();
}

void write_counts(JsonWriter& json, const RiskRegister& all) {
    json.open_array("counts");
    for (const RiskKind kind : {RiskKind::risk, RiskKind::opportunity}) {
        const RiskCounts counts = counts_of(all, kind);
        if (counts.bands.empty()) continue;
        json.open_object().text("kind", print(kind)).open_array("bands");
        for (const auto& [band, number] : counts.bands)
            json.open_object().text_or_null("band", band).count("entries", number).close_object();
        json.close_array().open_array("movements");
        for (const auto& [movement, number] : counts.movements)
            json.open_object().text("movement", print(movement)).count("entries", number).close_object();
        json.close_array().close_object();
    }
    json.close_array();
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
    write_matrix(json, all.matrix, all.rule, calendar);
    write_counts(json, all);
    json.open_array("entries");
    write_lines(json, all.lines, "on_register", calendar);
    write_lines(json, all.left, "left", calendar);
    write_lines(json, all.missing, "missing", calendar);
    return json.close_array().close_object().finish();
}

std::string risk_json(const Content& content, const Risk& risk, Instant as_at) {
    const Calendar& calendar = content.settings.calendar;
    JsonWriter json;
    json.open_object().text("as_at", print(as_at));
    Risk shown = risk;
    shown.title = title_on(risk, as_at.date());
    write_row(json, shown, calendar);
    write_matrix(json, content.settings.risk, score_rule_known(content, as_at), calendar);
    json.open_array("history");
    for (const RiskLine& line : risk_history(content, risk, as_at)) write_line(json, line, "reviewed", calendar);
    return json.close_array().close_object().finish();
}

} // namespace qd::inline exchange
