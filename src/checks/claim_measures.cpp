#include "checks/change_words.hpp"
#include "checks/claims.hpp"
#include "checks/phrases.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

// Whether a number is this value as it would be printed with as many decimals.
bool prints(const ProseNumber& number, const std::optional<Decimal>& value) {
    return value && value->abs().rounded(number.decimals) == number.value;
}

bool prints(const ProseNumber& number, const std::optional<Goal>& goal) {
    return goal && (prints(number, goal->aim) || prints(number, goal->lower) || prints(number, goal->upper));
}

bool prints(const ProseNumber& number, const Movement& movement) {
    return prints(number, movement.now) || prints(number, movement.value) || prints(number, movement.difference) ||
           prints(number, movement.relative);
}

std::optional<Decimal> value_in(const Cell& cell) {
    return cell.has_value() ? std::optional(cell.value()) : std::nullopt;
}

bool tells(const ProseNumber& number, const SideFigure& figure) {
    return prints(number, value_in(figure.actual)) || prints(number, figure.numerator) ||
           prints(number, figure.denominator) || prints(number, figure.goal) || prints(number, figure.previous) ||
           prints(number, figure.last_year);
}

bool tells(const ProseNumber& number, const Figure& figure) {
    if (figure.beside && tells(number, *figure.beside)) return true;
    return prints(number, figure.year_end_was) || prints(number, value_in(figure.actual)) ||
           prints(number, value_in(figure.in_period)) || prints(number, figure.numerator) ||
           prints(number, figure.denominator) || prints(number, figure.published) || prints(number, figure.goal) ||
           prints(number, figure.year_end) || prints(number, figure.forecast) || prints(number, figure.previous) ||
           prints(number, figure.last_year);
}

// Any figure, target or baseline of the measure, of whatever period.
bool is_of_measure(const ClaimSentence& sentence, const ProseNumber& number) {
    const Measure& measure = *sentence.text.measure;
    if (sentence.text.figure && tells(number, *sentence.text.figure)) return true;
    for (const Series& series : sentence.input.series)
        if (series.measure == measure.code &&
            std::ranges::any_of(series.points, [&](const Figure& point) { return tells(number, point); }))
            return true;
    return std::ranges::any_of(sentence.input.content.targets, [&](const Target& target) {
        return target.measure == measure.code && (prints(number, target.value) || prints(number, target.baseline) ||
                                                  prints(number, target.lower) || prints(number, target.upper));
    });
}

bool speaks_of_this_quarter(const ClaimSentence& sentence) {
    const std::string words = lower(sentence.words);
    if (sentence.input.period.grain() != Grain::quarter) return false;
    return words.find("quarter " + std::to_string(sentence.input.period.number())) != std::string::npos ||
           words.find("in the quarter") != std::string::npos;
}

// "84.7% in quarter 3", where the figure is another.
void figure_of_quarter(ClaimSentence& sentence, std::size_t i, Findings& findings) {
    const Figure* figure = sentence.text.figure;
    if (!figure || !figure->actual.has_value() || !speaks_of_this_quarter(sentence)) return;
    const auto percents = std::ranges::count_if(sentence.numbers, &ProseNumber::percent);
    if (percents != 1 || !sentence.numbers[i].percent || sentence.text.measure->quantity != Quantity::percent) return;
    if (change_said(sentence.words).way) return; // a change, not the figure
    sentence.bound[i] = true;
    findings.push_back(sentence.finding("published-differs", Severity::error,
                                        as_written(sentence.words, sentence.numbers[i]) + " said, but " +
                                            name_of(*sentence.text.measure) + " is " +
                                            show(*sentence.text.measure, figure->actual.value()) + ".",
                                        "Correct the text, or hand in the return that it rests on."));
}

// The measure's own value, printed without its sign of per cent.
void sign_of_percent(const ClaimSentence& sentence, const ProseNumber& number, Findings& findings) {
    const Figure* figure = sentence.text.figure;
    if (!figure || sentence.text.measure->quantity != Quantity::percent || number.percent || number.decimals == 0)
        return;
    if (!prints(number, value_in(figure->actual))) return;
    findings.push_back(
        sentence.finding("unit-missing", Severity::note,
                         as_written(sentence.words, number) + " is printed without the sign of per cent.",
                         "Write " + as_written(sentence.words, number) + "%."));
}

// "up 3.1%" for a measure in per cent that rose by 3.1 points.
void points_as_percent(const ClaimSentence& sentence, const ProseNumber& number, Findings& findings) {
    const Figure* figure = sentence.text.figure;
    if (!figure || sentence.text.measure->quantity != Quantity::percent || !number.percent) return;
    if (!change_said(sentence.words).way) return;
    for (const Movement* movement : {&figure->previous, &figure->last_year}) {
        if (!prints(number, movement->difference) || prints(number, movement->relative) ||
            prints(number, value_in(figure->actual)) || prints(number, movement->value))
            continue;
        findings.push_back(sentence.finding(
            "points-as-percent", Severity::note,
            as_written(sentence.words, number) + " is a difference in points" +
                (movement->relative ? "; in per cent it is " + print_fixed(movement->relative->abs(), 1) + "%." : "."),
            "Say percentage points."));
        return;
    }
}

// "an increase of 3.1%" of a measure in per cent, where nothing that is known says which of the two is meant.
void points_or_percent(ClaimSentence& sentence, std::size_t i, Findings& findings) {
    const ProseNumber& number = sentence.numbers[i];
    const Figure* figure = sentence.text.figure;
    if (sentence.text.measure->quantity != Quantity::percent || !number.percent) return;
    if (figure && (figure->previous.value || figure->last_year.value)) return;
    const std::string before = lower(sentence.words.substr(0, number.start));
    if (!change_said(before).way || !(before.ends_with(" of ") || before.ends_with(" by ") ||
                                      before.ends_with(" up ") || before.ends_with(" down ")))
        return;
    sentence.bound[i] = true;
    findings.push_back(sentence.finding("points-as-percent", Severity::note,
                                        as_written(sentence.words, number) +
                                            " is a change of a percentage, and may be points or per cent; the figure "
                                            "that it changed from is not known.",
                                        "Say percentage points, or print the earlier figure."));
}

// Words that speak of the figure itself, and not of something beside it.
bool speaks_of_figure(const ClaimSentence& sentence) {
    const std::string words = " " + lower(sentence.words) + " ";
    for (const std::string_view word :
         {" numbers ", " number ", " figures ", " figure ", " rate ", " rates ", " indicator "})
        if (words.find(word) != std::string::npos) return true;
    return words.find(" " + lower(name_of(*sentence.text.measure)) + " ") != std::string::npos;
}

bool is_said_by_statement(const ClaimSentence& sentence) {
    return std::ranges::any_of(sentence.input.content.statements, [&](const Statement& statement) {
        return statement.period == sentence.input.period && !statement.words.empty() &&
               statement.subject == Subject{SubjectKind::measure, sentence.text.measure->code.text()} &&
               lower(sentence.words).find(lower(statement.words)) != std::string::npos;
    });
}

// "numbers have reduced", where they rose.
void direction(const ClaimSentence& sentence, Findings& findings) {
    const Figure* figure = sentence.text.figure;
    if (!figure || !sentence.numbers.empty() || !speaks_of_figure(sentence) || is_said_by_statement(sentence)) return;
    const Movement& movement = figure->last_year.difference ? figure->last_year : figure->previous;
    if (!movement.difference || !movement.value || movement.difference->is_zero()) return;
    if (figure->last_year.difference && figure->previous.difference &&
        (*figure->last_year.difference > Decimal(0)) != (*figure->previous.difference > Decimal(0)))
        return; // either may be meant
    const ChangeSaid said = change_said(sentence.words);
    const bool rose = *movement.difference > Decimal(0);
    const int judged = judgement_said(sentence.words);
    const bool against = (said.way && (*said.way == Way::up) != rose) ||
                         (judged > 0 && movement.direction == Direction::worsened) ||
                         (judged < 0 && movement.direction == Direction::improved);
    if (!against) return;
    findings.push_back(sentence.finding(
        "word-against-figure", Severity::error,
        name_of(*sentence.text.measure) + " went from " + show(*sentence.text.measure, *movement.value) + " to " +
            show(*sentence.text.measure, movement.now.value_or(figure->actual.value())) + ": it " +
            label(movement.direction) + ".",
        "Correct the sentence, or name the figures it rests on."));
}

} // namespace

void check_against_measure(ClaimSentence& sentence, Findings& findings) {
    if (!sentence.text.measure) return;
    for (std::size_t i = 0; i < sentence.numbers.size(); ++i) {
        sign_of_percent(sentence, sentence.numbers[i], findings);
        points_as_percent(sentence, sentence.numbers[i], findings);
        if (is_of_measure(sentence, sentence.numbers[i]))
            sentence.bound[i] = true;
        else
            points_or_percent(sentence, i, findings);
        if (!sentence.bound[i]) figure_of_quarter(sentence, i, findings);
    }
    direction(sentence, findings);
}

} // namespace qd::inline checks
