#include "cli/words.hpp"

#include "base/text.hpp"
#include "cli/table.hpp"
#include "documents/phrases.hpp"
#include "documents/words_of.hpp"
#include "domain/told.hpp"

#include <algorithm>

namespace qd::cli {

// Shorter than on paper, where a column costs less: a wide TARGET would cost a terminal its last columns.
std::string show_goal(const Measure& measure, const Figure& figure) {
    return show_goal(measure, figure.goal) + (is_held_against_year(measure, figure) ? " (year)" : "");
}
std::string show_goal(const Measure& measure, const std::optional<Goal>& goal) {
    return words_of(short_goal(measure, goal));
}

std::string show(const Movement& movement) {
    if (const std::string told = told_words(movement); !told.empty()) {
        if (movement.direction == Direction::not_comparable) return told;
        if (is_told_otherwise(movement)) {
            Movement computed = movement;
            computed.told.reset();
            computed.told_change.clear();
            return show(computed) + ", but " + told;
        }
    }
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

std::string short_date(Date date) {
    return std::to_string(date.day()) + " " + month_name(date.month()).substr(0, 3) + " " + std::to_string(date.year());
}

std::string council_and_area(const Snapshot& snapshot, const AreaCode& area) {
    const Content& content = snapshot.content();
    if (area == content.settings.area) return content.settings.name;
    return content.settings.name + ", " + area_name(content, area);
}

std::string side_by_side(const std::vector<std::string>& parts, std::size_t width) {
    const std::string line = join(parts, "   ");
    return width_of(line) <= width ? line : join(parts, "\n");
}

} // namespace qd::cli
