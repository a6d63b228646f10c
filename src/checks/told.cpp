#include "domain/told.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "domain/shortfall.hpp"

namespace qd::inline checks {
namespace {

// What an officer says of the year's end, against his own figure and against what has come already.
void word_at_odds(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    const bool over = input.content.settings.calendar.ends_year(figure.period);
    const auto odds = outlook_at_odds(measure, figure, over ? YearsEnd::reached : YearsEnd::ahead);
    if (!odds) return;
    const std::string who = figure.forecast_by.empty() ? "the officer" : figure.forecast_by;
    findings.push_back(
        about(measure, error("outlook-contradicts"), "",
              capitalised(who) + " says “" + label(figure.forecast_outlook) + "”, but " + odds->words + "."));
}

void told_otherwise(const CheckInput& input, const Measure& measure, const Movement& movement, const std::string& than,
                    Findings& findings) {
    if (!is_told_otherwise(movement) || !movement.period || !movement.value) return;
    findings.push_back(about(measure, error("told-differs"), "",
                             "Reported as “" + label(*movement.told) + "” on " + than + ", but its figures say “" +
                                 label(movement.direction) + "”, " + show_difference(measure, *movement.difference) +
                                 " on " + show(measure, *movement.value) + " (" +
                                 input.content.settings.calendar.label(*movement.period) + ")."));
}

void outlook_told_otherwise(const Measure& measure, const Figure& figure, Findings& findings) {
    if (!is_outlook_told_otherwise(figure)) return;
    findings.push_back(about(measure, error("told-differs"), "",
                             "Reported as “" + label(figure.told_outlook) + "”, but by forecasts and figures it is “" +
                                 label(figure.outlook) + "”."));
}

} // namespace

Findings check_told(const CheckInput& input) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    for (const Figure& figure : input.scorecard.figures) {
        const Measure* measure = find_row(input.content.measures, figure.measure);
        if (!measure) continue;
        guarded({SubjectKind::measure, figure.measure.text()}, short_name(*measure), findings, [&] {
            word_at_odds(input, *measure, figure, findings);
            told_otherwise(input, *measure, figure.previous, "the period before", findings);
            told_otherwise(input, *measure, figure.last_year, "a year before", findings);
            outlook_told_otherwise(*measure, figure, findings);
        });
    }
    return findings;
}

} // namespace qd::inline checks
