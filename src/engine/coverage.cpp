#include "engine/coverage.hpp"

#include "domain/grain_months.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace qd::inline engine {

bool is_no_part(const Amount& part) { return !part.number && part.gap == GapReason::not_applicable; }

namespace {

bool is_there(const Amount& part) { return part.number || part.gap == GapReason::nothing_to_divide_by; }

} // namespace

void take_coverage(Amount& whole, const Calendar& calendar, const std::vector<Period>& periods,
                   const std::vector<Amount>& amounts) {
    if (!whole.number) return;
    whole.lacks_areas =
        std::ranges::any_of(amounts, [](const Amount& part) { return is_there(part) && part.lacks_areas; });
    const bool is_whole = std::ranges::all_of(
        amounts, [](const Amount& part) { return is_no_part(part) || (is_there(part) && part.covered.empty()); });
    Grain finest = periods.front().grain(); // a quarter may be there by two of its months
    for (const Amount& part : amounts)
        if (!part.covered.empty() && months_in(part.covered.front().grain()) < months_in(finest))
            finest = part.covered.front().grain();
    std::size_t expected = 0;
    for (std::size_t i = 0; i < periods.size() && !is_whole; ++i) {
        if (is_no_part(amounts[i])) continue;
        const std::vector<Period> all =
            periods[i].grain() == finest ? std::vector{periods[i]} : calendar.parts(periods[i], finest);
        expected += all.size();
        if (is_there(amounts[i]))
            std::ranges::copy(amounts[i].covered.empty() ? all : amounts[i].covered, std::back_inserter(whole.covered));
    }
    if (whole.lacks_areas)
        whole.coverage = Coverage{whole.present, whole.expected, "parts"};
    else if (!is_whole)
        whole.coverage = Coverage{whole.covered.size(), expected, plural_of(finest)};
}

void take_coverage(Amount& whole) {
    if (!whole.number || whole.present == whole.expected) return;
    whole.lacks_areas = true;
    whole.coverage = Coverage{whole.present, whole.expected, "areas"};
}

bool is_partial_sum(const Measure& measure, const Amount& amount) {
    const bool counts = measure.quantity == Quantity::count || measure.quantity == Quantity::money;
    if (amount.denominator || !amount.coverage) return false;
    return (amount.lacks_areas && counts) || (!amount.covered.empty() && adds_up(measure));
}

bool covers_the_same(const Calendar& calendar, const Measure& measure, const Amount& a, const Amount& b) {
    if (!is_partial_sum(measure, a) && !is_partial_sum(measure, b)) return true;
    if (a.lacks_areas || b.lacks_areas) return false;
    return std::ranges::equal(a.covered, b.covered, [&](Period one, Period other) {
        return one.grain() == other.grain() && calendar.position_in_year(one) == calendar.position_in_year(other);
    });
}

} // namespace qd::inline engine
