#include "domain/shortfall.hpp"

#include "base/wide.hpp"

namespace qd {

std::optional<Decimal> short_by(const Measure& measure, const Figure& figure, const std::optional<Goal>& goal) {
    const bool ratio = measure.quantity == Quantity::percent || measure.quantity == Quantity::rate;
    if (!ratio || !figure.numerator || !figure.denominator || !goal || !goal->aim || (goal->lower && goal->upper))
        return std::nullopt;
    if (measure.polarity != Polarity::higher && measure.polarity != Polarity::lower) return std::nullopt;
    if (*figure.numerator != figure.numerator->rounded(0) || figure.denominator->is_zero()) return std::nullopt;
    const std::int64_t per = measure.quantity == Quantity::percent ? 100 : measure.per;
    // Whole things needed = aim × denominator ÷ per, up for a floor and down for a ceiling; all in millionths squared.
    const Wide product = Wide{goal->aim->millionths()} * figure.denominator->millionths();
    const Wide unit = Wide{per} * Decimal::scale * Decimal::scale;
    const Wide down = product / unit;
    const Wide needed = measure.polarity == Polarity::higher && product % unit != 0 ? down + 1 : down;
    const Wide missing = measure.polarity == Polarity::higher
                             ? needed - figure.numerator->millionths() / Decimal::scale
                             : figure.numerator->millionths() / Decimal::scale - needed;
    if (missing <= 0) return std::nullopt;
    return Decimal::whole(static_cast<std::int64_t>(missing));
}

} // namespace qd
