#include "engine/roll_up.hpp"

#include "base/error.hpp"
#include "engine/coverage.hpp"
#include "engine/rate.hpp"

#include <algorithm>

namespace qd::inline engine {
int gravity(GapReason gap) {
    switch (gap) {
    case GapReason::suppressed: return 4;
    case GapReason::overdue: return 3;
    case GapReason::not_available: return 2;
    case GapReason::not_due: return 1;
    default: return 0;
    }
}

namespace {

bool is_empty_ratio(const Amount& part) { return !part.number && part.gap == GapReason::nothing_to_divide_by; }
bool is_missing(const Amount& part) { return !part.number && !is_empty_ratio(part); }

void take_gap(Amount& whole, const Amount& part) {
    if (whole.present == whole.expected || gravity(part.gap) > gravity(whole.gap)) whole.gap = part.gap;
    if (part.due_on && (!whole.due_on || *part.due_on < *whole.due_on)) whole.due_on = part.due_on;
}

// Coverage, flags and gap of the whole; its number is still to be found.
Amount frame_of(const std::vector<Amount>& parts) {
    Amount whole;
    whole.present = whole.expected = 0;
    for (const Amount& part : parts) {
        if (is_no_part(part)) continue;
        if (is_missing(part)) take_gap(whole, part);
        whole.expected += part.expected;
        whole.present += is_empty_ratio(part) ? part.expected : part.present;
        whole.flags = static_cast<Flags>(whole.flags | part.flags);
        if (!part.note.empty()) whole.note = part.note;
        if (part.return_index) whole.return_index = part.return_index;
    }
    if (whole.expected == 0) whole.gap = GapReason::not_applicable;
    return whole;
}

std::vector<Amount> present_parts(const std::vector<Amount>& parts) {
    std::vector<Amount> found;
    std::ranges::copy_if(parts, std::back_inserter(found), [](const Amount& part) { return part.number.has_value(); });
    return found;
}

bool is_lacking(const Amount& part) { return is_missing(part) && !is_no_part(part); }

bool is_whole(const Amount& whole, const std::vector<Amount>& parts, MissingParts missing) {
    if (missing == MissingParts::leave_out && !std::ranges::all_of(parts, is_missing)) return true;
    return whole.expected > 0 && std::ranges::none_of(parts, is_lacking);
}

bool has_parts(const Amount& amount) { return is_empty_ratio(amount) || (amount.numerator && amount.denominator); }

void sum_ratio(Amount& whole, const std::vector<Amount>& parts) {
    whole.numerator = whole.denominator = Decimal{};
    for (const Amount& part : parts) {
        whole.numerator = *whole.numerator + part.numerator.value_or(Decimal{});
        whole.denominator = *whole.denominator + part.denominator.value_or(Decimal{});
    }
}

Decimal total_of(const std::vector<Amount>& parts) {
    Decimal total;
    for (const Amount& part : parts) total = total + part.number->rounded();
    return total;
}

// The whole with what `add` makes of it; if that cannot be stored, a gap that says so: a slip in one
// part must not remove the others.
template <class Add> Amount added(const Amount& whole, Add add) {
    try {
        return add(whole);
    } catch (const Error& error) {
        if (error.fault() != Fault::request) throw;
        Amount none = whole;
        none.gap = GapReason::not_available;
        none.note = error.what();
        return none;
    }
}

} // namespace

Amount add_parts(const Measure& measure, const std::vector<Amount>& parts, MissingParts missing) {
    Amount whole = frame_of(parts);
    if (!is_whole(whole, parts, missing)) return whole;
    std::vector<Amount> counted;
    std::ranges::remove_copy_if(parts, std::back_inserter(counted), is_missing);
    if (whole.present < whole.expected && std::ranges::all_of(counted, is_empty_ratio))
        return whole; // by what is missing
    if (std::ranges::all_of(counted, has_parts))
        return added(whole, [&](Amount sum) {
            sum_ratio(sum, counted);
            return rated(measure, std::move(sum));
        });
    const bool is_additive = measure.quantity == Quantity::count || measure.quantity == Quantity::money;
    if (!is_additive || std::ranges::any_of(counted, [](const Amount& part) { return part.denominator.has_value(); }))
        return whole;
    return added(whole, [&](Amount sum) {
        sum.value = total_of(present_parts(counted));
        return rated(measure, std::move(sum));
    });
}

Amount add_figures(const std::vector<Amount>& parts, MissingParts missing) {
    Amount whole = frame_of(parts);
    if (!is_whole(whole, parts, missing)) return whole;
    return added(whole, [&](Amount sum) {
        sum.value = total_of(present_parts(parts));
        sum.number = Ratio(*sum.value);
        return sum;
    });
}

Amount mean_of(const std::vector<Amount>& parts, MissingParts missing) {
    Amount whole = frame_of(parts);
    if (!is_whole(whole, parts, missing)) return whole;
    const std::vector<Amount> present = present_parts(parts);
    if (present.empty() && whole.present < whole.expected) return whole; // by what is missing
    whole.gap = GapReason::nothing_to_divide_by;                         // where no part has anything to divide by
    if (present.empty()) return whole;
    return added(whole, [&](Amount mean) {
        mean.number = Ratio(total_of(present)).scaled(1, static_cast<std::int64_t>(present.size()));
        mean.value = mean.number->rounded();
        return mean;
    });
}

} // namespace qd::inline engine
