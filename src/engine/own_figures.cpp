#include "engine/own_figures.hpp"

#include "domain/words.hpp"

#include <set>

#include <fmt/format.h>

namespace qd::inline engine {
namespace {

bool overlap(const std::vector<OwnFigure>& figures, const Sheet& sheet) {
    for (std::size_t i = 1; i < figures.size(); ++i)
        if (sheet.stretch(figures[i].period).first <= sheet.stretch(figures[i - 1].period).last) return true;
    return false;
}

std::string why_none(const Sheet& sheet, bool is_anything_known) {
    const Measure& measure = sheet.measure();
    if (!is_anything_known) return "No figure is known by then.";
    const std::string grain = spoken(print(measure.grain));
    if (measure.roll_up == RollUp::rolling)
        return fmt::format("It is handed in as rolling years, which overlap: this needs each {}'s own figure.", grain);
    if (measure.roll_up == RollUp::by_hand)
        return fmt::format("It is handed in as years to date, which overlap: this needs each {}'s own figure.", grain);
    return fmt::format("No {} has a figure of its own.", grain);
}

} // namespace

OwnFigures own_figures(const Sheet& sheet, const AreaCode& area, Date until) {
    const Measure& measure = sheet.measure();
    const bool in_spans = measure.grain == Grain::span;
    const std::vector<Period> known = sheet.periods(area);
    OwnFigures own;
    std::set<Stretch> taken;
    for (const Period period : known) { // sorted by their last day
        const Stretch stretch = sheet.stretch(period);
        if (stretch.last > until) continue;
        const Period whole = in_spans ? period : sheet.calendar().containing(measure.grain, stretch.last);
        if (sheet.stretch(whole) != stretch || !taken.insert(stretch).second) continue;
        OwnFigure figure{whole, sheet.amount(area, stretch)};
        const Date before =
            own.figures.empty() ? stretch.first : sheet.stretch(own.figures.back().period).last.plus_days(1);
        if (definition_beginning(measure, before, stretch.last))
            figure.amount.flags =
                figure.amount.flags | Flag::break_in_series; // even where a link makes levels comparable
        own.figures.push_back(std::move(figure));
    }
    if (in_spans && overlap(own.figures, sheet)) return {{}, "The spans it is handed in for overlap."};
    if (own.figures.empty()) own.why_none = why_none(sheet, !known.empty());
    return own;
}

OwnFigures own_figures(const GridBlock& block, std::uint32_t area, Date until) {
    OwnFigures own;
    std::visit(
        [&](const auto& parts) {
            for (std::size_t period = 0; period < block.periods.size() && block.periods[period].last <= until;
                 ++period) {
                const std::size_t cell = block.cell(area, period);
                if (parts.denominators[cell] == 0) continue;
                Amount amount;
                amount.numerator = Decimal::from_millionths(parts.numerators[cell] * block.unit);
                amount.denominator = Decimal::from_millionths(parts.denominators[cell] * block.unit);
                amount.number = Ratio::of(*amount.numerator, *amount.denominator, block.rule.per);
                own.figures.push_back(
                    {period_at(block.grain, block.first + static_cast<int>(period)), std::move(amount)});
            }
        },
        block.parts);
    if (own.figures.empty()) own.why_none = "No figure is known by then.";
    return own;
}

} // namespace qd::inline engine
