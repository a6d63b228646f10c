#include "domain/coverage.hpp"

namespace qd {

std::string words_of(const Coverage& coverage) {
    return std::to_string(coverage.present) + " of " + std::to_string(coverage.expected) + " " + coverage.of;
}

std::string plural_of(Grain grain) {
    switch (grain) {
    case Grain::month: return "months";
    case Grain::quarter: return "quarters";
    case Grain::half: return "half years";
    case Grain::year:
    case Grain::academic_year: return "years";
    case Grain::span: break;
    }
    return "periods";
}

std::optional<Coverage> coverage_of(const Calendar& calendar, const Measure& measure, const Figure& figure) {
    if (!figure.actual.has_value() || figure.parts_present >= figure.parts_expected) return std::nullopt;
    const Period whole = Period::span(calendar.first_day(figure.described), calendar.last_day(figure.described));
    const std::size_t periods = calendar.parts(whole, measure.grain).size();
    const std::string of = periods <= 1                      ? "areas"
                           : figure.parts_expected > periods ? "parts"
                                                             : plural_of(measure.grain);
    return Coverage{figure.parts_present, figure.parts_expected, of};
}

const Definition* definition_at(const Measure& measure, Date day) {
    const Definition* in_force = measure.definitions.empty() ? nullptr : &measure.definitions.front();
    for (const Definition& version : measure.definitions)
        if (!version.from || *version.from <= day) in_force = &version;
    return in_force;
}

} // namespace qd
