#include "domain/recovery.hpp"

#include "domain/shortfall.hpp"

#include <algorithm>

namespace qd {

bool is_exception(const RecoveryRule& rule, const Figure& figure) {
    const bool to_miss = figure.outlook == Outlook::to_miss || figure.outlook == Outlook::missed;
    switch (rule.when) {
    case RaiseWhen::off_target: return figure.status.status == Status::red;
    case RaiseWhen::to_miss: return to_miss;
    case RaiseWhen::never: return false;
    case RaiseWhen::off_target_or_to_miss: break;
    }
    return is_off_target(figure);
}

const RecoveryPlan* open_plan(const Content& content, const MeasureCode& measure, Period period) {
    const Calendar& calendar = content.settings.calendar;
    const Date end = calendar.last_day(period);
    const auto found = std::ranges::find_if(content.recovery_plans, [&](const RecoveryPlan& plan) {
        const bool closed = plan.state == RecoveryPlanState::closed && (!plan.closed_on || *plan.closed_on <= end);
        return plan.measure == measure && calendar.last_day(plan.raised_in) <= end && !closed;
    });
    return found == content.recovery_plans.end() ? nullptr : &*found;
}

namespace {

// Whether the store has anything for a later period of a measure: a figure, an update or a forecast. A state without a day
// is the newest one, whenever it is looked at, and so refers to the last of these.
bool is_known_of_later(const Content& content, const MeasureCode& measure, Period period) {
    const Calendar& calendar = content.settings.calendar;
    const Date end = calendar.last_day(period);
    const auto is_later = [&](Period other) { return calendar.last_day(other) > end; };
    const Subject subject{SubjectKind::measure, measure.text()};
    for (const Update& update : content.updates)
        if (update.subject == subject && is_later(update.period)) return true;
    for (const OfficerForecast& forecast : content.forecasts)
        if (forecast.measure == measure && is_later(forecast.made_in)) return true;
    for (const Return& handed_in : content.returns) {
        if (handed_in.measure != measure) continue;
        for (std::size_t row = 0; row < handed_in.observations.size(); ++row)
            if (is_later(handed_in.observations.at(row).period)) return true;
    }
    return false;
}

} // namespace

bool is_called_back_on_track(const Content& content, const RecoveryPlan& plan, Period period, Date known_on) {
    const Calendar& calendar = content.settings.calendar;
    if (plan.state != RecoveryPlanState::back_on_track) return false;
    if (!plan.closed_on)
        return calendar.last_day(period) > calendar.last_day(plan.raised_in) &&
               !is_known_of_later(content, plan.measure, period);
    const auto next = calendar.next(period);
    return *plan.closed_on <= known_on && (!next || *plan.closed_on <= calendar.last_day(*next));
}

std::vector<WantedPlan> wanted_plans(const Content& content, const Scorecard& scorecard, const Scorecard* before) {
    const RecoveryRule& rule = content.settings.recovery;
    std::vector<WantedPlan> wanted;
    for (const Figure& figure : scorecard.figures) {
        if (!is_exception(rule, figure) || open_plan(content, figure.measure, scorecard.period)) continue;
        if (rule.after > 1) {
            if (!before) continue;
            const auto then = std::ranges::find(before->figures, figure.measure, &Figure::measure);
            if (then == before->figures.end() || !is_exception(rule, *then)) continue;
        }
        const bool forecast = figure.outlook == Outlook::to_miss || figure.outlook == Outlook::missed;
        wanted.push_back({figure.measure, forecast ? label(figure.outlook) : label(figure.status.status)});
    }
    return wanted;
}

namespace {

// Of all that was ever promised for that period, what was promised first; none = it is still that.
std::optional<Decimal> first_promise(const Content& content, const TrajectoryPoint& now) {
    const TrajectoryPoint* first = &now;
    for (const TrajectoryPoint& point : content.trajectories)
        if (key_of(point) == key_of(now) && point.known_at < first->known_at) first = &point;
    return first->value == now.value ? std::nullopt : std::optional(first->value);
}

// The figure of a period; else, of what is built up or the latest, that of the finer period which ends with it.
const Figure* figure_at(const Calendar& calendar, const Series& series, Period period) {
    const Figure* found = nullptr;
    for (const Figure& figure : series.points) {
        if (figure.period == period) return &figure;
        const bool ends_with_it = calendar.last_day(figure.period) == calendar.last_day(period) &&
                                  calendar.first_day(figure.period) >= calendar.first_day(period);
        if (ends_with_it && figure.stretch != StretchKind::own) found = &figure;
    }
    return found;
}

} // namespace

std::vector<TrajectoryLine> trajectory_lines(const Content& content, const RecoveryPlan& plan, const Series& series,
                                             Instant as_at) {
    const Measure* measure = find_row(content.measures, plan.measure);
    const bool lower = measure != nullptr && measure->polarity == Polarity::lower;
    std::vector<TrajectoryLine> lines;
    for (const TrajectoryPoint* point : in_force(content.trajectories, as_at)) {
        if (point->recovery_plan != plan.code) continue;
        TrajectoryLine line{*point, {}, {}, false, first_promise(content, *point)};
        const Figure* figure = figure_at(content.settings.calendar, series, point->period);
        if (figure && figure->actual.has_value() && !has(figure->flags, Flag::forecast)) {
            line.actual = figure->actual.value();
            line.difference = *line.actual - point->value;
            line.is_kept = lower ? *line.actual <= point->value : *line.actual >= point->value;
        }
        lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(
        lines, {}, [&](const TrajectoryLine& line) { return content.settings.calendar.last_day(line.point.period); });
    return lines;
}

} // namespace qd
