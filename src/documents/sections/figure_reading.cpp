#include "documents/sections/figure_reading.hpp"

#include "base/text.hpp"
#include "documents/markdown.hpp"
#include "documents/phrases.hpp"
#include "domain/coverage.hpp"
#include "domain/goal_beside.hpp"
#include "domain/own_status.hpp"
#include "domain/shortfall.hpp"
#include "domain/shorthand.hpp"
#include "domain/told.hpp"
#include "domain/update_on.hpp"

namespace qd::inline documents {
namespace {

std::string parts_of(const std::optional<Decimal>& numerator, const std::optional<Decimal>& denominator) {
    if (!numerator || !denominator) return {};
    return part_words(*numerator) + " of " + part_words(*denominator);
}

Spans actual_words(const Calendar& calendar, const Measure& measure, const Figure& figure) {
    Spans out = shown(measure, figure);
    if (!figure.actual.has_value()) {
        if (const std::string due = due_words(figure); !due.empty()) append(out, quiet(", " + due));
        return out;
    }
    if (figure.beside) append(out, plain(" " + words_behind(figure.stretch, figure.described)));
    if (const std::string parts = parts_words(figure); !parts.empty()) append(out, plain(", " + parts));
    if (const auto coverage = coverage_of(calendar, measure, figure)) append(out, plain(", " + words_of(*coverage)));
    if (figure.published && show(measure, *figure.published) != show(measure, figure.actual.value()))
        append(out, plain("; published as " + show(measure, *figure.published)));
    return out;
}

Spans forecast_words(const Measure& measure, const Figure& figure) {
    Spans out = figure.forecast ? strong(show_set(measure, *figure.forecast)) : quiet("no figure");
    if (!figure.forecast_by.empty()) append(out, plain(", by " + figure.forecast_by));
    if (!figure.forecast_reason.empty()) append(out, plain(". " + figure.forecast_reason));
    return out;
}

// "90% expected against 95%", "target 95%"; or what speaks against the outlook, never side by side as if they agreed.
std::string against_year_end(const Calendar& calendar, const Measure& measure, const Figure& figure) {
    if (const std::string doubt = doubt_words(calendar, measure, figure); !doubt.empty()) return "but " + doubt;
    const std::string goal = figure.year_end ? goal_words(measure, *figure.year_end) : "";
    const bool is_number = !goal.empty() && figure.year_end->kind != TargetKind::words;
    if (figure.forecast)
        return show_set(measure, *figure.forecast) + " expected" + (is_number ? " against " + goal : "");
    return is_number ? "target " + goal : "";
}

// Why it is not rated, where the figure does not say so itself.
std::string reason_of(const Figure& figure) {
    const bool says_itself = !figure.actual.has_value() && figure.why_missing.empty();
    return figure.status.basis == Verdict::Basis::judged || says_itself ? std::string() : figure.status.reason;
}

class Facts {
public:
    Facts(const Content& content, const Measure& measure, const Figure& figure)
        : content_(content), calendar_(content.settings.calendar), measure_(measure), figure_(figure) {}

    Definitions all() {
        add("Actual", actual_words(calendar_, measure_, figure_));
        if (figure_.beside)
            add(capitalised(name_of(figure_.beside->stretch, figure_.beside->described)),
                side_words(measure_, *figure_.beside));
        if (figure_.described != figure_.period) add("Describes", plain(calendar_.label(figure_.described)));
        targets();
        add("Reason", reason_of(figure_));
        add("Officer’s forecast", forecast_words(measure_, figure_));
        add("Judged by a person", judged_words(figure_));
        for (const auto& [term, movement] : movements_of(figure_))
            if (figure_.actual.has_value() || is_told(*movement))
                add(term, movement_words(content_, measure_, figure_, *movement));
        if (!figure_.red_parts.empty()) add("Red in", area_names(content_, figure_.red_parts));
        add("Note", figure_.note);
        return std::move(facts_);
    }

private:
    void add(std::string term, Spans words) { facts_.entries.push_back({std::move(term), std::move(words)}); }
    void add(std::string term, const std::string& words) {
        if (!words.empty()) add(std::move(term), plain(words));
    }

    void targets() {
        if (figure_.goal && figure_.goal->role == TargetRole::profile)
            add("Profile", shown_goal(measure_, figure_.goal));
        else if (figure_.goal != figure_.year_end)
            add("Target", shown_goal(measure_, figure_.goal));
        add("Year-end target", shown_goal(measure_, figure_.year_end));
        if (const std::string change = target_change(measure_, figure_); !change.empty())
            append(facts_.entries.back().description, plain(", " + change));
        for (const GoalBeside& beside : figure_.other_goals)
            add(label(beside.goal.role), standing_words(calendar_, measure_, figure_, beside));
        const std::string distance = distance_words(measure_, figure_), cases = gap_in_cases(measure_, figure_);
        add("Distance", distance + (distance.empty() || cases.empty() ? "" : "; ") + cases);
    }

    const Content& content_;
    const Calendar& calendar_;
    const Measure& measure_;
    const Figure& figure_;
    Definitions facts_;
};

} // namespace

std::string parts_words(const Figure& figure) { return parts_of(figure.numerator, figure.denominator); }
std::string parts_words(const SideFigure& figure) { return parts_of(figure.numerator, figure.denominator); }

std::string due_words(const Figure& figure) {
    if (figure.actual.has_value() || !figure.due_on) return {};
    return (figure.actual.gap() == GapReason::overdue ? "was due on " : "due on ") + print_long(*figure.due_on);
}

Spans side_words(const Measure& measure, const SideFigure& side) {
    if (!side.actual.has_value()) return quiet(marked(side.actual.gap()));
    Spans out = strong(show(measure, side.actual.value()));
    if (const std::string parts = parts_words(side); !parts.empty()) append(out, plain(", " + parts));
    if (side.goal && side.goal->aim) append(out, plain(" against " + goal_words(measure, *side.goal)));
    append(out, plain(", "));
    out.push_back(status_tag(side.status));
    const bool is_judged = side.status.basis == Verdict::Basis::computed || (side.goal && side.goal->aim);
    if (is_judged && !side.status.reason.empty()) append(out, plain(", " + side.status.reason));
    return out;
}

std::vector<std::pair<std::string, const Movement*>> movements_of(const Figure& figure) {
    const Movement &previous = figure.previous, &last_year = figure.last_year;
    std::vector<std::pair<std::string, const Movement*>> found{{"On the period before", &previous}};
    if (!last_year.period || last_year.period != previous.period) found.emplace_back("On a year earlier", &last_year);
    if (figure.beside && figure.beside->last_year.value && figure.beside->last_year != previous)
        found.emplace_back("On a year earlier", &figure.beside->last_year);
    return found;
}

Course course_told(const Movement& movement) {
    if (movement.told == Direction::risen || movement.told == Direction::improved) return Course::up;
    return movement.told == Direction::fallen || movement.told == Direction::worsened ? Course::down : Course::level;
}

bool is_told(const Movement& movement) {
    return movement.direction != Direction::not_comparable || !told_words(movement).empty() ||
           !movement.why_not.empty() || movement.value.has_value();
}

Spans movement_words(const Content& content, const Measure& measure, const Figure& figure, const Movement& movement) {
    const bool is_compared = movement.direction != Direction::not_comparable;
    if (const std::string told = told_words(movement); !is_compared && !told.empty())
        return {CourseTag{course_told(movement), told}};
    Spans out;
    if (figure.beside && movement.now && is_compared) {
        const Period described = movement.stretch == figure.stretch ? figure.described : figure.beside->described;
        out = plain(show(measure, *movement.now) + " " + words_behind(movement.stretch, described) + ", ");
    }
    if (is_compared)
        out.push_back(course_tag(measure, movement));
    else
        append(out, quiet(label(movement.direction)));
    if (movement.value) append(out, plain((is_compared ? " on " : " with ") + show(measure, *movement.value)));
    if (movement.value && movement.period) {
        const std::string whose = movement.areas.empty() ? "" : area_names(content, movement.areas) + ", ";
        append(out, quiet(" (" + whose + content.settings.calendar.label(*movement.period) + ")"));
    }
    if (!is_compared && !movement.why_not.empty()) append(out, plain(": " + movement.why_not));
    if (is_told_otherwise(movement)) append(out, plain("; reported differently: " + told_words(movement)));
    return out;
}

std::string judged_words(const Figure& figure) {
    if (figure.status.basis != Verdict::Basis::judged) return {};
    const std::string& reason = figure.status.reason;
    return (reason.empty() ? "no reason given" : reason) + (reason.ends_with('.') ? " " : ". ") +
           "Computed: " + word_of(figure.computed) + ".";
}

std::string doubt_words(const Calendar& calendar, const Measure& measure, const Figure& figure) {
    const YearsEnd end = calendar.ends_year(figure.period) ? YearsEnd::reached : YearsEnd::ahead;
    const auto odds = outlook_at_odds(measure, figure, end);
    std::string words = odds ? odds->words + ": one of the two is wrong" : std::string();
    if (is_outlook_told_otherwise(figure))
        words += (words.empty() ? "" : "; ") + std::string("reported differently: ") + label(figure.told_outlook);
    return words;
}

std::string gap_in_cases(const Measure& measure, const Figure& figure) {
    const std::optional<Decimal> missing = short_by(measure, figure, figure.goal);
    if (!missing || measure.quantity != Quantity::percent) return {};
    const bool more = measure.polarity == Polarity::higher;
    const Decimal needed = more ? *figure.numerator + *missing : *figure.numerator - *missing;
    return print_grouped(*missing, 0) + (more ? " more would make " : " fewer would make ") +
           show_set(measure, *figure.goal->aim) + ", which is " + print_grouped(needed, 0) + " of " +
           print_grouped(*figure.denominator, 0);
}

FigureReading figure_reading(const Content& content, const Measure& measure, const Figure& figure) {
    FigureReading reading;
    reading.now = {status_tag(figure.status)};
    append(reading.now, plain(", " + against(measure, figure)));
    reading.ahead = {outlook_tag(figure.outlook)};
    if (const std::string ahead = against_year_end(content.settings.calendar, measure, figure); !ahead.empty())
        append(reading.ahead, plain(", " + ahead));
    reading.facts = Facts(content, measure, figure).all();
    return reading;
}

Blocks commentary(const Content& content, const Figure& figure, Instant as_at) {
    const Update* update =
        update_on(content.updates, {SubjectKind::measure, figure.measure.text()}, figure.period, as_at);
    return update ? from_markdown(update->narrative, 5) : Blocks();
}

} // namespace qd::inline documents
