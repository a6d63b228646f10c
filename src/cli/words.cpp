#include "cli/words.hpp"

namespace qd::cli {

std::string show(const Measure& measure, const Cell& cell) {
    return cell.has_value() ? show(measure, cell.value()) : label(cell.gap());
}

std::string show_goal(const Measure& measure, const std::optional<Goal>& goal) {
    if (!goal) return "not given";
    if (goal->lower && goal->upper) return show(measure, *goal->lower) + " to " + show(measure, *goal->upper);
    if (goal->aim) return show(measure, *goal->aim);
    return goal->words.empty() ? "none yet" : "in words";
}

std::string show(const Movement& movement) {
    const bool up = movement.difference && movement.difference->millionths() > 0;
    const std::string arrow = up ? "↑ " : "↓ ";
    switch (movement.direction) {
    case Direction::improved: return arrow + "better";
    case Direction::worsened: return arrow + "worse";
    case Direction::same: return "→ same";
    case Direction::risen: return "↑ up";
    case Direction::fallen: return "↓ down";
    case Direction::not_comparable: break;
    }
    return "-";
}

std::string percent_of(std::size_t part, std::size_t whole) {
    if (whole == 0) return "none";
    return std::to_string((200 * part + whole) / (2 * whole)) + "%";
}

} // namespace qd::cli
