#include "engine/own_figures.hpp"

#include "domain/words.hpp"

#include <algorithm>
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
    if (!is_anything_known) return "No figure was known by then.";
    const std::string grain = spoken(print(measure.grain));
    if (measure.roll_up == RollUp::rolling)
        return fmt::format("It is handed in as rolling years, which overlap: this needs each {}'s own figure.", grain);
    if (measure.roll_up == RollUp::by_hand)
        return fmt::format("It is handed in as years to date, which overlap: this needs each {}'s own figure.", grain);
    return fmt::format("No {} has a figure of its own.", grain);
}

// What a period added to the year so far; a gap where either is one.
Amount difference(const Amount& now, const Amount& before) {
    Amount amount;
    if (!now.number || !before.number) {
        amount.gap = now.number ? before.gap : now.gap;
        return amount;
    }
    amount.number = *now.number + -*before.number;
    amount.value = amount.number->rounded();
    amount.flags = static_cast<Flags>(now.flags | (before.flags & unsettled));
    return amount;
}

} // namespace

OwnFigures parts_of_years_to_date(const Sheet& sheet, const AreaCode& area, Date until) {
    const Measure& measure = sheet.measure();
    const Calendar& calendar = sheet.calendar();
    OwnFigures own;
    const bool adds_up = measure.quantity == Quantity::count || measure.quantity == Quantity::money;
    if (measure.roll_up != RollUp::by_hand || !adds_up || measure.grain == Grain::span) return own;
    const auto year_to_date = [&](Period period) {
        return sheet.said(area, sheet.stretch(calendar.year_to_date(period)));
    };
    std::set<Stretch> taken;
    for (const Period known : sheet.periods(area)) {
        const Stretch stretch = sheet.stretch(known);
        const Period period = calendar.containing(measure.grain, stretch.last);
        if (stretch.last > until || sheet.stretch(calendar.year_to_date(period)) != stretch) continue;
        if (!taken.insert(stretch).second) continue;
        const auto now = year_to_date(period);
        if (!now) continue;
        if (calendar.position_in_year(period) == 1) {
            own.figures.push_back({period, *now});
            continue;
        }
        const auto before = year_to_date(*calendar.previous(period));
        if (before) own.figures.push_back({period, difference(*now, *before)});
    }
    std::erase_if(own.figures, [](const OwnFigure& figure) { return has(figure.amount.flags, Flag::forecast); });
    const auto has_number = [](const OwnFigure& figure) { return figure.amount.number.has_value(); };
    if (std::ranges::none_of(own.figures, has_number)) own.figures.clear();
    return own;
}

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
        if (has(figure.amount.flags, Flag::forecast)) continue; // nothing that has happened
        const Date before =
            own.figures.empty() ? stretch.first : sheet.stretch(own.figures.back().period).last.plus_days(1);
        if (definition_beginning(measure, before, stretch.last))
            figure.amount.flags =
                figure.amount.flags | Flag::break_in_series; // even where a link makes levels comparable
        own.figures.push_back(std::move(figure));
    }
    if (in_spans && overlap(own.figures, sheet)) return {{}, "The spans it is handed in for overlap."};
    // a first period of a year is its own year to date, so some may be there on their own
    if (OwnFigures parts = parts_of_years_to_date(sheet, area, until); parts.figures.size() > own.figures.size())
        own = std::move(parts);
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
    if (own.figures.empty()) own.why_none = "No figure was known by then.";
    return own;
}

} // namespace qd::inline engine
