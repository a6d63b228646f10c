#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {

const Measure* measure_of(const Content& content, const MeasureCode& code) {
    const auto found = std::ranges::find(content.measures, code, &Measure::code);
    return found == content.measures.end() ? nullptr : &*found;
}

const Figure* figure_of(const Scorecard& scorecard, const MeasureCode& code) {
    const auto found = std::ranges::find(scorecard.figures, code, &Figure::measure);
    return found == scorecard.figures.end() ? nullptr : &*found;
}

std::string name_of(const Measure& measure) { return measure.short_title.empty() ? measure.title : measure.short_title; }

std::string place_of(const Statement& statement) {
    return statement.place.empty() ? "Statement " + statement.code.text() : statement.place;
}

std::string list_of(const std::vector<std::string>& items) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) out += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
    return out;
}

int decimals_of(Decimal value) {
    int decimals = 0;
    while (decimals < 6 && value.rounded(decimals) != value) ++decimals;
    return decimals;
}

bool rounds_to(Decimal exact, Decimal stated) { return exact.rounded(decimals_of(stated)) == stated; }

} // namespace qd::inline checks
