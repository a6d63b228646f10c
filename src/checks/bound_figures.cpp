#include "base/wide.hpp"
#include "checks/change_words.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <cstdint>

namespace qd::inline checks {
namespace {

// A statement about a measure that has a figure in the period.
struct Claim {
    const CheckInput& input;
    const Statement& statement;
    const Measure& measure;
    const Figure& figure;

    Finding finding(FindingKind kind, std::string message, std::string remedy = "") const {
        return {kind, statement.subject, place_of(statement), std::move(message), std::move(remedy)};
    }
};

std::string movement_in_words(const Claim& claim, const Movement& movement) {
    const Calendar& calendar = claim.input.content.settings.calendar;
    const bool is_judged = movement.stretch == claim.figure.stretch || !claim.figure.beside;
    const Period described = is_judged ? claim.figure.described : claim.figure.beside->described;
    return "from " + show(claim.measure, *movement.value) + " (" + calendar.label(*movement.period) + ") to " +
           show(claim.measure, movement.now.value_or(claim.figure.actual.value())) + " (" + calendar.label(described) +
           "), " + show_difference(claim.measure, *printed_change(claim.measure, movement));
}

// Called a fall where it rose, better where it worsened.
bool words_against(const Claim& claim, const Movement& movement) {
    const ChangeSaid said = change_said(claim.statement.words);
    const std::int64_t difference = movement.difference->millionths();
    if (said.way == Way::up && difference <= 0) return true;
    if (said.way == Way::down && difference >= 0) return true;
    const int judgement = judgement_said(claim.statement.words);
    return (judgement > 0 && movement.direction == Direction::worsened) ||
           (judgement < 0 && movement.direction == Direction::improved);
}

// A size as people state it: "fell by 12" is 12, and a share may be given where the words speak of per cent.
bool is_size_stated(const Claim& claim, const Movement& movement) {
    const Statement& statement = claim.statement;
    const bool relative = statement.binding == Binding::change_percent_last_year;
    if (relative && !movement.relative) return true; // nothing to compare with
    const auto fits = [&](Decimal computed) {
        if (change_said(statement.words).way == Way::down) return rounds_to(computed.abs(), statement.stated->abs());
        return rounds_to(computed, *statement.stated);
    };
    if (fits(relative ? *movement.relative : *movement.difference)) return true;
    return statement.words.find('%') != std::string::npos && movement.relative && fits(*movement.relative);
}

// Stated to have moved one way, or by so much, where the measure moved otherwise.
void change_bound(const Claim& claim, Findings& findings) {
    const Statement& statement = claim.statement;
    const Movement& movement =
        statement.binding == Binding::change_previous ? claim.figure.previous : claim.figure.last_year;
    if (!movement.difference || !movement.value || !movement.period) return;
    const std::string moved = movement_in_words(claim, movement);
    if (words_against(claim, movement)) {
        const bool judged = movement.direction == Direction::improved || movement.direction == Direction::worsened;
        findings.push_back(claim.finding(error("word-against-figure"),
                                         "“" + statement.words + "”, but " + short_name(claim.measure) + " went " +
                                             moved + (judged ? ": it " + label(movement.direction) + "." : ".")));
        return;
    }
    if (!statement.stated || is_size_stated(claim, movement)) return;
    if (statement.words.empty()) {
        findings.push_back(
            claim.finding(error("published-differs"),
                          "A change of " + print_stated(*statement.stated) + " printed for " +
                              short_name(claim.measure) + ", which went " + moved +
                              (movement.relative ? ", or " + print_fixed(*movement.relative, 1) + "%" : "") + "."));
        return;
    }
    findings.push_back(claim.finding(
        note("average-differs"), "“" + statement.words + "”" + (statement.label.empty() ? "" : " " + statement.label) +
                                     ", but the measure itself went " + moved + "."));
}

// The whole number of cases that makes up a rate: the least that reaches it, or the most that stays within it.
Decimal cases_for(Decimal rate, Decimal denominator, std::int64_t per, Polarity polarity) {
    const Wide product = Wide{rate.millionths()} * denominator.millionths();
    const Wide one = Wide{per} * Decimal::scale * Decimal::scale;
    const Wide below = product / one;
    const bool exact = product % one == 0;
    return Decimal::whole(static_cast<std::int64_t>(polarity == Polarity::lower || exact ? below : below + 1));
}

// A forecast that even everything said to be still possible does not reach.
void forecast_bound(const Claim& claim, Findings& findings) {
    const Statement& statement = claim.statement;
    const Figure& figure = claim.figure;
    if (!figure.numerator || !figure.denominator || !statement.count || figure.denominator->millionths() <= 0) return;
    const std::optional<Decimal> expected = statement.stated ? statement.stated : figure.forecast;
    if (!expected || expected->millionths() < 0) return;
    const bool fewer_is_better = claim.measure.polarity == Polarity::lower;
    const Decimal reached =
        fewer_is_better ? *figure.numerator - *statement.count : *figure.numerator + *statement.count;
    const Decimal best = Decimal::ratio(reached, *figure.denominator, claim.measure.per);
    if (rounds_to(best, *expected) || (fewer_is_better ? best < *expected : best > *expected)) return;
    const Decimal lacking =
        (cases_for(*expected, *figure.denominator, claim.measure.per, claim.measure.polarity) - reached).abs();
    findings.push_back(claim.finding(
        error("forecast-above-plan"),
        "The officer expects " + show_stated(claim.measure, *expected) + ", but all " + print_stated(*statement.count) +
            " " + statement.label + (fewer_is_better ? " taken away leave " : " would make ") + print_stated(reached) +
            " of " + print_stated(*figure.denominator) + ", which is " + show(claim.measure, best) + ".",
        "Correct the forecast, or say what will " +
            std::string(fewer_is_better ? "take away another " : "add another ") + print_stated(lacking) + "."));
}

void value_bound(const Claim& claim, Findings& findings) {
    if (!claim.statement.stated || rounds_to(claim.figure.actual.value(), *claim.statement.stated)) return;
    const auto& side = claim.figure.beside; // the period's other figure may be the one that is printed
    if (side && side->actual.has_value() && rounds_to(side->actual.value(), *claim.statement.stated)) return;
    Measure finer = claim.measure; // shown with at least the decimals that were printed
    finer.decimals = std::max(finer.decimals, decimals_of(*claim.statement.stated));
    findings.push_back(claim.finding(error("published-differs"), show_stated(claim.measure, *claim.statement.stated) +
                                                                     " printed for " + short_name(claim.measure) +
                                                                     ", but the figure is " +
                                                                     show(finer, claim.figure.actual.value()) + "."));
}

void check_claim(const Claim& claim, Findings& findings) {
    switch (claim.statement.binding) {
    case Binding::value: return value_bound(claim, findings);
    case Binding::change_previous:
    case Binding::change_last_year:
    case Binding::change_percent_last_year: return change_bound(claim, findings);
    case Binding::forecast: return forecast_bound(claim, findings);
    default: return;
    }
}

} // namespace

Findings check_bound_figures(const CheckInput& input) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    for (const Statement& statement : input.content.statements) {
        if (statement.period != input.period || statement.subject.kind != SubjectKind::measure) continue;
        const MeasureCode code(statement.subject.code);
        const Measure* measure = find_row(input.content.measures, code);
        const Figure* figure = figure_of(input.scorecard, code);
        if (!measure || !figure || !figure->actual.has_value()) continue;
        guarded(statement.subject, place_of(statement), findings, [&] {
            check_claim({input, statement, *measure, *figure}, findings);
        });
    }
    return findings;
}

} // namespace qd::inline checks
