#include "engine/disclosure.hpp"

#include "domain/formula.hpp"
#include "engine/disclosure_table.hpp"
#include "engine/find_measure.hpp"
#include "engine/published.hpp"
#include "engine/rate.hpp"
#include "engine/scorecard.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

const Stretch earliest{*Date::from_ymd(1, 1, 1), *Date::from_ymd(1, 1, 1)};

Decimal rounded_count(Decimal count, std::int64_t base) {
    return Decimal::whole(rounded_to_base(count.rounded(0).millionths() / Decimal::scale, base));
}

} // namespace

// A measure with its breakdowns, and the table that they stand in.
struct Disclosure::Family {
    std::vector<const Measure*> measures;
    DisclosureTable table;
};

Disclosure::Disclosure(const Content& content, Instant as_at) : content_(content) {
    const Known known(content, as_at);
    std::vector<Family> families;
    for (const Measure& whole : content.measures) {
        std::vector<const Measure*> measures{&whole};
        for (const Measure& part : content.measures)
            if (part.parent == whole.code && is_about(part)) measures.push_back(&part);
        // A breakdown stands in the table of its whole, and in one of its own if it has breakdowns.
        const Measure* parent = measure_if(content, whole.parent);
        if (!is_about(whole) || (measures.size() == 1 && parent && is_about(*parent))) continue;
        families.push_back({measures, DisclosureTable(known, measures)});
    }
    std::size_t before = 0;
    do { // what is hidden in one table may be told by another: a formula by its inputs, a part by the table of its parts
        before = hidden_.size();
        for (const Family& family : families) hide_in(family);
        hide_by_formula();
    } while (hidden_.size() != before);
}

void Disclosure::hide_in(const Family& family) {
    const Suppression& rule = content_.settings.suppression;
    std::vector<PublishedCell> given_away;
    for (std::size_t i = 0; i < family.measures.size(); ++i) {
        const MeasureCode& code = family.measures[i]->code;
        for (auto cell = hidden_.lower_bound({code, AreaCode(), earliest});
             cell != hidden_.end() && std::get<0>(*cell) == code; ++cell)
            given_away.push_back({i, std::get<1>(*cell), std::get<2>(*cell)});
    }
    const auto cells =
        rule.rounding > 0 ? family.table.small(rule.rule()) : family.table.hidden(rule.rule(), given_away);
    for (const PublishedCell& cell : cells)
        hidden_.emplace(family.measures[cell.measure]->code, cell.area, cell.stretch);
}

// A measure with a formula and what it is computed from are hidden together, where they stand for the same days: with all but
// one of them the formula tells the last. All that are protected go with it, since none of them says which one keeps it safe.
void Disclosure::hide_by_formula() {
    const auto hidden = hidden_;
    for (const Measure& measure : content_.measures) {
        const auto formula = Formula::parse(measure.formula);
        if (!formula || !is_about(measure)) continue;
        for (const auto& [code, area, stretch] : hidden) {
            const auto& inputs = formula->inputs();
            const bool is_input = std::ranges::find(inputs, code) != inputs.end();
            if (is_input) hidden_.emplace(measure.code, area, stretch);
            if (code != measure.code) continue;
            for (const MeasureCode& each : inputs)
                if (const Measure* input = measure_if(content_, each); input && is_about(*input))
                    hidden_.emplace(each, area, stretch);
        }
    }
}

bool Disclosure::is_about(const Measure& measure) const { return is_protected(content_.settings.suppression, measure); }

bool Disclosure::hides(const MeasureCode& measure, const AreaCode& area, Period described) const {
    const Calendar& calendar = content_.settings.calendar;
    if (hidden_.contains({measure, area, stretch_of(calendar, described)})) return true;
    // a row under a period's name may be the year to date at its end
    const Measure* found = measure_if(content_, measure);
    if (!found || found->roll_up != RollUp::by_hand || described.grain() == Grain::span) return false;
    return hidden_.contains({measure, area, stretch_of(calendar, calendar.year_to_date(described))});
}

bool Disclosure::hides_any(const MeasureCode& measure) const {
    const Measure* found = measure_if(content_, measure);
    const bool is_rounded = content_.settings.suppression.rounding > 1 && found && is_about(*found);
    return is_rounded || std::ranges::any_of(hidden_, [&](const auto& cell) { return std::get<0>(cell) == measure; });
}

Figure Disclosure::published(Figure figure) const {
    const Measure* measure = measure_if(content_, figure.measure);
    if (!measure || !is_about(*measure)) return figure;
    const Calendar& calendar = content_.settings.calendar;
    figure.red_parts.clear(); // a status may tell a number that is hidden
    const bool is_hidden = hides(figure.measure, figure.area, figure.described);
    if (is_hidden) withhold(figure);
    // The period's own figure beside one that is built up: the one that ends with it.
    const Period own = measure->grain == Grain::span
                           ? figure.described
                           : calendar.containing(measure->grain, calendar.last_day(figure.described));
    if (hides(figure.measure, figure.area, own) || hides(figure.measure, figure.area, figure.period))
        figure.in_period = GapReason::suppressed;
    // What a period added to a year to date by hand follows from two years to date that were weighed on their own.
    const bool is_side_hidden = is_hidden || figure.in_period == Cell(GapReason::suppressed) ||
                                measure->roll_up == RollUp::by_hand ||
                                (figure.beside && hides(figure.measure, figure.area, figure.beside->described));
    if (figure.beside && is_side_hidden) {
        figure.beside.reset();
        if (measure->roll_up == RollUp::by_hand) figure.in_period = GapReason::suppressed;
        if (figure.previous.stretch != figure.stretch) figure.previous = {};
    }
    if (figure.beside)
        for (Movement* movement : {&figure.beside->previous, &figure.beside->last_year})
            if (movement->period && hides(figure.measure, figure.area, *movement->period)) *movement = {};
    for (Movement* movement : {&figure.previous, &figure.last_year})
        if (is_hidden || figure.in_period == Cell(GapReason::suppressed) ||
            (movement->period && hides(figure.measure, figure.area, *movement->period)))
            *movement = {};
    if (!is_hidden) round(figure, *measure);
    return figure;
}

// With the number goes what would tell it: parts, status, outlook, forecast, note and the printed figure.
void Disclosure::withhold(Figure& figure) const {
    figure.actual = GapReason::suppressed;
    figure.numerator = figure.denominator = figure.published = figure.forecast = std::nullopt;
    figure.note.clear();
    figure.why_missing.clear();
    figure.lacks.clear();
    figure.lacks_areas.clear();
    figure.forecast_reason.clear();
    Verdict verdict;
    verdict.reason = label(GapReason::suppressed);
    figure.computed = figure.status = verdict;
    figure.outlook = figure.told_outlook = figure.forecast_outlook = Outlook::unknown;
    for (GoalBeside& beside : figure.other_goals) { // by how much it differs would tell it
        beside.is_reached.reset();
        beside.difference.reset();
    }
}

// Counts to the base; what is divided, from the rounded counts, or the one could be worked out from the other.
void Disclosure::round(Figure& figure, const Measure& measure) const {
    const int base = content_.settings.suppression.rounding;
    if (base <= 1 || !figure.actual.has_value()) return;
    figure.published = std::nullopt;
    figure.beside.reset();
    figure.previous = figure.last_year = {};
    for (GoalBeside& beside : figure.other_goals) beside.difference.reset();
    if (figure.numerator && figure.denominator) {
        figure.numerator = rounded_count(*figure.numerator, base);
        figure.denominator = rounded_count(*figure.denominator, base);
        const auto rate = Decimal::ratio_if(*figure.numerator, *figure.denominator, multiplier(measure));
        figure.actual = rate ? Cell(*rate) : Cell(GapReason::suppressed);
        figure.in_period = GapReason::suppressed;
    } else if (measure.quantity == Quantity::count) {
        figure.actual = rounded_count(figure.actual.value(), base);
        if (figure.in_period.has_value()) figure.in_period = rounded_count(figure.in_period.value(), base);
    }
}

Scorecard Disclosure::published(Scorecard scorecard) const {
    for (Figure& figure : scorecard.figures) figure = published(std::move(figure));
    scorecard.counts = count(scorecard.figures);
    return scorecard;
}

Series Disclosure::published(Series series) const {
    for (Figure& point : series.points) point = published(std::move(point));
    return series;
}

} // namespace qd::inline engine
