#include "domain/told.hpp"

namespace qd {
namespace {

bool is_reached(Outlook outlook) { return outlook == Outlook::to_meet || outlook == Outlook::met; }

} // namespace

std::string told_words(const Movement& movement) {
    if (!movement.told && movement.told_change.empty()) return {};
    std::string words = movement.told ? label(*movement.told) : "changed by " + movement.told_change;
    if (movement.told && !movement.told_change.empty()) words += ", " + movement.told_change;
    return words + " (as reported)";
}

bool is_told_otherwise(const Movement& movement) {
    if (!movement.told || movement.direction == Direction::not_comparable || !movement.difference) return false;
    switch (*movement.told) {
    case Direction::risen: return !(*movement.difference > Decimal{}) || movement.direction == Direction::same;
    case Direction::fallen: return !(*movement.difference < Decimal{}) || movement.direction == Direction::same;
    case Direction::same: return movement.direction != Direction::same;
    case Direction::improved:
    case Direction::worsened: // where neither way is good, nothing says which of the two it was
        return movement.direction != Direction::risen && movement.direction != Direction::fallen &&
               movement.direction != *movement.told;
    case Direction::not_comparable: break;
    }
    return false;
}

bool is_outlook_told_otherwise(const Figure& figure) {
    return figure.told_outlook != Outlook::unknown && figure.outlook != Outlook::unknown &&
           is_reached(figure.told_outlook) != is_reached(figure.outlook);
}

} // namespace qd
