#include "engine/judging.hpp"

#include "base/error.hpp"
#include "engine/direction.hpp"
#include "engine/explained.hpp"
#include "engine/goal.hpp"
#include "engine/outlook.hpp"
#include "engine/status.hpp"

namespace qd::inline engine {
namespace {

std::optional<Lineage> lineage_of(const Known& known, const Amount& amount) {
    if (!amount.return_index) return {};
    const Return& source = known.content.returns[*amount.return_index];
    return Lineage{*amount.return_index, source.known_at.value_or(Instant{}),
                   source.source,        source.source_sha256,
                   source.handed_in_by,  source.signed_off_by};
}

void take_amount(Figure& figure, const Known& known, const Shown& shown) {
    const Amount& actual = shown.actual;
    figure.described = shown.described;
    figure.actual = actual.cell();
    if (actual.number) {
        figure.numerator = actual.numerator;
        figure.denominator = actual.denominator;
    }
    if (shown.in_period) figure.in_period = shown.in_period->cell();
    figure.parts_present = actual.present;
    figure.parts_expected = actual.expected;
    figure.flags = actual.flags;
    figure.note = actual.note;
    figure.published = actual.published;
    figure.lineage = lineage_of(known, actual);
    figure.due_on = actual.due_on;
}

// The first figure of another definition, which no link makes comparable: the series is broken, for the version's reason.
void mark_break(Figure& figure, const Sheet& sheet, const Shown& shown) {
    const Stretch stretch = sheet.stretch(shown.own.value_or(shown.described));
    const Definition* version = definition_beginning(sheet.measure(), stretch.first, stretch.last);
    if (!version || !figure.actual.has_value()) return;
    if (version->link && !version->overlap.empty()) { // how it was computed is shown where it is first used
        figure.note += (figure.note.empty() ? "Linked: " : " Linked: ") +
                       ("earlier figures times " + print(*version->link) + " stand beside these, as " +
                        version->overlap.text() + " tells of the same periods.");
    }
    if (version->link) return;
    figure.flags = figure.flags | Flag::break_in_series;
    if (version->reason.empty()) return;
    figure.note += (figure.note.empty() ? "Break in the series: " : " Break in the series: ") + version->reason;
}

void take_forecast(Figure& figure, const OfficerForecast* forecast) {
    if (!forecast) return;
    figure.forecast = forecast->value;
    figure.forecast_by = forecast->by;
    figure.forecast_reason = forecast->reason;
}

// What a break parts is not compared, by a rule no more than by a direction.
std::optional<Ratio> comparable(const Pair& pair) { return pair.is_broken ? std::nullopt : pair.then; }

std::optional<Goal> goal_of(const Yardstick& yardstick) {
    if (yardstick.goal == Goal{}) return {};
    return yardstick.goal;
}

} // namespace

Figure judge(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown) {
    const Known& known = sheet.known();
    const Measure& measure = sheet.measure();
    const Yardstick now = goal_now(sheet, area, reporting, shown), year_end = goal_at_year_end(sheet, area, reporting);
    const OfficerForecast* forecast = forecast_in_force(sheet, area, reporting);
    const Pair previous = pair_with_previous(sheet, area, reporting, shown),
               last_year = pair_with_last_year(sheet, area, shown);

    Figure figure;
    figure.measure = measure.code;
    figure.area = area;
    figure.period = reporting;
    take_amount(figure, known, shown);
    mark_break(figure, sheet, shown);
    figure.goal = goal_of(now);
    figure.year_end = goal_of(year_end);
    figure.computed =
        computed_status(sheet, reporting, shown.actual,
                        {measure, now, shown.actual.number, previous.now, comparable(previous), comparable(last_year),
                         forecast_meets(forecast, year_end), sheet.calendar().ends_year(reporting)});
    figure.status = judged_status(known, measure.code, area, reporting).value_or(figure.computed);
    take_forecast(figure, forecast);
    figure.outlook = outlook_of(sheet, reporting, shown, forecast, year_end);
    figure.previous = movement_of(measure, now, previous);
    figure.last_year = movement_of(measure, now, last_year);
    return explained(std::move(figure), sheet, shown);
}

Figure figure_or_why(const Measure& measure, const AreaCode& area, Period reporting,
                     const std::function<Figure()>& make) {
    try {
        return make();
    } catch (const Error& error) {
        if (error.fault() != Fault::request) throw;
        Figure figure;
        figure.measure = measure.code;
        figure.area = area;
        figure.period = figure.described = reporting;
        figure.actual = GapReason::not_available;
        figure.note = error.what();
        return figure;
    }
}

} // namespace qd::inline engine
