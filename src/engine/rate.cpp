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

Amount amount_of(const Measure& measure, const Observation& observation, std::size_t return_index) {
    Amount amount;
    amount.numerator = observation.numerator;
    amount.denominator = observation.denominator;
    amount.value = observation.value;
    amount.flags = observation.flags;
    amount.note = observation.note;
    amount.published = observation.published;
    amount.return_index = return_index;
    if (observation.gap) {
        amount.gap = *observation.gap;
        amount.present = 0;
        return amount;
    }
    return rated(measure, std::move(amount));
}

Amount missing(GapReason gap) {
    Amount amount;
    amount.gap = gap;
    amount.present = 0;
    return amount;
}

} // namespace qd::inline engine
