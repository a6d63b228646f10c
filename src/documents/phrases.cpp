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

Span course_tag(const Measure& measure, const Movement& movement) {
    const auto difference = printed_change(measure, movement);
    if (movement.direction == Direction::same || !difference)
        return CourseTag{Course::level, label(movement.direction)};
    return CourseTag{*difference < Decimal(0) ? Course::down : Course::up,
                     label(movement.direction) + ", " + show_difference(measure, *difference)};
}

Spans direction_of(const Measure& measure, const Movement& movement) {
    const std::string told = told_words(movement);
    if (movement.direction == Direction::not_comparable || !printed_change(measure, movement))
        return told.empty() ? quiet(label(Direction::not_comparable)) : plain(told);
    Spans out{course_tag(measure, movement)};
    if (is_told_otherwise(movement)) append(out, quiet("; reported differently: " + told));
    return out;
}

std::string source_id(const MeasureCode& code) { return Anchors().unique("source-" + code.text()); }

Spans shown(const Measure& measure, const Figure& figure) {
    if (!figure.actual.has_value()) return quiet(marked(figure.actual.gap()));
    Spans out{BoundFigure{show(measure, figure.actual.value()),
                          figure.lineage ? "#" + source_id(measure.code) : std::string(), Voice::strong}};
    if (figure.flags != 0) append(out, quiet(" " + join(flags_in_words(figure.flags), ", ")));
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

Spans shown_goal(const Measure& measure, const std::optional<Goal>& goal) {
    const bool is_in_force = goal && goal->kind != TargetKind::none_yet && goal->state == TargetState::in_force &&
                             !goal_words(measure, *goal).empty();
    return is_in_force ? plain(goal_words(measure, goal)) : quiet(goal_words(measure, goal));
}

Spans short_goal(const Measure& measure, const std::optional<Goal>& goal) {
    const bool is_in_words = goal && !goal->aim && !goal->lower && !goal->upper && !goal->words.empty();
    return is_in_words ? quiet("in words") : shown_goal(measure, goal);
}

Spans short_goal(const Measure& measure, const Figure& figure) {
    Spans words = short_goal(measure, figure.goal);
    if (is_held_against_year(measure, figure)) append(words, quiet(" (the year’s)"));
    return words;
}

std::string against(const Measure& measure, const Figure& figure) {
    std::string actual = show(measure, figure.actual);
    if (figure.actual.has_value() && figure.beside) actual += " " + words_behind(figure.stretch, figure.described);
    if (!figure.goal || goal_words(measure, *figure.goal).empty()) return actual + ", no target";
    if (figure.goal->kind == TargetKind::words) return actual + "; target in words";
    return actual + (figure.actual.has_value() ? " against " : "; target ") + goal_words(measure, figure);
}

} // namespace qd::inline documents
