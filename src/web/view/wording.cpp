#include "web/view/wording.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "domain/shorthand.hpp"
#include "domain/told.hpp"

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

std::string goal_words(const Measure& measure, const Figure& figure) {
    const std::string words = qd::goal_words(measure, figure);
    return words.empty() ? "not given" : words;
}

std::string year_target_words(const Measure& measure, const Figure& figure) {
    const std::string change = target_change(measure, figure);
    return goal_words(measure, figure.year_end) + (change.empty() ? "" : ", " + change);
}

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
    if (const Unit* unit = find_row(content.units, code)) return unit->post.empty() ? unit->name : unit->post;
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

std::string side_words(const Calendar& calendar, const Measure& measure, const Figure& figure) {
    const SideFigure& side = *figure.beside;
    std::string words = name_of(figure.stretch, figure.described) + "; ";
    if (figure.stretch == StretchKind::own)
        words = "in " + period_words(calendar, figure.described, figure.period) + "; ";
    words += (side.stretch == StretchKind::own ? period_words(calendar, side.described, figure.period)
                                               : name_of(side.stretch, side.described)) +
             ": " + value_words(measure, side.actual);
    if (side.actual.has_value() && side.goal && side.goal->aim) words += " against " + goal_words(measure, side.goal);
    if (side.status.basis == Verdict::Basis::computed)
        words += ", " + (side.status.label.empty() ? label(side.status.status) : side.status.label);
    const bool is_told = side.status.basis == Verdict::Basis::computed || (side.goal && side.goal->aim);
    if (side.actual.has_value() && is_told && !side.status.reason.empty()) words += ", " + side.status.reason;
    return words;
}

std::optional<Fields> way(const Measure& measure, const Calendar& calendar, const Figure& figure,
                          const Movement& movement) {
    const std::string told = told_words(movement);
    if (movement.direction == Direction::not_comparable) {
        if (told.empty()) return std::nullopt;
        const bool up = movement.told == Direction::risen || movement.told == Direction::improved;
        const bool down = movement.told == Direction::fallen || movement.told == Direction::worsened;
        return Fields{}.text("arrow", up ? "up" : down ? "down" : "level").text("words", told);
    }
    std::string words;
    if (figure.beside && movement.now) {
        const Period described = movement.stretch == figure.stretch ? figure.described : figure.beside->described;
        words = show(measure, *movement.now) + " " + words_behind(movement.stretch, described) + ", ";
    }
    words += label(movement.direction);
    std::string_view arrow = "level";
    const auto change = printed_change(measure, movement);
    if (movement.difference && change && !movement.difference->is_zero()) {
        arrow = *movement.difference > Decimal{0} ? "up" : "down";
        words += ", " + show_difference(measure, *change);
    }
    if (movement.period) words += " on " + period_words(calendar, *movement.period, figure.period);
    if (!movement.areas.empty()) words += ", before it replaced others";
    if (is_told_otherwise(movement)) words += "; reported differently: " + told;
    return Fields{}.text("arrow", arrow).text("words", words);
}

} // namespace qd::web
