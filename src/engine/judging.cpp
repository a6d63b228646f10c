#include "engine/judging.hpp"

#include "base/error.hpp"
#include "engine/coverage.hpp"
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
    Lineage lineage{source.known_at.value_or(Instant{}),
                    source.source,
                    source.source_sha256,
                    source.handed_in_by,
                    source.signed_off_by,
                    source.reason};
    if (amount.row) lineage.cell = source.observations.cell(*amount.row);
    return lineage;
}

void take_amount(Figure& figure, const Known& known, const Shown& shown, const StretchFigure& judged) {
    const Amount& actual = judged.amount;
    figure.described = judged.described;
    figure.stretch = judged.stretch;
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
                       ("earlier figures times " + print(*version->link) + " are shown with these, as " +
                        version->overlap.text() + " shows for the same periods.");
    }
    if (version->link) return;
    figure.flags = figure.flags | Flag::break_in_series;
    if (version->reason.empty()) return;
    figure.note += (figure.note.empty() ? "Break in the series: " : " Break in the series: ") + version->reason;
}

void take_forecast(Figure& figure, const OfficerForecast* forecast) {
    if (!forecast) return;
    figure.forecast = forecast->value;
    figure.forecast_outlook = forecast->outlook;
    figure.forecast_by = forecast->by;
    figure.forecast_reason = forecast->reason;
}

// What a paper said in words: it is shown with what is computed, and if nothing else is known its outlook counts.
void take_told(Figure& figure, const Known& known) {
    if (figure.area != known.content.settings.area) return; // updates speak of the council as a whole
    const Update* update = known.update_on({SubjectKind::measure, figure.measure.text()}, figure.period);
    if (!update) return;
    figure.told_outlook = update->outlook.value_or(Outlook::unknown);
    if (figure.outlook == Outlook::unknown) figure.outlook = figure.told_outlook;
    figure.previous.told = update->direction_previous;
    figure.previous.told_change = update->change_previous;
    figure.last_year.told = update->direction_last_year;
    figure.last_year.told_change = update->change_last_year;
}

// What a break parts is not compared, by a rule no more than by a direction.
std::optional<Ratio> comparable(const Pair& pair) { return pair.is_broken ? std::nullopt : pair.then; }

std::optional<Goal> goal_of(const Yardstick& yardstick) {
    if (yardstick.goal == Goal{}) return {};
    return yardstick.goal;
}

// Judged at the year's end, and not before.
bool waits(const Sheet& sheet, Period reporting, const Shown& shown, const StretchFigure& judged,
           const Yardstick& now) {
    return judged.amount.number && now.has_bound() && waits_for_year_end(sheet, reporting, shown);
}

// Why a number is not compared with an existing target: what has not happened is not an outcome, and a sum of some areas
// is not a known part of the target.
std::string why_unjudged(const Measure& measure, const Amount& amount) {
    if (!amount.number) return {};
    if (has(amount.flags, Flag::forecast)) return "a forecast, not an actual";
    if (!amount.lacks_areas || !is_partial_sum(measure, amount)) return {};
    return "covers " + words_of(*amount.coverage) + ", but the target is for all";
}

Verdict unjudged(std::string why) { return {Status::not_rated, {}, {}, {}, Verdict::Basis::none, std::move(why)}; }

// The other figure besides the judged one, compared with a target for its own stretch by the same rules.
SideFigure side_figure(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                       const StretchFigure& beside, const Evidence& of_judged) {
    const Measure& measure = sheet.measure();
    const Yardstick goal = goal_of(sheet, area, reporting, shown, beside);
    const Pair last_year = pair_with_last_year(sheet, area, shown, beside.stretch);
    SideFigure side;
    side.stretch = beside.stretch;
    side.described = beside.described;
    side.actual = beside.amount.cell();
    if (beside.amount.number) {
        side.numerator = beside.amount.numerator;
        side.denominator = beside.amount.denominator;
    }
    side.goal = goal_of(goal);
    const std::string why = why_unjudged(measure, beside.amount);
    side.status =
        !why.empty()
            ? unjudged(why)
            : computed_status(sheet, reporting, beside.amount,
                              {measure, goal, beside.amount.number, of_judged.now_of_previous, of_judged.previous,
                               comparable(last_year), of_judged.forecast_meets, of_judged.at_year_end});
    if (beside.amount.coverage && side.status.reason.empty()) side.status.reason = words_of(*beside.amount.coverage);
    side.last_year = movement_of(measure, goal, last_year, beside.stretch);
    return side;
}

} // namespace

Figure judge(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown) {
    const Known& known = sheet.known();
    const Measure& measure = sheet.measure();
    const auto [judged, beside] = period_figures(measure, sheet.calendar(), shown);
    const Yardstick now = goal_of(sheet, area, reporting, shown, judged);
    const YearEnd year_end = goal_at_year_end(sheet, area, reporting);
    const OfficerForecast* forecast = forecast_in_force(sheet, area, reporting);
    const Pair previous = pair_with_previous(sheet, area, reporting, shown),
               last_year = pair_with_last_year(sheet, area, shown, judged.stretch);

    Figure figure;
    figure.measure = measure.code;
    figure.area = area;
    figure.period = reporting;
    take_amount(figure, known, shown, judged);
    mark_break(figure, sheet, shown);
    figure.goal = goal_of(now);
    figure.year_end = goal_of(year_end.now);
    figure.year_end_was = year_end.was;
    const Evidence evidence{measure,
                            now,
                            judged.amount.number,
                            previous.now,
                            comparable(previous),
                            comparable(last_year),
                            forecast_meets(forecast, year_end.now),
                            sheet.calendar().ends_year(reporting)};
    std::string why = why_unjudged(measure, judged.amount);
    if (why.empty() && waits(sheet, reporting, shown, judged, now)) why = "judged at the year’s end";
    figure.computed =
        !why.empty() ? unjudged(std::move(why)) : computed_status(sheet, reporting, judged.amount, evidence);
    figure.status = judged_status(known, measure.code, area, reporting).value_or(figure.computed);
    take_forecast(figure, forecast);
    figure.outlook = outlook_of(sheet, reporting, shown, forecast, year_end.now);
    figure.previous = movement_of(measure, now, previous, stretch_with_previous(measure, judged, shown));
    figure.last_year = movement_of(measure, now, last_year, judged.stretch);
    if (beside) {
        figure.beside = side_figure(sheet, area, reporting, shown, *beside, evidence);
        if (beside->stretch == figure.previous.stretch) figure.beside->previous = figure.previous;
    }
    figure.other_goals = goals_beside(sheet, area, reporting, shown, judged);
    take_told(figure, known);
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
