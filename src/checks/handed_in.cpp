#include "checks/handed_in.hpp"

#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace qd::inline checks {
namespace {

std::optional<Decimal> rate_of(const Measure& measure, const Observation& cell) {
    if (!cell.numerator || !cell.denominator || cell.denominator->is_zero()) return std::nullopt;
    return Decimal::ratio_if(*cell.numerator, *cell.denominator,
                             measure.quantity == Quantity::percent ? 100 : measure.per);
}

// Equal as they are printed, by the decimals of the measure or those that were written.
bool prints_alike(const Measure& measure, Decimal stated, Decimal computed) {
    return rounds_to(computed, stated) || show(measure, stated) == show(measure, computed);
}

void contradicts_parts(const Measure& measure, const Observation& cell, const std::string& when, Findings& findings) {
    const auto rate = rate_of(measure, cell);
    if (!rate || !cell.value || prints_alike(measure, *cell.value, *rate)) return;
    findings.push_back(about(measure, error("value-contradicts-parts"), when,
                             show(measure, *cell.value) + " was handed in with " + print_stated(*cell.numerator) +
                                 " of " + print_stated(*cell.denominator) + " = " + show(measure, *rate) + "."));
}

bool is_year(Grain grain) { return grain == Grain::year || grain == Grain::academic_year; }

void without_parts(const Measure& measure, const Observation& cell, const std::string& when, Findings& findings) {
    const bool of_parts = measure.roll_up == RollUp::ratio || measure.roll_up == RollUp::rolling;
    if (!of_parts || is_year(measure.grain) || cell.period.grain() != measure.grain) return;
    if (measure.quantity == Quantity::count || measure.quantity == Quantity::money) return;
    if (!cell.value || (cell.numerator && cell.denominator)) return;
    findings.push_back(about(measure, warning("value-without-parts"), when,
                             measure.code.text() + " is rolled up by numerator and denominator; " + when +
                                 " was handed in as " + show(measure, *cell.value) + " alone."));
}

constexpr std::size_t others_needed = 2;
constexpr std::int64_t hundred = 100;

// What a number would have to be multiplied by to be among the others; none = not certain.
enum class Scale { fraction, hundredfold };
std::optional<Scale> scale_of(Decimal number, const std::vector<Decimal>& others) {
    if (others.size() < others_needed || number.is_zero()) return std::nullopt;
    const auto [least, most] = std::ranges::minmax(others);
    // Among numbers this small a fraction is an ordinary figure.
    if (least < Decimal(5) || most > Decimal(hundred)) return std::nullopt;
    const auto lies_among = [&](Decimal scaled) {
        return scaled * Decimal(2) >= least && scaled <= std::min(most + most, Decimal(hundred));
    };
    if (number <= Decimal(1) && lies_among(number * Decimal(hundred))) return Scale::fraction;
    if (number >= least * Decimal(50) && lies_among(Decimal::ratio(number, Decimal(hundred))))
        return Scale::hundredfold;
    return std::nullopt;
}

} // namespace

std::optional<Decimal> number_of(const Measure& measure, const Observation& cell) {
    if (const auto rate = rate_of(measure, cell)) return rate;
    return cell.value;
}

Findings of_scale(const Measure& measure, const std::string& what, Decimal number, const std::vector<Decimal>& others,
                  const std::string& when) {
    if (measure.quantity != Quantity::percent) return {};
    const auto scale = scale_of(number, others);
    if (!scale) return {};
    const auto [least, most] = std::ranges::minmax(others);
    const std::string usual = least == most
                                  ? "The others are " + show(measure, least) + "."
                                  : "The others are " + show(measure, least) + " to " + show(measure, most) + ".";
    const std::string meant = *scale == Scale::fraction
                                  ? " may be the fraction of " + print_stated(number * Decimal(hundred)) + "%. "
                                  : " may be " + print_stated(Decimal::ratio(number, Decimal(hundred))) +
                                        "%, written a hundred times too large. ";
    return {about(measure, warning("value-scale"), when, what + show(measure, number) + meant + usual)};
}

Findings of_cell(const Measure& measure, const Observation& cell, const std::vector<Decimal>& others,
                 const std::string& when) {
    Findings findings;
    guarded({SubjectKind::measure, measure.code.text()}, short_name(measure), findings, [&] {
        contradicts_parts(measure, cell, when, findings);
        without_parts(measure, cell, when, findings);
        const auto add = [&](const std::string& what, const std::optional<Decimal>& number) {
            if (!number) return;
            Findings found = of_scale(measure, what, *number, others, when);
            std::ranges::move(found, std::back_inserter(findings));
        };
        if (!rate_of(measure, cell)) add("", cell.value); // parts make no fraction of a percentage
        add("The target ", cell.target);
        add("Published as ", cell.published);
    });
    return findings;
}

std::vector<Observation> newest_cells(const Content& content, const Measure& measure, const AreaCode& area,
                                      Instant as_at) {
    struct Newest {
        std::optional<Instant> known_at;
        Observation cell;
    };
    std::map<Period, Newest> newest;
    const auto is_own = [&](const AreaCode& code) { return (code.empty() ? content.settings.area : code) == area; };
    for (const Return& handed_in : content.returns) {
        if (handed_in.measure != measure.code || !counts(handed_in.state) || handed_in.origin == Origin::computed)
            continue;
        if (handed_in.known_at && *handed_in.known_at > as_at) continue;
        const Observations& rows = handed_in.observations;
        if (std::ranges::none_of(rows.area_codes(), is_own)) continue;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (!is_own(rows.area_codes()[rows.areas()[row]])) continue;
            const auto [word, fresh] = newest.try_emplace(rows.period(row));
            if (fresh || word->second.known_at <= handed_in.known_at) word->second = {handed_in.known_at, rows.at(row)};
        }
    }
    std::vector<Observation> cells;
    for (auto& [period, word] : newest) cells.push_back(std::move(word.cell));
    return cells;
}

std::vector<Decimal> numbers_but(const Measure& measure, const std::vector<Observation>& cells,
                                 std::optional<Period> period) {
    std::vector<Decimal> numbers;
    for (const Observation& cell : cells)
        if (cell.period != period && cell.period.grain() == (period ? period->grain() : measure.grain))
            if (const auto number = number_of(measure, cell)) numbers.push_back(*number);
    return numbers;
}

// Of the measures on the scorecard, in its area: the cells of the period, and the forecasts made in it.
Findings check_handed_in(const CheckInput& input) {
    Findings findings;
    const Calendar& calendar = input.content.settings.calendar;
    const auto belongs = [&](const Observation& cell) {
        return cell.reported_in == input.period ||
               (calendar.first_day(cell.period) >= calendar.first_day(input.period) &&
                calendar.last_day(cell.period) <= calendar.last_day(input.period));
    };
    for (const Figure& figure : input.scorecard.figures) {
        const Measure* measure = find_row(input.content.measures, figure.measure);
        if (measure == nullptr) continue;
        const auto cells = newest_cells(input.content, *measure, input.scorecard.area, input.as_at);
        const auto add = [&](Findings found) { std::ranges::move(found, std::back_inserter(findings)); };
        for (const Observation& cell : cells)
            if (belongs(cell))
                add(of_cell(*measure, cell, numbers_but(*measure, cells, cell.period), calendar.label(cell.period)));
        if (figure.forecast)
            add(of_scale(*measure, "The forecast ", *figure.forecast, numbers_but(*measure, cells, std::nullopt),
                         calendar.label(input.period)));
    }
    return findings;
}

} // namespace qd::inline checks
