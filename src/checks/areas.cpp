#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace qd::inline checks {
namespace {

// A whole that is on target over parts that are not.
void red_parts(const CheckInput& input, Findings& findings) {
    for (const Figure& figure : input.scorecard.figures) {
        const Measure* measure = find_row(input.content.measures, figure.measure);
        if (!measure || figure.red_parts.empty()) continue;
        std::vector<std::string> names;
        for (const AreaCode& area : figure.red_parts) names.push_back(area_name(input.content, area));
        findings.push_back({warning("part-red"),
                            {SubjectKind::measure, measure->code.text()},
                            short_name(*measure),
                            "Green as a whole, but red in " + in_words(names) + "."});
    }
}

bool is_outside(const Area& area, const Calendar& calendar, Period period) {
    return !was_there(area, calendar.first_day(period), calendar.last_day(period));
}

// Figures for an area on days when it did not exist. An import refuses them, so only older stores
// have any; withdrawn cells are ignored.
void outside_dates(const CheckInput& input, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    std::unordered_map<AreaCode, const Area*> dated;
    for (const Area& area : input.content.areas)
        if (area.valid_from || area.valid_to) dated.emplace(area.code, &area);
    if (dated.empty()) return;
    std::map<std::tuple<MeasureCode, AreaCode, Period>, bool> found; // the newest word: whether it says anything
    for (const Return& handed_in : input.content.returns) {
        if (handed_in.origin == Origin::computed || !counts(handed_in.state)) continue;
        const Observations& rows = handed_in.observations;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const auto area = dated.find(rows.area_codes()[rows.areas()[row]]);
            if (area == dated.end() || !is_outside(*area->second, calendar, rows.period(row))) continue;
            found[{handed_in.measure, area->first, rows.period(row)}] = rows.columns().gaps[row] == 0;
        }
    }
    for (const auto& [cell, says] : found) {
        const auto& [code, place, period] = cell;
        const Area& area = *dated.at(place);
        if (!says) continue;
        const bool is_before = area.valid_from && calendar.last_day(period) < *area.valid_from;
        findings.push_back(
            {warning("area-not-there"),
             {SubjectKind::measure, code.text()},
             area.name + ", " + calendar.label(period),
             "A figure was handed in for " + area.name + ", which " +
                 (is_before ? "begins on " + print_long(*area.valid_from) : "ended on " + print_long(*area.valid_to)) +
                 "."});
    }
}

} // namespace

Findings check_areas(const CheckInput& input) {
    Findings findings;
    red_parts(input, findings);
    outside_dates(input, findings);
    return findings;
}

} // namespace qd::inline checks
