#include "domain/goal_beside.hpp"

#include "domain/goal_words.hpp"

namespace qd {

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
    Goal goal = beside.goal;
    goal.state = TargetState::in_force; // said below, after the year
    std::string words = goal_words(measure, std::optional(goal));
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
