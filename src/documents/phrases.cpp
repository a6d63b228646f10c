#include "documents/phrases.hpp"

#include "base/text.hpp"
#include "documents/anchors.hpp"
#include "documents/formats/cell_number.hpp"
#include "domain/coverage.hpp"
#include "domain/own_status.hpp"
#include "domain/share.hpp"
#include "domain/shortfall.hpp"
#include "domain/shorthand.hpp"
#include "domain/told.hpp"

#include <algorithm>

namespace qd::inline documents {

Spans plain(std::string_view words) { return {Text{std::string(words), Voice::plain}}; }
Spans strong(std::string_view words) { return {Text{std::string(words), Voice::strong}}; }
Spans quiet(std::string_view words) { return {Text{std::string(words), Voice::quiet}}; }
Spans given(std::string_view words) { return trim(words).empty() ? quiet("not given") : plain(words); }
Spans given(std::optional<Date> date) { return date ? plain(print_long(*date)) : quiet("not given"); }
Spans line_break() { return {LineBreak{}}; }
void append(Spans& to, const Spans& more) { to.insert(to.end(), more.begin(), more.end()); }

void append(Blocks& to, Blocks more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}
TableCell cell(Spans spans) { return {std::move(spans), {}}; }
Block paragraph(Spans spans, ParagraphRole role) { return {Paragraph{std::move(spans), role}}; }
Block paragraph(std::string_view words, ParagraphRole role) { return paragraph(plain(words), role); }
Block heading(int level, std::string_view words, std::string_view id) {
    return {Heading{level, std::string(words), std::string(id)}};
}

std::string decapitalised(std::string_view words) {
    std::string out(words);
    // A second capital means a name or an abbreviation: "NEET", "A roads".
    const bool name = out.size() > 1 && ((out[1] >= 'A' && out[1] <= 'Z') || out[1] == ' ');
    if (!out.empty() && !name && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
}

std::string count_words(std::size_t part, std::size_t whole) {
    std::string out = std::to_string(part) + " of " + std::to_string(whole);
    if (whole > 0) out += " (" + show_share(part, whole) + ")";
    return out;
}

std::string aside(const Content& content, const Figure& figure) {
    const Calendar& calendar = content.settings.calendar;
    const bool ends_elsewhere = calendar.last_day(figure.described) != calendar.last_day(figure.period),
               is_shorter = calendar.first_day(figure.described) > calendar.first_day(figure.period);
    std::string text = figure.why_missing;
    if (text.empty() && figure.actual.has_value() && (ends_elsewhere || is_shorter))
        text = "describes " + calendar.label(figure.described);
    if (const Measure* measure = find_row(content.measures, figure.measure))
        if (const auto coverage = coverage_of(calendar, *measure, figure))
            text += (text.empty() ? "" : "; ") + words_of(*coverage);
    if (figure.red_parts.empty()) return text;
    return text + (text.empty() ? "" : "; ") + "red in " + area_names(content, figure.red_parts);
}

Span status_tag(Status status) { return StatusTag{status, capitalised(label(status))}; }

Span status_tag(const Verdict& verdict) {
    return StatusTag{verdict.status, capitalised(word_of(verdict)), verdict.look};
}

Span outlook_tag(Outlook outlook) { return OutlookTag{outlook, capitalised(label(outlook))}; }

Span short_outlook_tag(Outlook outlook) {
    switch (outlook) {
    case Outlook::to_meet: return OutlookTag{outlook, "To meet"};
    case Outlook::to_miss: return OutlookTag{outlook, "To miss"};
    case Outlook::met: return OutlookTag{outlook, "Met"};
    case Outlook::missed: return OutlookTag{outlook, "Missed"};
    case Outlook::unknown: break;
    }
    return OutlookTag{outlook, "None"};
}

Spans direction_of(const Measure& measure, const Movement& movement) {
    const std::string told = told_words(movement);
    const auto difference = printed_change(measure, movement);
    if (movement.direction == Direction::not_comparable || !difference)
        return told.empty() ? quiet(label(Direction::not_comparable)) : plain(told);
    const Course course = *difference < Decimal(0) ? Course::down : Course::up;
    Spans out{CourseTag{course, label(movement.direction) + ", " + show_difference(measure, *difference)}};
    if (movement.direction == Direction::same) out = {CourseTag{Course::level, label(Direction::same)}};
    if (is_told_otherwise(movement)) append(out, quiet("; " + told));
    return out;
}

std::string source_id(const MeasureCode& code) { return Anchors().unique("source-" + code.text()); }

Spans shown(const Measure& measure, const Figure& figure) {
    if (!figure.actual.has_value()) return quiet(marked(figure.actual.gap()));
    Spans out{BoundFigure{show(measure, figure.actual.value()),
                          figure.lineage ? "#" + source_id(measure.code) : std::string(), Voice::strong}};
    if (figure.flags != 0) append(out, quiet(" " + print(figure.flags)));
    return out;
}

TableCell figure_cell(const Measure& measure, const Figure& figure) {
    if (!figure.actual.has_value())
        return cell({Missing{std::string(shorthand(figure.actual.gap())), label(figure.actual.gap())}});
    TableCell out = cell(shown(measure, figure));
    out.number = number_in(show(measure, figure.actual.value()));
    if (out.number) out.number->mark = shorthand(figure.flags);
    return out;
}

std::string show_set(const Measure& measure, Decimal value) {
    Measure shorter = measure;
    while (shorter.decimals > 0 && measure.quantity != Quantity::money &&
           value.rounded(shorter.decimals - 1) == value.rounded(measure.decimals))
        --shorter.decimals;
    return show(shorter, value);
}

std::string goal_words(const Measure& measure, const Goal& goal) {
    if (goal.kind == TargetKind::words) return goal.words;
    if (goal.kind == TargetKind::none_yet) return "none yet";
    std::string out;
    if (goal.lower && goal.upper)
        out = show_set(measure, *goal.lower) + " to " + show_set(measure, *goal.upper);
    else if (goal.strict && goal.lower)
        out = "more than " + show_set(measure, *goal.lower);
    else if (goal.strict && goal.upper)
        out = "less than " + show_set(measure, *goal.upper);
    else if (goal.aim)
        out = show_set(measure, *goal.aim);
    else
        out = goal.words;
    if (goal.kind == TargetKind::peer_quartile)
        out += out.empty() ? "a quartile of the peers" : ", a quartile of the peers";
    if (goal.kind == TargetKind::better_than_last_year) out += out.empty() ? "better than last year" : ", last year’s";
    if (goal.state != TargetState::in_force) out += (out.empty() ? "" : ", ") + std::string(print(goal.state));
    return out;
}

std::string goal_words(const Measure& measure, const Figure& figure) {
    if (!figure.goal) return {};
    const std::string words = goal_words(measure, *figure.goal);
    return is_held_against_year(measure, figure) ? words + ", the year’s target" : words;
}

std::string target_change(const Measure& measure, const Figure& figure) {
    if (!figure.year_end || !figure.year_end_was) return {};
    const Goal &now = *figure.year_end, &was = *figure.year_end_was;
    const std::string before = goal_words(measure, was), after = goal_words(measure, now);
    const bool has_sides = now.aim && was.aim && *now.aim != *was.aim;
    std::string words = !has_sides ? "changed" : *now.aim > *was.aim ? "raised" : "lowered";
    words += " from " + (before.empty() ? "none" : before) + " to " + (after.empty() ? "none" : after);
    if (now.set_on) words += " on " + print_long(*now.set_on);
    if (now.from && now.from != now.set_on)
        words += (now.set_on ? ", in force from " : " from ") + print_long(*now.from);
    std::string reason = now.reason;
    while (reason.ends_with('.')) reason.pop_back();
    return reason.empty() ? words : words + ": " + reason;
}

Spans shown_goal(const Measure& measure, const std::optional<Goal>& goal) {
    if (!goal) return quiet("none");
    const std::string words = goal_words(measure, *goal);
    if (words.empty()) return quiet("not given");
    const bool in_force = goal->kind != TargetKind::none_yet && goal->state == TargetState::in_force;
    return in_force ? plain(words) : quiet(words);
}

Spans short_goal(const Measure& measure, const std::optional<Goal>& goal) {
    return goal && goal->kind == TargetKind::words && !goal->words.empty() ? quiet("in words")
                                                                           : shown_goal(measure, goal);
}

Spans short_goal(const Measure& measure, const Figure& figure) {
    Spans words = short_goal(measure, figure.goal);
    if (is_held_against_year(measure, figure)) append(words, quiet(" (the year’s)"));
    return words;
}

std::string against(const Measure& measure, const Figure& figure) {
    std::string actual = figure.actual.has_value() ? show(measure, figure.actual.value()) : marked(figure.actual.gap());
    if (figure.actual.has_value() && figure.beside) actual += " " + words_behind(figure.stretch, figure.described);
    const std::string goal = goal_words(measure, figure);
    if (goal.empty()) return actual + ", no target";
    if (figure.goal->kind == TargetKind::words) return actual + "; target in words";
    return actual + (figure.actual.has_value() ? " against " : "; target ") + goal;
}

std::string against_year_end(const Measure& measure, const Figure& figure) {
    const std::string goal = figure.year_end ? goal_words(measure, *figure.year_end) : "";
    if (figure.forecast && is_at_odds_with_own_figure(figure)) // never side by side as if they agreed
        return "but the figure forecast with it, " + show_set(measure, *figure.forecast) + ", would " +
               (reaches(*figure.year_end, *figure.forecast).value_or(false) ? "meet " : "miss ") + goal +
               ": one of the two is wrong";
    if (figure.forecast)
        return show_set(measure, *figure.forecast) +
               (goal.empty() || figure.year_end->kind == TargetKind::words ? " expected" : " expected against " + goal);
    if (goal.empty() || figure.year_end->kind == TargetKind::words) return "";
    return "target " + goal;
}

} // namespace qd::inline documents
