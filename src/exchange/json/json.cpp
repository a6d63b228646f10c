#include "exchange/json/json.hpp"

#include "base/text.hpp"
#include "domain/coverage.hpp"
#include "domain/formula.hpp"
#include "domain/own_status.hpp"
#include "domain/shorthand.hpp"
#include "domain/status_counts.hpp"
#include "exchange/json/forecast.hpp"
#include "exchange/json/reading.hpp"
#include "exchange/json/writer.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

const Measure& measure_of(const Content& content, const MeasureCode& code) { return *find_row(content.measures, code); }

void write_cell(JsonWriter& json, std::string_view key, const Cell& cell) {
    if (cell.has_value())
        json.number(key, cell.value());
    else
        json.null(key);
}

std::string codes_of(const std::vector<AreaCode>& areas) {
    std::vector<std::string> codes;
    for (const AreaCode& area : areas) codes.push_back(area.text());
    return join(codes, " ");
}

std::string periods_of(const std::vector<Period>& periods, const Calendar& calendar) {
    std::vector<std::string> texts;
    for (const Period period : periods) texts.push_back(calendar.text(period));
    return join(texts, " ");
}

void write_movement(JsonWriter& json, const std::string& name, const Movement& movement, const Calendar& calendar) {
    json.text("direction_" + name, print(movement.direction));
    json.open_object(name).text("stretch", print(movement.stretch)).number("now", movement.now);
    json.text_or_null("period", movement.period ? calendar.text(*movement.period) : "");
    json.text_or_null("areas", codes_of(movement.areas)).text_or_null("why_not", movement.why_not);
    json.number("value", movement.value)
        .number("difference", movement.difference)
        .number("relative_percent", movement.relative);
    json.text_or_null("told", movement.told ? print(*movement.told) : "")
        .text_or_null("told_change", movement.told_change);
    json.close_object();
}

void write_goal(JsonWriter& json, std::string_view key, const std::optional<Goal>& goal) {
    if (!goal) {
        json.null(key);
        return;
    }
    json.open_object(key).text("kind", print(goal->kind)).text("role", print(goal->role));
    json.number("lower", goal->lower).number("upper", goal->upper).truth("strict", goal->strict);
    json.text("state", print(goal->state)).text_or_null("words", goal->words).text_or_null("reason", goal->reason);
    json.text_or_null("set_on", goal->set_on ? print(*goal->set_on) : "")
        .text_or_null("in_force_from", goal->from ? print(*goal->from) : "")
        .close_object();
}

std::optional<Decimal> aim_of(const std::optional<Goal>& goal) { return goal ? goal->aim : std::nullopt; }

// Of a number that leaves out what is missing, how much of it is there.
void write_coverage(JsonWriter& json, const std::optional<Coverage>& coverage) {
    if (!coverage) {
        json.null("coverage");
        return;
    }
    json.open_object("coverage").count("present", coverage->present).count("expected", coverage->expected);
    json.text("of", coverage->of).close_object();
}

// The period's other figure.
void write_side(JsonWriter& json, const std::optional<SideFigure>& side, const Calendar& calendar) {
    if (!side) {
        json.null("beside");
        return;
    }
    json.open_object("beside").text("stretch", print(side->stretch)).text("described", calendar.text(side->described));
    write_cell(json, "actual", side->actual);
    json.text_or_null("gap_reason", side->actual.has_value() ? "" : print(side->actual.gap()));
    json.number("numerator", side->numerator).number("denominator", side->denominator);
    json.number("target", aim_of(side->goal)).text("status", print(side->status.status));
    json.text_or_null("status_reason", side->status.reason);
    write_movement(json, "previous", side->previous, calendar);
    write_movement(json, "last_year", side->last_year, calendar);
    json.close_object();
}

// The targets that are only shown, each with how the figure compares.
void write_goals_beside(JsonWriter& json, const std::vector<GoalBeside>& goals, const Calendar& calendar) {
    json.open_array("other_targets");
    for (const GoalBeside& beside : goals) {
        const Goal& goal = beside.goal;
        json.open_object().text("role", print(goal.role)).text("period", calendar.text(goal.period));
        json.text("kind", print(goal.kind)).number("target", goal.aim);
        json.number("lower", goal.lower).number("upper", goal.upper).text("state", print(goal.state));
        json.text_or_null("words", goal.words);
        if (beside.is_reached)
            json.truth("reached", *beside.is_reached);
        else
            json.null("reached");
        json.number("difference", beside.difference).close_object();
    }
    json.close_array();
}

std::string_view basis_word(Verdict::Basis basis) {
    switch (basis) {
    case Verdict::Basis::computed: return "computed";
    case Verdict::Basis::judged: return "judged";
    case Verdict::Basis::none: break;
    }
    return "none";
}

void write_status(JsonWriter& json, const Figure& figure) {
    const Verdict& status = figure.status;
    json.text("status", print(status.status)).text_or_null("status_name", status.name);
    json.text_or_null("status_label", status.label);
    json.text("status_shape", print(look_of(status).shape)).text("status_colour", print(look_of(status).colour));
    json.text("status_basis", basis_word(status.basis)).text_or_null("status_reason", status.reason);
    json.text("computed_status", print(figure.computed.status));
}

void write_outlook(JsonWriter& json, const Figure& figure) {
    const auto word = [](Outlook outlook) { return outlook == Outlook::unknown ? std::string_view() : print(outlook); };
    json.text("outlook", print(figure.outlook)).number("forecast", figure.forecast);
    json.text_or_null("forecast_outlook", word(figure.forecast_outlook));
    json.text_or_null("told_outlook", word(figure.told_outlook));
    json.text_or_null("forecast_by", figure.forecast_by).text_or_null("forecast_reason", figure.forecast_reason);
}

void write_lineage(JsonWriter& json, const std::optional<Lineage>& lineage) {
    if (!lineage) {
        json.null("lineage");
        return;
    }
    json.open_object("lineage").text("known_at", print(lineage->known_at)).text_or_null("source", lineage->source);
    json.text_or_null("source_sha256", lineage->source_sha256).text_or_null("cell", lineage->cell);
    json.text_or_null("handed_in_by", lineage->handed_in_by);
    json.text_or_null("signed_off_by", lineage->signed_off_by).close_object();
}

// Empty where nothing is charted.
std::string_view word_of(const Signal& signal) {
    return signal.variation == Variation::none ? std::string_view() : print(signal.variation);
}

// What it contains besides the figure comes before it is closed.
JsonWriter& open_figure(JsonWriter& json, const Content& content, const Figure& figure, const Signal& signal) {
    const Calendar& calendar = content.settings.calendar;
    const Measure& measure = measure_of(content, figure.measure);
    json.open_object()
        .text("code", figure.measure.text())
        .text("title", measure.title)
        .text_or_null("theme", measure.theme);
    json.text_or_null("owner", measure.owner.text())
        .text("unit", print(measure.quantity))
        .text("polarity", print(measure.polarity));
    json.text("period", calendar.text(figure.period)).text("described", calendar.text(figure.described));
    json.text("judged", print(judged_of(measure))).text("stretch", print(figure.stretch));
    write_cell(json, "actual", figure.actual);
    json.text_or_null("gap_reason", figure.actual.has_value() ? "" : print(figure.actual.gap()));
    json.number("numerator", figure.numerator).number("denominator", figure.denominator);
    write_cell(json, "in_period", figure.in_period);
    const Cell* to_date = figure_to_date(measure, figure);
    write_cell(json, "year_to_date", to_date ? *to_date : Cell());
    write_side(json, figure.beside, calendar);
    json.number("target", aim_of(figure.goal));
    json.number("year_end_target", aim_of(figure.year_end));
    write_goal(json, "year_end", figure.year_end);
    write_goal(json, "year_end_before", figure.year_end_was);
    write_goal(json, "judged_against", figure.goal);
    write_goals_beside(json, figure.other_goals, calendar);
    write_status(json, figure);
    write_outlook(json, figure);
    write_movement(json, "previous", figure.previous, calendar);
    write_movement(json, "last_year", figure.last_year, calendar);
    json.text_or_null("signal", word_of(signal));
    json.number("published", figure.published)
        .text_or_null("flags", qd::print(figure.flags))
        .text_or_null("note", figure.note);
    json.count("parts_present", figure.parts_present).count("parts_expected", figure.parts_expected);
    write_coverage(json, coverage_of(calendar, measure, figure));
    json.text_or_null("due_on", figure.due_on ? print(*figure.due_on) : "");
    json.text_or_null("lacks", periods_of(figure.lacks, calendar))
        .text_or_null("lacks_areas", codes_of(figure.lacks_areas));
    json.text_or_null("why_missing", figure.why_missing).text_or_null("red_parts", codes_of(figure.red_parts));
    write_lineage(json, figure.lineage);
    return json;
}

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string csv_row(const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? "," : "") + csv_cell(cells[i]);
    return out + "\n";
}

std::string number_or_nothing(const std::optional<Decimal>& value) { return value ? print(*value) : std::string(); }

constexpr std::string_view csv_columns[] = {
    "code",
    "title",
    "theme",
    "unit",
    "area",
    "period",
    "described",
    "actual",
    "gap_reason",
    "numerator",
    "denominator",
    "target",
    "year_end_target",
    "status",
    "computed_status",
    "outlook",
    "forecast",
    "direction_previous",
    "direction_last_year",
    "published",
    "flags",
    "known_at",
    "signal",
    "shorthand",
    "stretch",
    "beside_stretch",
    "beside_actual",
    "beside_target",
    "beside_status",
    "status_name",
    "told_previous",
    "told_last_year",
};

// The columns of the period's other figure; empty where there is none.
std::vector<std::string> side_cells(const std::optional<SideFigure>& side) {
    if (!side) return {"", "", "", ""};
    return {std::string(print(side->stretch)), side->actual.has_value() ? print(side->actual.value()) : "",
            number_or_nothing(aim_of(side->goal)), std::string(print(side->status.status))};
}

std::string figures_csv(const Content& content, const std::vector<Figure>& figures,
                        const std::vector<Signal>& signals) {
    const Calendar& calendar = content.settings.calendar;
    std::string out = csv_row({std::begin(csv_columns), std::end(csv_columns)});
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Figure& figure = figures[i];
        const Measure& measure = measure_of(content, figure.measure);
        const bool there = figure.actual.has_value();
        std::vector<std::string> cells{figure.measure.text(),
                                       measure.title,
                                       measure.theme,
                                       std::string(print(measure.quantity)),
                                       figure.area.text(),
                                       calendar.text(figure.period),
                                       calendar.text(figure.described),
                                       there ? print(figure.actual.value()) : "",
                                       there ? "" : std::string(print(figure.actual.gap())),
                                       number_or_nothing(figure.numerator),
                                       number_or_nothing(figure.denominator),
                                       number_or_nothing(figure.goal ? figure.goal->aim : std::nullopt),
                                       number_or_nothing(figure.year_end ? figure.year_end->aim : std::nullopt),
                                       std::string(print(figure.status.status)),
                                       std::string(print(figure.computed.status)),
                                       std::string(print(figure.outlook)),
                                       number_or_nothing(figure.forecast),
                                       std::string(print(figure.previous.direction)),
                                       std::string(print(figure.last_year.direction)),
                                       number_or_nothing(figure.published),
                                       qd::print(figure.flags),
                                       figure.lineage ? print(figure.lineage->known_at) : "",
                                       std::string(word_of(signals.at(i))),
                                       there ? shorthand(figure.flags) : std::string(shorthand(figure.actual.gap())),
                                       std::string(print(figure.stretch))};
        std::ranges::move(side_cells(figure.beside), std::back_inserter(cells));
        cells.push_back(figure.status.name);
        for (const Movement* movement : {&figure.previous, &figure.last_year})
            cells.push_back(movement->told ? std::string(print(*movement->told)) : "");
        out += csv_row(cells);
    }
    return out;
}

void write_selection(JsonWriter& json, const Selection& selection) {
    if (selection.is_all()) {
        json.null("selection");
        return;
    }
    json.open_object("selection").text_or_null("theme", selection.theme).text_or_null("unit", selection.unit.text());
    json.text_or_null("body", selection.body.text()).text_or_null("status", selection.status).close_object();
}

void write_own_counts(JsonWriter& json, const Counts& counts) {
    json.open_array("own");
    for (const OwnCount& own : counts.own) {
        json.open_object().text("name", own.status.name).text_or_null("label", own.status.label);
        json.text("counts_as", print(own.status.status)).count("count", own.count).close_object();
    }
    json.close_array();
}

} // namespace

std::string scorecard_json(const Content& content, const Scorecard& scorecard, const std::vector<Signal>& signals,
                           const Outturns& outturns, const Selection& selection) {
    const Counts& counts = scorecard.counts;
    JsonWriter json;
    json.open_object()
        .text("period", content.settings.calendar.text(scorecard.period))
        .text("area", scorecard.area.text());
    json.text("as_at", print(scorecard.as_at));
    write_selection(json, selection);
    json.open_object("counts");
    json.count("measures", counts.measures).count("rated", counts.rated);
    for (const Status status : every_status) json.count(print(status), count_of(counts, status));
    json.count("outlook_meet", counts.outlook_meet).count("outlook_miss", counts.outlook_miss);
    write_own_counts(json, counts);
    json.close_object().open_array("measures");
    for (std::size_t i = 0; i < scorecard.figures.size(); ++i) {
        open_figure(json, content, scorecard.figures[i], signals.at(i));
        write_outturn(json, "computed_forecast", outturns.at(i));
        json.close_object();
    }
    json.close_array().close_object();
    return json.finish();
}

std::string scorecard_csv(const Content& content, const Scorecard& scorecard, const std::vector<Signal>& signals) {
    return figures_csv(content, scorecard.figures, signals);
}

std::string measure_json(const Content& content, const Series& series, const Reading& reading, Instant as_at) {
    const Measure& measure = measure_of(content, series.measure);
    JsonWriter json;
    json.open_object()
        .text("code", measure.code.text())
        .text("title", measure.title)
        .text("unit", print(measure.quantity));
    json.text("polarity", print(measure.polarity))
        .text("area", series.area.text())
        .text("as_at", print(as_at))
        .text_or_null("formula", measure.formula)
        .open_array("inputs");
    if (const auto formula = Formula::parse(measure.formula))
        for (const MeasureCode& input : formula->inputs()) json.text("", input.text());
    json.close_array().open_array("versions");
    for (const Definition& definition : measure.definitions) {
        json.open_object()
            .text_or_null("from", definition.from ? print(*definition.from) : "")
            .text_or_null("definition", definition.text);
        json.text_or_null("numerator", definition.numerator_label)
            .text_or_null("denominator", definition.denominator_label);
        json.text_or_null("source", definition.source).text_or_null("reason", definition.reason);
        json.number("link", definition.link).close_object();
    }
    json.close_array().open_array("series");
    const auto signals = signals_of(measure, series, reading);
    for (std::size_t i = 0; i < series.points.size(); ++i)
        open_figure(json, content, series.points[i], signals[i]).close_object();
    json.close_array();
    write_reading(json, content.settings.calendar, reading);
    json.close_object();
    return json.finish();
}

std::string measure_csv(const Content& content, const Series& series, const Reading& reading) {
    return figures_csv(content, series.points, signals_of(measure_of(content, series.measure), series, reading));
}

} // namespace qd::inline exchange
