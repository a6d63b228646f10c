#include "domain/goal_words.hpp"

#include "domain/goal_beside.hpp"

namespace qd {
namespace {

bool is_range(const Goal& goal) { return goal.lower && goal.upper && goal.lower != goal.upper; }

} // namespace

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
    if (is_range(goal))
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

std::string goal_words(const Measure& measure, const std::optional<Goal>& goal) {
    const std::string words = goal ? goal_words(measure, *goal) : std::string();
    return words.empty() ? "not given" : words;
}

std::string goal_words(const Measure& measure, const Figure& figure) {
    return goal_words(measure, figure.goal) + (is_held_against_year(measure, figure) ? ", the year’s target" : "");
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

std::string distance_words(const Measure& measure, const Figure& figure) {
    if (!figure.actual.has_value() || !figure.goal || !figure.goal->aim) return {};
    const Goal& goal = *figure.goal;
    const Decimal actual = figure.actual.value();
    const std::string target =
        goal_words(measure, goal) + (goal.role == TargetRole::profile ? ", the profile now" : "");
    if (!is_range(goal)) {
        const bool is_exact = actual == *goal.aim;
        return (is_exact ? "exactly" : above_or_below(measure, actual - *goal.aim)) + " " +
               (goal.strict ? show_set(measure, *goal.aim) + "; the target is " + target : target);
    }
    if (actual < *goal.lower) return above_or_below(measure, actual - *goal.lower) + " " + target;
    if (actual > *goal.upper) return above_or_below(measure, actual - *goal.upper) + " " + target;
    return "within " + target;
}

} // namespace qd
