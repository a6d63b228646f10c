#include "domain/shortfall.hpp"

#include "base/wide.hpp"
#include "domain/goal_words.hpp"

namespace qd {

bool is_off_target(const Figure& figure) {
    return figure.status.status == Status::red || figure.outlook == Outlook::to_miss ||
           figure.outlook == Outlook::missed;
}

std::optional<bool> reaches(const Goal& goal, Decimal value) {
    if ((!goal.lower && !goal.upper) || goal.state != TargetState::in_force) return std::nullopt;
    const bool from_below = !goal.lower || (goal.strict ? value > *goal.lower : value >= *goal.lower);
    const bool from_above = !goal.upper || (goal.strict ? value < *goal.upper : value <= *goal.upper);
    return from_below && from_above;
}

bool only_grows(const Measure& measure) {
    const bool adds_up = measure.roll_up == RollUp::sum || measure.roll_up == RollUp::by_hand;
    return adds_up && (measure.quantity == Quantity::count || (measure.least && !(*measure.least < Decimal{})));
}

namespace {

using With = OutlookAtOdds::With;

// What the year's target is about: the year to date, where the measure has one, whichever figure is judged.
const Cell& so_far_of(const Measure& measure, const Figure& figure) {
    const Cell* to_date = figure_to_date(measure, figure);
    return to_date ? *to_date : figure.actual;
}

bool says_it_is_reached(Outlook word) { return word == Outlook::to_meet || word == Outlook::met; }
bool is_final(Outlook word) { return word == Outlook::met || word == Outlook::missed; }

std::optional<OutlookAtOdds> at_odds_with_own_figure(const Measure& measure, const Figure& figure) {
    if (!is_at_odds_with_own_figure(figure)) return std::nullopt;
    const auto would = reaches(*figure.year_end, *figure.forecast);
    return OutlookAtOdds{With::own_figure, "the figure forecast with it, " + show_set(measure, *figure.forecast) +
                                               ", would " + (*would ? "meet " : "miss ") +
                                               goal_words(measure, *figure.year_end)};
}

// The year is over: only a final word is compared with the result, because a forecast may have been wrong.
std::optional<OutlookAtOdds> at_odds_with_the_result(const Measure& measure, const Figure& figure) {
    const Flags open = Flag::provisional | Flag::estimated;
    if (!is_final(figure.forecast_outlook) || (figure.flags & open) != 0 ||
        figure.parts_present < figure.parts_expected)
        return std::nullopt;
    const Decimal result = so_far_of(measure, figure).value();
    const auto reached = reaches(*figure.year_end, result);
    if (!reached || *reached == says_it_is_reached(figure.forecast_outlook)) return std::nullopt;
    return OutlookAtOdds{*reached ? With::reached_already : With::not_reached,
                         "the year ended at " + show(measure, result) + ", against " +
                             goal_words(measure, *figure.year_end)};
}

// What can only grow, part of the way through the year.
std::optional<OutlookAtOdds> at_odds_with_so_far(const Measure& measure, const Figure& figure) {
    const Decimal now = so_far_of(measure, figure).value();
    const auto reaches_now = reaches(*figure.year_end, now);
    if (!reaches_now || measure.polarity == Polarity::range || measure.polarity == Polarity::middle)
        return std::nullopt;
    const Outlook word = figure.forecast_outlook;
    const std::string so_far = show(measure, now) + " so far", target = goal_words(measure, *figure.year_end);
    const bool at_most = figure.year_end->upper.has_value();
    if (at_most && !*reaches_now && says_it_is_reached(word))
        return OutlookAtOdds{With::exceeded_already, "it is " + so_far + ", already more than the year’s " + target};
    if (at_most && *reaches_now && is_final(word))
        return OutlookAtOdds{With::not_over, "it is " + so_far + " against " + target +
                                                 ", and it can still grow before the year is over"};
    if (!at_most && *reaches_now && !says_it_is_reached(word))
        return OutlookAtOdds{With::reached_already,
                             "it is " + so_far + ", and has already reached the year’s " + target};
    if (!at_most && !*reaches_now && word == Outlook::met)
        return OutlookAtOdds{With::not_reached, "it is " + so_far + ", short of the year’s " + target};
    return std::nullopt;
}

} // namespace

bool is_at_odds_with_own_figure(const Figure& figure) {
    if (!figure.forecast || !figure.year_end || figure.forecast_outlook == Outlook::unknown) return false;
    const auto would = reaches(*figure.year_end, *figure.forecast);
    return would && *would != says_it_is_reached(figure.forecast_outlook);
}

std::optional<OutlookAtOdds> outlook_at_odds(const Measure& measure, const Figure& figure, YearsEnd end) {
    if (figure.forecast_outlook == Outlook::unknown || !figure.year_end || !figure.year_end->aim) return std::nullopt;
    if (auto own = at_odds_with_own_figure(measure, figure)) return own;
    if (!so_far_of(measure, figure).has_value() || has(figure.flags, Flag::forecast)) return std::nullopt;
    if (end == YearsEnd::reached) return at_odds_with_the_result(measure, figure);
    return only_grows(measure) ? at_odds_with_so_far(measure, figure) : std::nullopt;
}

std::optional<Decimal> short_by(const Measure& measure, const Figure& figure, const std::optional<Goal>& goal) {
    const bool ratio = measure.quantity == Quantity::percent || measure.quantity == Quantity::rate;
    if (!ratio || !figure.numerator || !figure.denominator || !goal || !goal->aim || (goal->lower && goal->upper))
        return std::nullopt;
    if (measure.polarity != Polarity::higher && measure.polarity != Polarity::lower) return std::nullopt;
    if (*figure.numerator != figure.numerator->rounded(0) || figure.denominator->is_zero()) return std::nullopt;
    const std::int64_t per = measure.quantity == Quantity::percent ? 100 : measure.per;
    // Whole things needed = aim × denominator ÷ per, up for a floor and down for a ceiling; all in millionths squared.
    const Wide product = Wide{goal->aim->millionths()} * figure.denominator->millionths();
    const Wide unit = Wide{per} * Decimal::scale * Decimal::scale;
    const Wide down = product / unit;
    const Wide needed = measure.polarity == Polarity::higher && product % unit != 0 ? down + 1 : down;
    const Wide missing = measure.polarity == Polarity::higher
                             ? needed - figure.numerator->millionths() / Decimal::scale
                             : figure.numerator->millionths() / Decimal::scale - needed;
    if (missing <= 0) return std::nullopt;
    return Decimal::whole(static_cast<std::int64_t>(missing));
}

} // namespace qd
