#include "web/view/wording.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "domain/shorthand.hpp"

#include <algorithm>

namespace qd::web {

std::string value_words(const Measure& measure, const Cell& cell) {
    return cell.has_value() ? show(measure, cell.value()) : marked(cell.gap());
}

std::string parts_words(const Figure& figure) {
    if (!figure.numerator || !figure.denominator) return {};
    const auto part = [](Decimal value) { return print_grouped(value, value == value.rounded(0) ? 0 : 1); };
    return part(*figure.numerator) + " of " + part(*figure.denominator);
}

std::string short_value(const Measure& measure, Decimal value) { return qd::show_set(measure, value); }

std::string goal_words(const Measure& measure, const std::optional<Goal>& goal) {
    const std::string words = goal ? qd::goal_words(measure, *goal) : std::string{};
    return words.empty() ? "not given" : words;
}

std::string unit_name(const Content& content, const UnitCode& code) { return qd::unit_name(content, code); }

std::string short_title(const Measure& measure) { return qd::short_name(measure); }

std::string quantity_words(const Measure& measure) {
    switch (measure.quantity) {
    case Quantity::percent: return "%";
    case Quantity::rate: return "per " + print_grouped(Decimal::whole(measure.per), 0);
    default: return std::string{print(measure.quantity)};
    }
}

std::string roll_up_words(const Measure& measure) {
    if (measure.grain == Grain::academic_year) return "school year";
    switch (measure.roll_up) {
    case RollUp::last: return measure.grain == Grain::year ? "once a year" : "latest figure";
    case RollUp::rolling: return "rolling year";
    case RollUp::mean: return "mean of the year so far";
    default: return "year so far";
    }
}

std::string owner_words(const Content& content, const UnitCode& code) {
    const auto found = std::ranges::find(content.units, code, &Unit::code);
    if (found != content.units.end()) return found->post.empty() ? found->name : found->post;
    return code.empty() ? "not given" : code.text();
}

std::string period_words(const Calendar& calendar, Period period, Period seen_from) {
    const bool positioned = period.grain() == Grain::quarter || period.grain() == Grain::half;
    if (positioned && period.grain() == seen_from.grain() && period.start_year() == seen_from.start_year())
        return (period.grain() == Grain::quarter ? "quarter " : "half ") + std::to_string(period.number());
    return calendar.label(period);
}

std::vector<std::string> due_words(const Action& action) {
    std::vector<std::string> dates;
    for (const DueDate& due : action.due) {
        std::string text = due.from && due.date ? print_long(*due.from) + " to " : std::string{};
        if (due.date) text += print_long(*due.date);
        if (!due.words.empty()) text += (text.empty() ? "" : ", ") + due.words;
        if (!text.empty()) dates.push_back(std::move(text));
    }
    return dates;
}

std::string short_label(Outlook outlook) {
    switch (outlook) {
    case Outlook::to_meet: return "to meet";
    case Outlook::to_miss: return "to miss";
    case Outlook::met: return "met";
    case Outlook::missed: return "missed";
    case Outlook::unknown: break;
    }
    return "none";
}

std::string tally_words(const StatusTally& tally) { return join(words_of(tally, "left blank"), ", "); }

std::optional<Fields> way(const Measure& measure, const Calendar& calendar, const Movement& movement, Period now) {
    if (movement.direction == Direction::not_comparable) return std::nullopt;
    std::string words = label(movement.direction);
    std::string_view arrow = "level";
    if (movement.difference && !movement.difference->is_zero()) {
        arrow = *movement.difference > Decimal{0} ? "up" : "down";
        words += ", " + show_difference(measure, *movement.difference);
    }
    if (movement.period) words += " on " + period_words(calendar, *movement.period, now);
    if (!movement.areas.empty()) words += ", before it took the place of others";
    return Fields{}.text("arrow", arrow).text("words", words);
}

} // namespace qd::web
