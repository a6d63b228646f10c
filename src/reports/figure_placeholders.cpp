#include "reports/placeholders.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/exceptions.hpp"
#include "domain/own_status.hpp"
#include "domain/share.hpp"

#include <algorithm>
#include <array>

namespace qd::inline reports {
namespace {

using Words = const std::vector<std::string>&;

tl::unexpected<Unfilled> nothing(const std::string& message, const std::string& remedy) {
    return tl::make_unexpected(Unfilled{error("placeholder-empty"), message, remedy});
}

tl::unexpected<Unfilled> not_one_of(const std::string& word, const std::vector<std::string>& known) {
    return tl::make_unexpected(Unfilled{error("placeholder-arguments"),
                                        "“" + word + "” is not one of " + join(known, ", ") + ".",
                                        did_you_mean(word, known, "Write one of these.")});
}

std::string named(const Measure& measure) { return short_name(measure) + " (" + measure.code.text() + ")"; }

Filled<Filling> words(const std::string& text) { return Filling(plain(text)); }

// --- measures ---

struct Asked {
    Filler& filler;
    const Measure& measure;
    const Figure& figure;

    Span bound(const std::string& shown) const {
        filler.note_source(figure);
        return BoundFigure{shown, figure.lineage ? "#" + source_id(measure.code) : std::string()};
    }
    Filled<Filling> number(const std::optional<Decimal>& value, const std::string& what) const {
        if (!value) return nothing(named(measure) + " has no " + what + ".", "Hand it in, or remove the placeholder.");
        return Filling(Spans{bound(print_grouped(*value, 0))});
    }
    Filled<Filling> goal(const std::optional<Goal>& goal, const std::string& what) const {
        const std::string shown = goal ? goal_words(measure, *goal) : std::string();
        if (shown.empty()) return nothing(named(measure) + " has no " + what + ".", "Set it in targets.csv.");
        return Filling(plain(shown));
    }
};

Filled<Filling> actual_of(const Asked& asked) {
    if (!asked.figure.actual.has_value())
        return nothing(named(asked.measure) + " has no figure for " +
                           asked.filler.calendar().label(asked.figure.period) + ": " +
                           label(asked.figure.actual.gap()) + ".",
                       "Hand it in, or remove the placeholder.");
    return Filling(Spans{asked.bound(show(asked.measure, asked.figure.actual.value()))});
}

Filled<Filling> forecast_of(const Asked& asked) {
    if (!asked.figure.forecast)
        return nothing("No officer forecast " + named(asked.measure) + " as a figure.",
                       "Hand it in with forecasts.csv.");
    return Filling(plain(show_set(asked.measure, *asked.figure.forecast)));
}

Filled<Filling> outlook_of(const Asked& asked) {
    if (asked.figure.outlook == Outlook::unknown)
        return nothing(named(asked.measure) + " has no outlook on the year end.", "Hand it in with forecasts.csv.");
    return Filling(Spans{outlook_tag(asked.figure.outlook)});
}

Filled<Filling> movement_of(const Asked& asked, const Movement& movement, const std::string& than) {
    if (movement.direction == Direction::not_comparable || !movement.difference)
        return nothing(named(asked.measure) + " has no figure " + than + " to compare with.",
                       "Hand in the earlier figures, or remove the placeholder.");
    Spans words = direction_of(asked.measure, movement);
    if (asked.figure.beside && movement.stretch != asked.figure.stretch && movement.now) // not of the actual
        append(words, plain(" to " + show(asked.measure, *movement.now) + " " +
                            words_behind(movement.stretch, asked.figure.beside->described)));
    return Filling(std::move(words));
}

struct MeasureWord {
    std::string_view word;
    Filled<Filling> (*tell)(const Asked&);
};
constexpr std::array measure_words{
    MeasureWord{"actual", actual_of},
    MeasureWord{"numerator", [](const Asked& asked) { return asked.number(asked.figure.numerator, "numerator"); }},
    MeasureWord{"denominator",
                [](const Asked& asked) { return asked.number(asked.figure.denominator, "denominator"); }},
    MeasureWord{"target", [](const Asked& asked) { return asked.goal(asked.figure.goal, "target for the period"); }},
    MeasureWord{"year-end-target",
                [](const Asked& asked) { return asked.goal(asked.figure.year_end, "target for the year"); }},
    MeasureWord{"status", [](const Asked& asked) { return Filled<Filling>(Spans{status_tag(asked.figure.status)}); }},
    MeasureWord{"outlook", outlook_of},
    MeasureWord{"forecast", forecast_of},
    MeasureWord{"previous",
                [](const Asked& asked) { return movement_of(asked, asked.figure.previous, "of the period before"); }},
    MeasureWord{"last-year",
                [](const Asked& asked) { return movement_of(asked, asked.figure.last_year, "of a year before"); }},
    MeasureWord{"title", [](const Asked& asked) { return words(asked.measure.title); }},
    MeasureWord{"period",
                [](const Asked& asked) { return words(asked.filler.calendar().label(asked.figure.described)); }},
};

Filled<Filling> tell_of_measure(Filler& filler, const std::string& code, const std::string& word) {
    std::vector<std::string> known;
    for (const MeasureWord& one : measure_words) known.emplace_back(one.word);
    const auto what = std::ranges::find(measure_words, word, &MeasureWord::word);
    if (what == measure_words.end()) return not_one_of(word, known);
    const auto measure = filler.measure(code);
    if (!measure) return tl::make_unexpected(measure.error());
    const auto figure = filler.figure(**measure);
    if (!figure) return tl::make_unexpected(figure.error());
    return what->tell({filler, **measure, *figure});
}

Filled<Filling> fill_measure(Filler& filler, Words given) { return tell_of_measure(filler, given[0], given[1]); }

Filled<Filling> fill_change(Filler& filler, Words given) {
    if (given[1] != "previous" && given[1] != "last-year") return not_one_of(given[1], {"previous", "last-year"});
    return tell_of_measure(filler, given[0], given[1]);
}

// --- counts ---

struct Count {
    std::size_t part = 0, whole = 0; // that it is a share of
    std::string of;                  // "rated measures"
};

std::size_t off_target_in(const Scorecard& scorecard) { return exceptions(scorecard).size(); }

std::optional<Count> count_of(Filler& filler, const std::string& word) {
    const Scorecard& card = filler.scorecard_input().now;
    const Counts& counts = card.counts;
    const Partnership& all = filler.partnership_input().partnership;
    const std::size_t rated = all.tally.total() - all.tally.blank;
    const std::pair<std::string_view, Count> known[] = {
        {"measures", {counts.measures, 0, ""}},
        {"rated", {counts.rated, counts.measures, "measures"}},
        {"green", {counts.green, counts.rated, "rated measures"}},
        {"amber", {counts.amber, counts.rated, "rated measures"}},
        {"red", {counts.red, counts.rated, "rated measures"}},
        {"complete", {counts.complete, counts.rated, "rated measures"}},
        {"not_started", {counts.not_started, counts.measures, "measures"}},
        {"not_rated", {counts.not_rated, counts.measures, "measures"}},
        {"outlook_meet", {counts.outlook_meet, counts.measures, "measures"}},
        {"outlook_miss", {counts.outlook_miss, counts.measures, "measures"}},
        {"off_target", {off_target_in(card), counts.measures, "measures"}},
        {"priorities", {all.priorities, 0, ""}},
        {"priorities_reported", {all.rows, all.priorities, "priorities"}},
        {"priorities_green", {all.tally.green, rated, "rated priorities"}},
        {"priorities_amber", {all.tally.amber, rated, "rated priorities"}},
        {"priorities_red", {all.tally.red, rated, "rated priorities"}},
        {"priorities_not_started", {all.tally.not_started, rated, "rated priorities"}},
        {"actions", {all.actions, 0, ""}},
    };
    const auto found = std::ranges::find(known, std::string_view(word), [](const auto& one) { return one.first; });
    return found == std::end(known) ? std::nullopt : std::optional(found->second);
}

const std::vector<std::string> count_words_known = {"measures",
                                                    "rated",
                                                    "green",
                                                    "amber",
                                                    "red",
                                                    "complete",
                                                    "not_started",
                                                    "not_rated",
                                                    "outlook_meet",
                                                    "outlook_miss",
                                                    "off_target",
                                                    "priorities",
                                                    "priorities_reported",
                                                    "priorities_green",
                                                    "priorities_amber",
                                                    "priorities_red",
                                                    "priorities_not_started",
                                                    "actions"};

Filled<Filling> fill_count(Filler& filler, Words given) {
    const auto count = count_of(filler, given[0]);
    if (!count) return not_one_of(given[0], count_words_known);
    return Filling(Spans{BoundFigure{std::to_string(count->part), ""}});
}

Filled<Filling> fill_share(Filler& filler, Words given) {
    const auto count = count_of(filler, given[0]);
    if (!count) return not_one_of(given[0], count_words_known);
    if (count->of.empty())
        return nothing("The count “" + given[0] + "” is not part of a larger number.",
                       "Use {{count " + given[0] + "}}.");
    if (count->whole == 0)
        return nothing("There are no " + count->of + " to give a share of.", "Remove the placeholder.");
    return Filling(Spans{BoundFigure{show_share(count->part, count->whole), ""}});
}

// --- priorities, names ---

Filled<Filling> fill_priority(Filler& filler, Words given) {
    const auto line = filler.priority(given[0]);
    if (!line) return tl::make_unexpected(line.error());
    const PriorityLine& found = **line;
    if (given[1] == "title") return words(found.priority.title);
    if (given[1] == "actions") return Filling(Spans{BoundFigure{std::to_string(found.actions.total()), ""}});
    if (given[1] != "status" && given[1] != "narrative")
        return not_one_of(given[1], {"status", "narrative", "title", "actions"});
    if (!found.update)
        return nothing("Priority " + given[0] + " was not reported on for " +
                           filler.calendar().label(filler.view().period) + ".",
                       "Hand in its update, or remove the placeholder.");
    if (given[1] == "narrative")
        return found.update->narrative.empty()
                   ? Filled<Filling>(nothing("The update of priority " + given[0] + " has no narrative.", "Write it."))
                   : words(found.update->narrative);
    if (!found.update->status)
        return nothing("The status of priority " + given[0] + " was left blank.", "Let the group give it.");
    return Filling(Spans{status_tag(typed_verdict(filler.content().settings, *found.update->status))});
}

Filled<Filling> fill_parameter(Filler& filler, Words given) {
    const auto found = filler.parameters().find(given[0]);
    if (found == filler.parameters().end() || found->second.empty())
        return tl::make_unexpected(Unfilled{error("placeholder-parameter"),
                                            "The parameter " + given[0] + " has no value.",
                                            "Give it one below [parameters], or with --set " + given[0] + "=VALUE."});
    return words(found->second);
}

Filled<Filling> fill_body(Filler& filler, Words) {
    const auto& paper = filler.paper();
    if (!paper || paper->body.empty())
        return nothing("No paper says which body the report goes to.", "Write it in papers/CODE.md.");
    return words(unit_name(filler.content(), paper->body));
}

Filled<Filling> fill_meeting(Filler& filler, Words) {
    const auto& paper = filler.paper();
    if (!paper || !paper->meeting) return nothing("No paper says when the body meets.", "Write it in papers/CODE.md.");
    return words(weekday_name(paper->meeting->weekday()) + " " + print_long(*paper->meeting));
}

constexpr auto in_words = PlaceholderKind::Place::in_words;

const std::array figure_kinds{
    PlaceholderKind{"period", "", "the period of the report", in_words, 0, 0,
                    [](Filler& filler, Words) { return words(filler.calendar().label(filler.view().period)); }},
    PlaceholderKind{"days", "", "the days of the period: “1 October to 31 December 2012”", in_words, 0, 0,
                    [](Filler& filler, Words) { return words(filler.calendar().days_label(filler.view().period)); }},
    PlaceholderKind{"year", "", "the year of the period", in_words, 0, 0,
                    [](Filler& filler, Words) {
                        return words(filler.calendar().label(filler.calendar().year_of(filler.view().period)));
                    }},
    PlaceholderKind{"council", "", "the council’s name", in_words, 0, 0,
                    [](Filler& filler, Words) { return words(filler.content().settings.name); }},
    PlaceholderKind{"area", "", "the area of the report", in_words, 0, 0,
                    [](Filler& filler, Words) { return words(area_name(filler.content(), filler.view().area)); }},
    PlaceholderKind{"known-on", "", "the date that the figures are as at", in_words, 0, 0,
                    [](Filler& filler, Words) { return words(print_long(filler.view().as_at.date())); }},
    PlaceholderKind{"body", "", "the body that the paper goes to", in_words, 0, 0, fill_body},
    PlaceholderKind{"meeting", "", "the day it meets", in_words, 0, 0, fill_meeting},
    PlaceholderKind{
        "measure", "CODE WHAT",
        "for a measure: actual, numerator, denominator, target, year-end-target, status, outlook, forecast, "
        "previous or last-year (the change), title, period; CODE may be the initials of its title",
        in_words, 2, 2, fill_measure},
    PlaceholderKind{"change", "CODE previous|last-year",
                    "the change of a measure, improved or worsened and by how much", in_words, 2, 2, fill_change},
    PlaceholderKind{"count", "WHAT",
                    "how many: measures, rated, green, amber, red, complete, not_started, not_rated, outlook_meet, "
                    "outlook_miss, off_target; priorities, priorities_reported, priorities_green, priorities_amber, "
                    "priorities_red, priorities_not_started; actions",
                    in_words, 1, 1, fill_count},
    PlaceholderKind{"share", "WHAT", "the same as a percentage: of rated measures or priorities, of all for the others",
                    in_words, 1, 1, fill_share},
    PlaceholderKind{"priority", "CODE WHAT", "for a priority: status, narrative, title, actions (how many)", in_words,
                    2, 2, fill_priority},
    PlaceholderKind{"parameter", "NAME",
                    "the value of a parameter of the definition, as $NAME within other placeholders", in_words, 1, 1,
                    fill_parameter},
};

} // namespace

std::span<const PlaceholderKind> figure_placeholders() { return figure_kinds; }

} // namespace qd::inline reports
