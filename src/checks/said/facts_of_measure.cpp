#include "checks/said/facts_of.hpp"

#include "base/text.hpp"
#include "checks/phrases.hpp"
#include "checks/said/alike.hpp"

#include <algorithm>
#include <array>

namespace qd::inline checks {
namespace {

// That no name is told by at all.
const WordSet links("the of in on to and for by with per at a an from who are is was were their its or that have has");

// Of a definition, the parts that say what is counted: not "excluding …", "whether or not …".
std::string without_exceptions(const std::string& definition) {
    std::string kept, part;
    for (const char c : definition + ".") {
        part += c;
        if (std::string_view(",;:.").find(c) == std::string_view::npos) continue;
        const std::string small = " " + lower(part);
        const bool except = std::ranges::any_of(
            std::array<std::string_view, 6>{" not ", " exclud", " except", " without ", " whether ", " other than "},
            [&](std::string_view word) { return small.find(word) != std::string::npos; });
        if (!except) kept += part;
        part.clear();
    }
    return kept;
}

void add_value(std::vector<Decimal>& values, const std::optional<Decimal>& value) {
    if (value && std::ranges::find(values, *value) == values.end()) values.push_back(*value);
}
void add_value(std::vector<Decimal>& values, const Cell& cell) {
    if (cell.has_value()) add_value(values, std::optional(cell.value()));
}
void add_goal(std::vector<Decimal>& values, const std::optional<Goal>& goal) {
    if (!goal) return;
    add_value(values, goal->aim);
    add_value(values, goal->lower);
    add_value(values, goal->upper);
}

KnownPoint point_of(const Calendar& calendar, const Figure& figure) {
    KnownPoint point;
    point.period = figure.period;
    point.first = calendar.first_day(figure.described);
    point.last = calendar.last_day(figure.described);
    add_value(point.values, figure.actual);
    point.stretch = figure.stretch;
    if (point.is_known() && figure.beside && figure.beside->actual.has_value()) {
        point.beside = figure.beside->actual.value();
        point.beside_goal = figure.beside->goal;
        point.beside_stretch = figure.beside->stretch;
        add_value(point.values, point.beside);
    }
    add_value(point.values, figure.in_period);
    if (point.is_known()) add_value(point.values, figure.published);
    point.goal = figure.goal;
    point.year_end = figure.year_end;
    point.numerator = figure.numerator;
    point.denominator = figure.denominator;
    if (figure.status.status != Status::not_rated) point.status = figure.status.status;
    point.status_name = figure.status.name;
    return point;
}

const Figure* figure_in(const CheckInput& input, const MeasureCode& code) {
    if (const Figure* figure = figure_of(input.scorecard, code)) return figure;
    for (const GroupLines& group : input.partnership.groups)
        for (const PriorityLine& line : group.lines)
            for (const Figure& figure : line.figures)
                if (figure.measure == code) return &figure;
    return nullptr;
}

// What a movement was counted from, and by how much it went.
void add_movement(Facts& facts, const Movement& movement, const std::string& label, std::vector<Decimal>& base,
                  std::vector<Change>& changes) {
    add_value(base, movement.value);
    add_value(facts.others, movement.difference);
    add_value(facts.others, movement.relative);
    const std::optional<Decimal> now = movement.now ? movement.now : std::optional(facts.value());
    if (movement.value && now) changes.push_back({*movement.value, *now, label});
}

bool names_a_change(const std::string& title) {
    const std::string small = lower(title);
    return std::ranges::any_of(std::array<std::string_view, 9>{"change", "compared with", "compared to",
                                                               "on the year before", "growth in", "increase in",
                                                               "reduction in", "decrease in", "against last year"},
                               [&](std::string_view words) { return small.find(words) != std::string::npos; });
}

void add_series(Facts& facts, const CheckInput& input) {
    const Calendar& calendar = input.content.settings.calendar;
    const Date end = calendar.last_day(input.period);
    const Series* series = input.series(facts.shown.code);
    if (series == nullptr) return;
    for (const Figure& figure : series->points) {
        const KnownPoint point = point_of(calendar, figure);
        if (point.is_known() && calendar.first_day(point.period) <= end) facts.points.push_back(point);
    }
}

// A point of the series where the engine compared with nothing, as the figures of measures that break are not.
void add_base(const KnownPoint& point, const Facts& facts, std::vector<Decimal>& base, std::vector<Change>& changes) {
    for (const Decimal value : point.values) add_value(base, std::optional(value));
    if (!changes.empty() || !facts.has_value() || point.period.grain() != facts.now.period.grain()) return;
    changes.push_back({point.values.front(), facts.value(), ""});
}

// Values of the period before and a year ago, from the points and from what the engine compared with.
void add_bases(Facts& facts, const CheckInput& input, const Figure& figure) {
    const Calendar& calendar = input.content.settings.calendar;
    if (figure.previous.period) facts.before_label = calendar.label(*figure.previous.period);
    if (figure.last_year.period) facts.a_year_ago_label = calendar.label(*figure.last_year.period);
    if (facts.has_value()) {
        add_movement(facts, figure.previous, facts.before_label, facts.before, facts.since_before);
        add_movement(facts, figure.last_year, facts.a_year_ago_label, facts.a_year_ago, facts.since_a_year_ago);
        if (figure.beside) {
            add_movement(facts, figure.beside->previous, facts.before_label, facts.before, facts.since_before);
            add_movement(facts, figure.beside->last_year, facts.a_year_ago_label, facts.a_year_ago,
                         facts.since_a_year_ago);
        }
    }
    const Date first = calendar.first_day(input.period), last = calendar.last_day(input.period);
    const KnownPoint* newest_before = nullptr;
    for (const KnownPoint& point : facts.points) {
        const Date began = calendar.first_day(point.period), ended = calendar.last_day(point.period);
        if (ended < first && (!newest_before || ended >= calendar.last_day(newest_before->period)))
            newest_before = &point;
        if (began == first.plus_months(-12) && ended == last.plus_days(1).plus_months(-12).plus_days(-1))
            add_base(point, facts, facts.a_year_ago, facts.since_a_year_ago);
    }
    const bool is_next = newest_before && calendar.last_day(newest_before->period).plus_days(1) == first;
    if (is_next) add_base(*newest_before, facts, facts.before, facts.since_before);
}

// What the periods of the year make together, of things that are counted.
void add_sum_of_year(Facts& facts, const CheckInput& input) {
    if (facts.shown.quantity != Quantity::count && facts.shown.quantity != Quantity::money) return;
    const Calendar& calendar = input.content.settings.calendar;
    Decimal sum;
    for (const KnownPoint& point : facts.points)
        if (calendar.year_of(point.period) == calendar.year_of(input.period)) sum = sum + point.values.front();
    add_value(facts.others, std::optional(sum));
}

} // namespace

Facts facts_of(const CheckInput& input, const Measure& measure) {
    Facts facts;
    facts.subject = {SubjectKind::measure, measure.code.text()};
    facts.shown = measure;
    facts.name = short_name(measure);
    facts.stems = stems_of(measure.title + " " + measure.short_title);
    for (const Word& word : words_of(measure.title)) facts.name_words.insert(word.text);
    if (!measure.definitions.empty()) {
        const Definition& definition = measure.definitions.back();
        facts.stems.merge(stems_of(definition.numerator_label + " " + definition.denominator_label));
        facts.definition_stems = stems_of(without_exceptions(definition.text));
        for (const Word& word : words_of(definition.numerator_label)) facts.part_words.insert(word.text);
    }
    facts.part_words.insert(facts.name_words.begin(), facts.name_words.end());
    if (!measure.definitions.empty())
        for (const Word& word : words_of(measure.definitions.back().denominator_label))
            facts.part_words.erase(word.text);
    std::erase_if(facts.part_words, [](const std::string& word) { return links.contains(word); });
    for (const Word& word : words_of(input.content.settings.name)) facts.place_words.insert(word.text);
    for (const Area& area : input.content.areas)
        if (area.code == input.content.settings.area)
            for (const Word& word : words_of(area.name)) facts.place_words.insert(word.text);
    facts.alike_stems = words_alike(stems_of(measure.title));
    facts.is_change = names_a_change(measure.title);
    const std::string title = lower(measure.title);
    facts.falls_count =
        title.find("reduction in") != std::string::npos || title.find("decrease in") != std::string::npos;
    add_series(facts, input);
    if (const Figure* figure = figure_in(input, measure.code)) {
        const Calendar& calendar = input.content.settings.calendar;
        facts.now = point_of(calendar, *figure);
        facts.outlook = figure->outlook;
        add_value(facts.forecasts, figure->forecast);
        add_bases(facts, input, *figure);
        add_value(facts.others, figure->numerator);
        add_value(facts.others, figure->denominator);
        add_goal(facts.targets, figure->goal);
        add_goal(facts.targets, figure->year_end);
        add_goal(facts.targets, figure->year_end_was);
        if (figure->beside) add_goal(facts.targets, figure->beside->goal);
        if (facts.points.empty() ||
            calendar.last_day(facts.points.back().period) != calendar.last_day(facts.now.period))
            if (facts.now.is_known()) facts.points.push_back(facts.now);
    }
    add_sum_of_year(facts, input);
    for (const Target& target : input.content.targets) {
        if (target.measure != measure.code) continue;
        add_value(facts.targets, target.value);
        add_value(facts.targets, target.baseline);
        add_value(facts.targets, target.lower);
        add_value(facts.targets, target.upper);
    }
    return facts;
}

} // namespace qd::inline checks
