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
    const Measure& measure = *sentence.measure;
    if (sentence.figure && tells(number, *sentence.figure)) return true;
    const Series* series = sentence.input.series(measure.code);
    if (series != nullptr &&
        std::ranges::any_of(series->points, [&](const Figure& point) { return tells(number, point); }))
        return true;
    return std::ranges::any_of(sentence.input.content.targets, [&](const Target& target) {
        return target.measure == measure.code && (prints(number, target.value) || prints(number, target.baseline) ||
                                                  prints(number, target.lower) || prints(number, target.upper));
    });
}

// The measure's own value, printed without its sign of per cent.
void sign_of_percent(const ClaimSentence& sentence, const ProseNumber& number, Findings& findings) {
    const Figure* figure = sentence.figure;
    if (!figure || sentence.measure->quantity != Quantity::percent || number.percent || number.decimals == 0) return;
    if (!prints(number, value_in(figure->actual))) return;
    findings.push_back(sentence.finding(
        note("unit-missing"), as_written(sentence.words, number) + " is printed without the sign of per cent.",
        "Write " + as_written(sentence.words, number) + "%."));
}

// "up 3.1%" for a measure in per cent that rose by 3.1 points.
void points_as_percent(const ClaimSentence& sentence, const ProseNumber& number, Findings& findings) {
    const Figure* figure = sentence.figure;
    if (!figure || sentence.measure->quantity != Quantity::percent || !number.percent) return;
    if (!change_said(sentence.words).way) return;
    for (const Movement* movement : {&figure->previous, &figure->last_year}) {
        if (!prints(number, movement->difference) || prints(number, movement->relative) ||
            prints(number, value_in(figure->actual)) || prints(number, movement->value))
            continue;
        findings.push_back(sentence.finding(
            note("points-as-percent"),
            as_written(sentence.words, number) + " is a difference in points" +
                (movement->relative ? "; in per cent it is " + print_fixed(movement->relative->abs(), 1) + "%."
                                    : ".")));
        return;
    }
}

// "an increase of 3.1%" of a measure in per cent, where nothing that is known says which of the two is meant.
void points_or_percent(ClaimSentence& sentence, std::size_t i, Findings& findings) {
    const ProseNumber& number = sentence.numbers[i];
    const Figure* figure = sentence.figure;
    if (sentence.measure->quantity != Quantity::percent || !number.percent) return;
    if (figure && (figure->previous.value || figure->last_year.value)) return;
    const std::string before = lower(sentence.words.substr(0, number.start));
    if (!change_said(before).way || !(before.ends_with(" of ") || before.ends_with(" by ") ||
                                      before.ends_with(" up ") || before.ends_with(" down ")))
        return;
    sentence.bound[i] = true;
    findings.push_back(sentence.finding(note("points-as-percent"),
                                        as_written(sentence.words, number) +
                                            " is a change of a percentage, and may be points or per cent; the figure "
                                            "that it changed from is not known."));
}

} // namespace

void check_against_measure(ClaimSentence& sentence, Findings& findings) {
    if (!sentence.measure) return;
    for (std::size_t i = 0; i < sentence.numbers.size(); ++i) {
        sign_of_percent(sentence, sentence.numbers[i], findings);
        points_as_percent(sentence, sentence.numbers[i], findings);
        if (is_of_measure(sentence, sentence.numbers[i]))
            sentence.bound[i] = true;
        else
            points_or_percent(sentence, i, findings);
    }
}

} // namespace qd::inline checks
