#include "engine/rate.hpp"

namespace qd::inline engine {

std::int64_t multiplier(const Measure& measure) { return measure.quantity == Quantity::percent ? 100 : measure.per; }

Amount rated(const Measure& measure, Amount amount) {
    amount.number.reset();
    if (amount.numerator && amount.denominator) {
        if (amount.denominator->is_zero())
            amount.gap = GapReason::nothing_to_divide_by;
        else
            amount.number = Ratio::of(*amount.numerator, *amount.denominator, multiplier(measure));
    } else if (amount.value) {
        amount.number = Ratio(*amount.value);
    } else if (amount.numerator && measure.quantity != Quantity::percent && measure.quantity != Quantity::rate) {
        amount.number = Ratio(*amount.numerator);
    }
    return amount;
}

std::string why_not_counted(const Measure& measure, const std::optional<Decimal>& numerator,
                            const std::optional<Decimal>& denominator) {
    if (measure.quantity != Quantity::percent && measure.quantity != Quantity::rate)
        return "Only percentages and rates are made of two counts.";
    if (!numerator || !denominator) return "It was handed in without its numerator and denominator.";
    if (*numerator < Decimal() || numerator->millionths() % Decimal::scale != 0)
        return "Its numerator is not a whole number of cases.";
    if (*denominator <= Decimal()) return "Its denominator is not above 0.";
    if (measure.quantity == Quantity::percent && *numerator > *denominator)
        return "The numerator is more than the denominator, so it is not a share of a whole.";
    return "";
}

Amount amount_of(const Measure& measure, const Observations& observations, std::size_t row, std::size_t return_index) {
    const ObservationColumns& columns = observations.columns();
    Amount amount;
    amount.numerator = columns.numerators[row];
    amount.denominator = columns.denominators[row];
    amount.value = columns.values[row];
    amount.flags = columns.flags[row];
    if (const auto note = columns.notes.find(row); note != columns.notes.end()) amount.note = note->second;
    amount.published = columns.published[row];
    amount.return_index = return_index;
    amount.row = row;
    if (const std::uint8_t gap = columns.gaps[row]; gap != 0) {
        amount.gap = static_cast<GapReason>(gap - 1);
        amount.present = 0;
        return amount;
    }
    return rated(measure, std::move(amount));
}

Amount amount_of(const Measure& measure, const Observation& observation, std::size_t return_index) {
    Observations one;
    one.add(observation);
    return amount_of(measure, one, 0, return_index);
}

Amount missing(GapReason gap) {
    Amount amount;
    amount.gap = gap;
    amount.present = 0;
    return amount;
}

} // namespace qd::inline engine
