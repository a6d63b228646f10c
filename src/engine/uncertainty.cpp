#include "engine/uncertainty.hpp"

#include "engine/rate.hpp"
#include "forecasting/season.hpp"

#include <array>

namespace qd::inline engine {
namespace {

std::string why_no_interval(const Measure& measure, const Amount& amount) {
    if (has(amount.flags, Flag::forecast)) return "It is a forecast.";
    return amount.number ? why_not_counted(measure, amount.numerator, amount.denominator) : "There is no figure.";
}

// In the measure's own unit.
Estimate estimate(const Measure& measure, const Amount& amount, double confidence) {
    const double events = amount.numerator->to_double(), of = amount.denominator->to_double();
    const auto times = static_cast<double>(multiplier(measure));
    if (measure.quantity == Quantity::rate) return estimate_rate(events, of, times, confidence);
    Estimate share = estimate_proportion(events, of, confidence);
    share.value *= times;
    share.interval.lower *= times;
    share.interval.upper *= times;
    return share;
}

// The last five, if they are in a row.
bool are_in_a_row(const Sheet& sheet, std::span<const OwnFigure> figures) {
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!figures[i].amount.number) return false;
        if (i == 0) continue;
        if (sheet.stretch(figures[i - 1].period).last.plus_days(1) != sheet.stretch(figures[i].period).first)
            return false;
        if (has(figures[i].amount.flags, Flag::break_in_series)) return false;
    }
    return true;
}

} // namespace

bool repeats_by_the_year(const Sheet& sheet, const OwnFigures& own) {
    const Grain grain = sheet.measure().grain;
    if (grain != Grain::month && grain != Grain::quarter) return false;
    const auto season = static_cast<std::size_t>(sheet.calendar().periods_a_year(grain));
    std::vector<double> values; // of the unbroken run at the end
    for (auto figure = own.figures.rbegin(); figure != own.figures.rend(); ++figure) {
        const bool follows = figure == own.figures.rbegin() ||
                             sheet.calendar().next(figure->period) == std::optional(std::prev(figure)->period);
        if (!figure->amount.number || !follows) break;
        values.insert(values.begin(), figure->amount.number->to_double());
    }
    if (!is_seasonal(values, season)) return false;
    std::vector<double> changes;
    for (std::size_t i = 1; i < values.size(); ++i) changes.push_back(values[i] - values[i - 1]);
    constexpr double plainly = 0.5; // of every change half comes back a year later
    return autocorrelation(changes, season) > plainly;
}

OrWhy<IntervalReading> interval_of(const Measure& measure, const Amount& amount) {
    if (std::string why = why_no_interval(measure, amount); !why.empty()) return why;
    const Estimate near = estimate(measure, amount, ninety_five), far = estimate(measure, amount, ninety_nine_eight);
    const auto lower = Decimal::nearest(near.interval.lower), upper = Decimal::nearest(near.interval.upper),
               far_lower = Decimal::nearest(far.interval.lower), far_upper = Decimal::nearest(far.interval.upper);
    if (!lower || !upper || !far_lower || !far_upper) return "Its interval is too wide to be stored.";
    return IntervalReading{near.method, *lower, *upper, *far_lower, *far_upper};
}

OrWhy<IntervalReading> interval_of(const Measure& measure, const FormulaIntervals& formula, const AreaCode& area,
                                   const Shown& shown) {
    if (formula.suits()) return formula.of(area, shown.described, shown.actual);
    return interval_of(measure, shown.actual);
}

OrWhy<Trend> trend_of(const Sheet& sheet, const FormulaIntervals& formula, const AreaCode& area,
                      const OwnFigures& own) {
    if (own.figures.empty()) return own.why_none;
    if (own.figures.size() < trend_points) return "A trend test needs five figures.";
    const auto last = std::span(own.figures).last(trend_points);
    if (!are_in_a_row(sheet, last)) return "The last five figures are not consecutive.";
    const Measure& measure = sheet.measure();
    std::array<SharePoint, trend_points> shares;
    std::array<IntervalPoint, trend_points> rates;
    const bool is_share = measure.quantity == Quantity::percent && !formula.suits();
    for (std::size_t i = 0; i < trend_points; ++i) {
        const Amount& amount = last[i].amount;
        if (formula.suits()) {
            const auto interval = formula.of(area, last[i].period, amount);
            if (!interval) return interval.why();
            rates[i] = {amount.number->to_double(), interval->lower.to_double(), interval->upper.to_double()};
            continue;
        }
        if (std::string why = why_no_interval(measure, amount); !why.empty()) return why;
        shares[i] = {amount.numerator->to_double(), amount.denominator->to_double()};
        if (is_share) continue;
        const Estimate rate = estimate(measure, amount, ninety_five);
        rates[i] = {rate.value, rate.interval.lower, rate.interval.upper};
    }
    if (measure.seasonal || repeats_by_the_year(sheet, own))
        return "Its figures follow the time of year, which moves the last five whether or not anything changed.";
    const TrendTest test = is_share ? recent_trend(shares) : recent_trend(rates);
    if (test.trend == Trend::not_tested) return "A share of everything, or of nothing, has no trend to test.";
    return test.trend;
}

} // namespace qd::inline engine
