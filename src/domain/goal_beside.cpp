#include "domain/goal_beside.hpp"

namespace qd {
namespace {

std::string bounds(const Measure& measure, const Goal& goal) {
    if (goal.lower && goal.upper && goal.lower != goal.upper)
        return show(measure, *goal.lower) + " to " + show(measure, *goal.upper);
    if (goal.aim) return show(measure, *goal.aim);
    if (goal.kind == TargetKind::better_than_last_year) return "better than the year before";
    if (goal.kind == TargetKind::peer_quartile) return "a quartile of the peers";
    return goal.words.empty() ? "not given" : goal.words;
}

} // namespace

std::string label(TargetRole role) {
    switch (role) {
    case TargetRole::annual: return "Target";
    case TargetRole::profile: return "Profile";
    case TargetRole::stretch: return "Stretch target";
    case TargetRole::minimum: return "Minimum";
    case TargetRole::intervention: return "Intervention level";
    }
    return {};
}

std::string above_or_below(const Measure& measure, Decimal difference) {
    if (difference.is_zero()) return "the same as";
    std::string size = show_difference(measure, difference.abs());
    if (size.starts_with('+')) size.erase(0, 1);
    return size + (difference > Decimal{} ? " above" : " below");
}

std::string standing_words(const Calendar& calendar, const Measure& measure, const Figure& figure,
                           const GoalBeside& beside) {
    std::string words = bounds(measure, beside.goal);
    if (calendar.last_day(beside.goal.period) > calendar.last_day(calendar.year_of(figure.period)))
        words += " for " + calendar.label(beside.goal.period);
    if (beside.goal.state != TargetState::in_force) return words + ", " + std::string(print(beside.goal.state));
    if (beside.is_reached && beside.goal.role == TargetRole::intervention)
        words += *beside.is_reached ? ", not called for" : ", called for";
    else if (beside.is_reached)
        words += *beside.is_reached ? ", reached" : ", not reached";
    if (beside.difference)
        words += beside.difference->is_zero() ? ", exactly" : ", " + above_or_below(measure, *beside.difference);
    return words;
}

} // namespace qd
