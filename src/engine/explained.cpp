#include "engine/explained.hpp"

#include "base/text.hpp"
#include "domain/formula.hpp"
#include "engine/find_measure.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qd::inline engine {
namespace {

// "quarter 1" within its year, "April 2024", "2020/21".
std::string short_label(const Calendar& calendar, Period period, Period year) {
    if (period.grain() != Grain::quarter && period.grain() != Grain::half) return calendar.label(period);
    if (calendar.year_of(period) != year) return calendar.label(period);
    return fmt::format("{} {}", print(period.grain()), period.number());
}

// Periods that follow one another as a range: "April 2024 to October 2024".
std::string names_of(const Calendar& calendar, const std::vector<Period>& periods, Period year) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < periods.size();) {
        std::size_t last = i;
        while (last + 1 < periods.size() && calendar.next(periods[last]) == periods[last + 1]) ++last;
        const std::size_t step = last >= i + 2 ? last : i; // two are named one by one
        // a range over two years names the year at both ends
        const Period within = calendar.year_of(periods[i]) == calendar.year_of(periods[step]) ? year : periods[i];
        names.push_back(short_label(calendar, periods[i], within));
        if (step > i) names.back() += " to " + short_label(calendar, periods[step], within);
        i = step + 1;
    }
    return in_words(names);
}

std::string whole_name(const Calendar& calendar, Period described, Period reporting) {
    const Stretch stretch = stretch_of(calendar, described);
    if (described != reporting && stretch == stretch_of(calendar, calendar.year_to_date(reporting)))
        return "the year to date";
    if (described.grain() == Grain::span) return "the " + calendar.label(described);
    return calendar.label(described);
}

// What the parts are that a roll-up over time lacks, and why.
std::string lacking_parts(const Sheet& sheet, const Figure& figure, const std::vector<Period>& lacks) {
    const Calendar& calendar = sheet.calendar();
    const Period year = calendar.year_of(figure.period);
    const auto first = sheet.starts_with(figure.area);
    std::vector<Period> before, later;
    for (const Period part : lacks) {
        const bool is_before = first && sheet.stretch(part).last < sheet.stretch(*first).first;
        (is_before ? before : later).push_back(part);
    }
    std::vector<std::string> clauses;
    if (!before.empty())
        clauses.push_back(fmt::format("{}: the series starts in {}", names_of(calendar, before, year),
                                      short_label(calendar, *first, year)));
    if (!later.empty()) {
        const Date by = sheet.due(sheet.stretch(later.front()));
        const bool is_due = by < sheet.known().as_at.date();
        clauses.push_back(fmt::format("{}, {} {}", names_of(calendar, later, year),
                                      later.size() > 1 ? is_due ? "the first of which was due on" : "the first due on"
                                      : is_due         ? "which was due on"
                                                       : "due on",
                                      print_long(by)));
    }
    return whole_name(calendar, figure.described, figure.period) + " lacks " + join(clauses, "; and ");
}

std::string lacking_input(const Sheet& sheet, const Figure& figure) {
    const Known& known = sheet.known();
    const auto formula = Formula::parse(sheet.measure().formula);
    if (!formula || sheet.cells().find(figure.area, sheet.stretch(figure.described))) return {};
    std::vector<std::string> found;
    for (const MeasureCode& code : formula->inputs()) {
        const Measure* input = measure_if(known.content, code);
        if (!input) continue;
        const Sheet inputs(known, *input, figure.area, Reach::below, Links::as_given);
        const Amount shown = inputs.shown(figure.area, figure.described).actual;
        if (shown.number) continue;
        const std::string when = known.calendar().label(figure.described);
        if (shown.gap == GapReason::suppressed) {
            found.push_back(code.text() + " is suppressed for " + when);
            continue;
        }
        std::string text = code.text() + " has no figure for " + when;
        const auto periods = inputs.periods(figure.area);
        if (!periods.empty() && periods.back().grain() != figure.described.grain())
            text += ": it is known for " + known.calendar().label(periods.back());
        found.push_back(std::move(text));
    }
    return join(found, "; ");
}

std::string names_of(const Sheet& sheet, const std::vector<AreaCode>& areas) {
    std::vector<std::string> names;
    for (const AreaCode& code : areas) {
        const Area* area = sheet.known().areas.find(code);
        names.push_back(area ? area->name : code.text());
    }
    return in_words(names);
}

// The areas that a roll-up lacks, at the stretch that is shown or in the first of its parts that lacks any.
std::vector<AreaCode> lacking_areas(const Sheet& sheet, const Figure& figure) {
    const auto due = [&](const Stretch& stretch) { return sheet.due(stretch) < sheet.known().as_at.date(); };
    const Stretch whole = sheet.stretch(figure.described);
    std::vector<Stretch> stretches;
    for (const Period part : sheet.calendar().parts(figure.described, sheet.measure().grain))
        stretches.push_back(sheet.stretch(part));
    if (stretches.empty()) stretches.push_back(whole);
    for (const Stretch& stretch : stretches)
        if (auto found = sheet.unsaid_below(figure.area, stretch); !found.empty() && due(stretch)) return found;
    return {};
}

// "quarter 3 was handed in as not available": the gap of the period itself, as well as parts that nobody handed in.
std::string own_gap(const Sheet& sheet, const Figure& figure, const Shown& shown) {
    if (!shown.own || *shown.own == figure.described) return {};
    const auto own = sheet.said(figure.area, sheet.stretch(*shown.own));
    if (!own || own->number || own->gap == GapReason::not_due || own->gap == GapReason::overdue) return {};
    const Calendar& calendar = sheet.calendar();
    return short_label(calendar, *shown.own, calendar.year_of(figure.period)) + " was handed in as " + label(own->gap);
}

// Parts that are all there and make no whole: values without the counts that they were made of.
std::string not_added(const Sheet& sheet, const Figure& figure) {
    const bool is_all_there = figure.parts_present == figure.parts_expected && figure.parts_expected > 1;
    if (!is_all_there || figure.actual.gap() != GapReason::not_available || !figure.note.empty()) return {};
    const Measure& measure = sheet.measure();
    if (!measure.formula.empty()) return {};
    const bool is_ratio = measure.quantity == Quantity::percent || measure.quantity == Quantity::rate;
    const std::string figures = measure.quantity == Quantity::score     ? "scores"
                                : measure.quantity == Quantity::percent ? "percentages"
                                                                        : "figures";
    const bool of_areas = sheet.cells().of(figure.area).empty();
    const std::string whole =
        of_areas ? "one for the whole" : "one for " + whole_name(sheet.calendar(), figure.described, figure.period);
    return fmt::format("the {} of {} cannot be added up: hand in {}{}", figures,
                       of_areas ? "the areas below" : "its parts", whole,
                       is_ratio ? ", or numerators and denominators" : "");
}

// The parts that nobody handed in for what a figure describes; those of a year to date are none of the period's own.
std::vector<Period> lacking(const Sheet& sheet, const Figure& figure, const Shown& shown) {
    std::vector<Period> lacks = shown.lacks;
    if (figure.stretch == StretchKind::own)
        std::erase_if(lacks, [&](Period each) { return !sheet.stretch(figure.described).holds(sheet.stretch(each)); });
    return lacks;
}

std::string why_missing(const Sheet& sheet, const Figure& figure, const Shown& shown) {
    const std::string not_there = sheet.known().areas.why_not_there(figure.area, sheet.stretch(figure.described));
    if (!not_there.empty()) return not_there;
    // where the period itself is all that is missing, the gap says so
    const std::vector<Period> lacks = lacking(sheet, figure, shown);
    const bool is_itself = lacks.size() == 1 && (lacks.front() == figure.described || lacks.front() == shown.own ||
                                                 lacks.front() == figure.period);
    if (!lacks.empty() && !is_itself) {
        const std::string own = own_gap(sheet, figure, shown);
        return (own.empty() ? "" : own + ", and ") + lacking_parts(sheet, figure, lacks);
    }
    if (!figure.lacks_areas.empty())
        return "nothing was handed in for " + names_of(sheet, figure.lacks_areas) + ", which was due on " +
               print_long(figure.due_on.value_or(sheet.due(sheet.stretch(figure.described))));
    if (std::string why = not_added(sheet, figure); !why.empty()) return why;
    return lacking_input(sheet, figure);
}

// With whom an area is compared that was not there then.
Movement across_time(Movement movement, const Sheet& sheet, const AreaCode& area) {
    if (!movement.period) return movement;
    const Stretch then = sheet.stretch(*movement.period);
    const std::string why = sheet.known().areas.why_not_there(area, then);
    if (why.empty()) return movement;
    if (movement.value && !sheet.cells().find(area, then)) movement.areas = sheet.stand_for(area, then);
    if (movement.direction != Direction::not_comparable || movement.value) return movement;
    const auto before = sheet.stand_for(area, then);
    movement.why_not = before.size() < 2
                           ? why
                           : fmt::format("{}, and the figures of {} cannot be added up", why, names_of(sheet, before));
    return movement;
}

} // namespace

Figure explained(Figure figure, const Sheet& sheet, const Shown& shown) {
    const bool is_whole = figure.actual.has_value() && shown.why_unrated.empty() &&
                          figure.parts_present == figure.parts_expected; // what else is built up may lack something
    for (const Period period : is_whole ? std::vector<Period>() : lacking(sheet, figure, shown))
        if (sheet.due(sheet.stretch(period)) < sheet.known().as_at.date()) figure.lacks.push_back(period);
    const auto first = figure.lacks.empty() ? std::nullopt : sheet.starts_with(figure.area);
    if (first)
        std::erase_if(figure.lacks,
                      [&](Period period) { return sheet.stretch(period).last < sheet.stretch(*first).first; });
    if (!figure.actual.has_value() && figure.actual.gap() == GapReason::overdue)
        figure.lacks_areas = lacking_areas(sheet, figure);
    figure.why_missing = figure.actual.has_value() ? shown.why_unrated : why_missing(sheet, figure, shown);
    if (!figure.why_missing.empty() && (!figure.actual.has_value() || !shown.why_unrated.empty())) {
        const bool is_computed = figure.status.basis != Verdict::Basis::judged;
        if (!figure.computed.name.empty()) // the council's own word for what is missing stays, with the reason in full
            figure.computed.reason = figure.why_missing;
        else if (figure.computed.status != Status::not_started)
            figure.computed = {Status::not_rated, {}, {}, {}, Verdict::Basis::none, figure.why_missing};
        if (is_computed) figure.status = figure.computed;
    }
    const auto before = figure.actual.has_value() && !sheet.cells().find(figure.area, sheet.stretch(figure.described))
                            ? sheet.stand_for(figure.area, sheet.stretch(figure.described))
                            : std::vector<AreaCode>();
    if (!before.empty()) figure.note += (figure.note.empty() ? "Of " : " Of ") + names_of(sheet, before) + ".";
    figure.previous = across_time(std::move(figure.previous), sheet, figure.area);
    figure.last_year = across_time(std::move(figure.last_year), sheet, figure.area);
    return figure;
}

} // namespace qd::inline engine
