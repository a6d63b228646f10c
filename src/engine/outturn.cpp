#include "engine/outturn.hpp"

#include "base/text.hpp"
#include "domain/words.hpp"
#include "engine/goal.hpp"
#include "forecasting/outturn.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace qd::inline engine {
namespace {

constexpr std::size_t fewest_to_carry_on = 3;

// Figures of consecutive periods, oldest first, and why it does not begin earlier.
struct Run {
    std::vector<Period> periods;
    std::vector<double> values;
    std::string begins; // "the last gap", "the break in the series", or empty

    void put_in_front(Period period, double value) {
        periods.insert(periods.begin(), period);
        values.insert(values.begin(), value);
    }
};

// What is expected of each period ahead, as a scorecard will show it.
struct Draft {
    std::string_view method, label;
    std::vector<double> expected;
    std::vector<double> deviations; // empty if there is no interval
    std::size_t trials = 0;
    double so_far = 0, weight_so_far = 0; // what a required rate starts from; weight in periods
    Spread spread = Spread::known;        // why there is no interval
    bool is_built_up = false;             // each step includes the year so far
};

double number_of(const Amount& amount) { return amount.number->rounded().to_double(); }

// Years to date by hand are forecast by what each period adds to them.
RollUp roll_up_of(const Measure& measure) { return measure.roll_up == RollUp::by_hand ? RollUp::sum : measure.roll_up; }

Run run_of(const Calendar& calendar, const std::vector<OwnFigure>& figures) {
    Run run;
    for (auto figure = figures.rbegin(); figure != figures.rend(); ++figure) {
        if (run.periods.empty() && !figure->amount.number) continue; // not in yet
        if (!run.periods.empty() && (!figure->amount.number || calendar.next(figure->period) != run.periods.front())) {
            run.begins = "the last gap";
            return run;
        }
        run.put_in_front(figure->period, number_of(figure->amount));
        if (has(figure->amount.flags, Flag::break_in_series)) {
            run.begins = "the break in the series";
            return run;
        }
    }
    return run;
}

// The rolling years that end with each period, up to the last one known.
Run rolling_run(const Sheet& sheet, const AreaCode& area, Period until) {
    const Calendar& calendar = sheet.calendar();
    std::vector<OwnFigure> figures;
    constexpr std::size_t most = 120; // ten years of months
    std::size_t missing = 0;
    Period period = calendar.containing(sheet.measure().grain, calendar.last_day(until));
    for (; figures.size() < most && missing < 2; period = *calendar.previous(period)) {
        Shown shown = sheet.shown(area, period);
        const Stretch stretch = sheet.stretch(shown.described);
        const bool is_its_year = stretch.last == calendar.last_day(period) && stretch.days() >= 364;
        if (is_its_year && shown.actual.number && !has(shown.actual.flags, Flag::forecast))
            figures.insert(figures.begin(), {period, std::move(shown.actual)});
        else if (!figures.empty() || sheet.stretch(period).last < sheet.stretch(until).last.plus_months(-24))
            ++missing;
    }
    return run_of(calendar, figures);
}

// The periods after `last` up to the end of the year; none where it ends with `last` or before.
std::vector<Period> periods_ahead(const Calendar& calendar, Period last, Period year) {
    std::vector<Period> ahead;
    for (Period period = *calendar.next(last); calendar.last_day(period) <= calendar.last_day(year);
         period = *calendar.next(period))
        ahead.push_back(period);
    return ahead;
}

Draft draft_of(const Forecast& forecast) {
    Draft draft{print(forecast.method), label(forecast.method), {}, {}, forecast.trials};
    draft.spread = forecast.spread;
    for (const Prediction& step : forecast.path) {
        draft.expected.push_back(step.value);
        if (step.interval) draft.deviations.push_back(step.deviation);
    }
    return draft;
}

// A year that adds up, so far known for at least one period.
Draft draft_of_sum(const Run& run, std::size_t so_far, std::size_t a_year) {
    const Numbers all(run.values);
    const std::size_t whole = (all.size() - so_far) / a_year * a_year;
    const Outturn made = make_outturn({all.subspan(all.size() - so_far - whole, whole), all.last(so_far), a_year});
    Draft draft{print(made.method), label(made.method), {}, {}, made.years_tried};
    draft.is_built_up = true;
    draft.spread = made.interval ? Spread::known : made.spread;
    for (const double value : all.last(so_far)) draft.so_far += value;
    double total = draft.so_far;
    for (std::size_t i = 0; i < made.ahead.size(); ++i) {
        draft.expected.push_back(total += made.ahead[i]);
        // what is still open grows evenly over the periods ahead
        const double share = static_cast<double>(i + 1) / static_cast<double>(made.ahead.size());
        if (made.interval) draft.deviations.push_back(made.deviation * share);
    }
    return draft;
}

// Built up from carried-on figures: a sum (weight 1 in all), or a mean in which each period weighs the same. Errors of a year mostly go one
// way, so their deviations are added, which is the widest they can be.
Draft built_up(Draft draft, double so_far, std::size_t known, RollUp roll_up) {
    const bool is_sum = roll_up == RollUp::sum;
    draft.is_built_up = true;
    draft.so_far = so_far;
    draft.weight_so_far = static_cast<double>(known);
    double total = is_sum ? so_far : so_far * draft.weight_so_far, deviation = 0;
    for (std::size_t i = 0; i < draft.expected.size(); ++i) {
        const double parts = is_sum ? 1 : draft.weight_so_far + static_cast<double>(i + 1);
        draft.expected[i] = (total += draft.expected[i]) / parts;
        if (draft.deviations.empty()) continue;
        draft.deviations[i] = (deviation += draft.deviations[i]) / parts;
    }
    return draft;
}

struct Bounds {
    double least = -INFINITY, most = INFINITY;
};

// Where a figure of one period cannot go: what the measure's definition calls implausible, and what it never was by its nature.
Bounds bounds_of(const Measure& measure, const Run& run) {
    Bounds bounds;
    const auto [low, high] = std::ranges::minmax(run.values);
    if (low >= 0) bounds.least = 0;
    if (measure.quantity == Quantity::percent && high <= 100) bounds.most = 100;
    if (measure.roll_up == RollUp::by_hand) return bounds; // least and most are of years to date, see below
    if (measure.least && measure.least->to_double() <= low) bounds.least = measure.least->to_double();
    if (measure.most && measure.most->to_double() >= high) bounds.most = measure.most->to_double();
    return bounds;
}

// Where the year so far cannot go once `ahead` periods have come on top of it, each within its own bounds: a sum of what
// cannot be negative never falls, and a mean keeps what it has.
Bounds bounds_ahead(const Measure& measure, const Run& run, const Draft& draft, std::size_t ahead) {
    Bounds bounds = bounds_of(measure, run);
    const double periods = static_cast<double>(ahead);
    const auto built = [&](double each) {
        if (!draft.is_built_up) return each;
        switch (roll_up_of(measure)) {
        case RollUp::sum: return draft.so_far + periods * each;
        case RollUp::mean:
        case RollUp::ratio:
            return (draft.so_far * draft.weight_so_far + periods * each) / (draft.weight_so_far + periods);
        default: return each;
        }
    };
    bounds = {built(bounds.least), built(bounds.most)};
    if (measure.roll_up != RollUp::by_hand) return bounds;
    if (measure.least) bounds.least = std::max(bounds.least, std::min(draft.so_far, measure.least->to_double()));
    if (measure.most) bounds.most = std::min(bounds.most, std::max(draft.so_far, measure.most->to_double()));
    return bounds;
}

// Whether the forecast counts things, so it is a whole number: a mean of counts is not.
bool counts_things(const Measure& measure, const Run& run) {
    const auto is_whole = [](double value) { return value == std::floor(value); };
    return measure.quantity == Quantity::count && measure.decimals == 0 && measure.roll_up != RollUp::mean &&
           measure.roll_up != RollUp::ratio && std::ranges::all_of(run.values, is_whole);
}

std::optional<double> probability(const Goal& goal, double expected, double deviation) {
    if (!goal.lower && !goal.upper) return {};
    const double at_least =
        goal.lower ? probability_of_meeting(expected, deviation, goal.lower->to_double(), TargetSide::at_least) : 1;
    const double at_most =
        goal.upper ? probability_of_meeting(expected, deviation, goal.upper->to_double(), TargetSide::at_most) : 1;
    return std::max(0.0, at_least + at_most - 1);
}

std::optional<double> required(RollUp roll_up, const Draft& draft, double latest, double aim) {
    const double ahead = static_cast<double>(draft.expected.size());
    if (roll_up == RollUp::sum) return required_rate(draft.so_far, aim, draft.expected.size());
    if (roll_up == RollUp::mean || roll_up == RollUp::ratio)
        return (aim * (draft.weight_so_far + ahead) - draft.so_far * draft.weight_so_far) / ahead;
    return (aim - latest) / ahead;
}

std::string note_of(const Measure& measure, const Run& run, const Draft& draft) {
    std::vector<std::string> notes;
    const std::size_t count = run.values.size();
    if (draft.deviations.empty())
        notes.push_back(why_no_interval(draft.spread, count, plural(count, "figure", "figures")));
    if (!run.begins.empty()) notes.push_back("Only figures since " + run.begins + " are used.");
    if (measure.roll_up == RollUp::by_hand)
        notes.push_back("It is forecast from what each period added to the year so far.");
    if (measure.roll_up == RollUp::rolling)
        notes.push_back("Rolling years overlap, so they show less than the same number of separate figures would.");
    return join(notes, " ");
}

class Finish {
public:
    Finish(const Sheet& sheet, const Run& run, const Draft& draft)
        : measure_(sheet.measure()), run_(run), draft_(draft), is_whole_(counts_things(measure_, run)) {}

    // None where a number leaves the range of figures.
    std::optional<OutturnReading> reading(Period year, const std::vector<Period>& ahead,
                                          const std::optional<Goal>& goal) const {
        OutturnReading reading;
        reading.method = draft_.method;
        reading.method_label = draft_.label;
        reading.year = year;
        for (std::size_t i = 0; i < ahead.size(); ++i) {
            const auto step = this->step(ahead[i], i);
            if (!step) return {};
            reading.path.push_back(*step);
        }
        reading.outturn = reading.path.back().expected;
        reading.lower = reading.path.back().lower;
        reading.upper = reading.path.back().upper;
        reading.points = run_.values.size();
        reading.trials = draft_.trials;
        reading.note = note_of(measure_, run_, draft_);
        if (!draft_.deviations.empty() && !reading.lower)
            reading.note =
                join({"There is no interval: all of it would be outside the range of this measure.", reading.note},
                     reading.note.empty() ? "" : " ");
        if (!goal) return reading;
        if (!draft_.deviations.empty())
            reading.probability = probability(*goal, draft_.expected.back(), draft_.deviations.back());
        if (goal->aim)
            if (const auto needed = required(roll_up_of(measure_), draft_, run_.values.back(), goal->aim->to_double()))
                reading.required = measure_.polarity == Polarity::lower
                                       ? rounded(is_whole_ ? std::floor(*needed) : *needed)
                                       : upper(*needed); // so that it is enough
        return reading;
    }

private:
    std::optional<Decimal> rounded(double value) const {
        const auto decimal = Decimal::nearest(value);
        if (!decimal) return {};
        return decimal->rounded(
            is_whole_ ? 0
                      : std::min(6, measure_.decimals + 2)); // two more digits than are shown, not the noise after them
    }

    // Whole numbers include what is between them and the next ones.
    std::optional<Decimal> lower(double value) const { return rounded(is_whole_ ? std::floor(value) : value); }
    std::optional<Decimal> upper(double value) const { return rounded(is_whole_ ? std::ceil(value) : value); }

    std::optional<OutturnStep> step(Period period, std::size_t i) const {
        const Bounds bounds = bounds_ahead(measure_, run_, draft_, i + 1);
        const auto within = [&](double value) { return std::clamp(value, bounds.least, bounds.most); };
        const auto expected = rounded(within(draft_.expected[i]));
        if (!expected) return {};
        OutturnStep step{period, *expected, {}, {}};
        if (draft_.deviations.empty()) return step;
        const double half = normal_deviations_for_95 * draft_.deviations[i];
        step.lower = lower(within(draft_.expected[i] - half));
        step.upper = upper(within(draft_.expected[i] + half));
        if (step.lower == step.upper) step.lower = step.upper = std::nullopt; // a single number is not an interval
        return step;
    }

    const Measure& measure_;
    const Run& run_;
    const Draft& draft_;
    bool is_whole_;
};

// How many of the last figures are of the year; `ahead` are the periods that are missing in it.
std::size_t so_far_in_year(const Run& run, std::size_t a_year, std::size_t ahead) {
    return ahead >= a_year ? 0 : std::min(run.values.size(), a_year - ahead);
}

OrWhy<Draft> draft_for(const Sheet& sheet, const AreaCode& area, const Run& run, std::size_t a_year,
                       std::size_t ahead) {
    const RollUp roll_up = roll_up_of(sheet.measure());
    const std::size_t so_far = so_far_in_year(run, a_year, ahead);
    const bool builds_up =
        a_year > 1 && (roll_up == RollUp::sum || roll_up == RollUp::mean || roll_up == RollUp::ratio);
    if (builds_up && ahead < a_year && so_far < a_year - ahead)
        return "A figure for this year is missing, so the year so far is not known.";
    if (builds_up && ahead > a_year) return "The previous year is not complete yet.";
    if (roll_up == RollUp::sum && so_far > 0) return draft_of_sum(run, so_far, a_year);
    if (run.values.size() < fewest_to_carry_on)
        return fmt::format("{} so far: a forecast needs {}.", plural(run.values.size(), "figure", "figures"),
                           fewest_to_carry_on);
    const std::size_t season = roll_up == RollUp::rolling ? 1 : a_year;
    Draft draft = draft_of(make_forecast(run.values, season, ahead));
    if (!builds_up) return draft;
    if (so_far == 0) return built_up(std::move(draft), 0, 0, roll_up);
    const Amount year_to_date = sheet.rolled(area, run.periods.back()).actual;
    if (!year_to_date.number) return "The figure for the year so far is not known.";
    return built_up(std::move(draft), number_of(year_to_date), so_far, roll_up);
}

} // namespace

OrWhy<OutturnReading> outturn_of(const Sheet& sheet, const OwnFigures& own, const AreaCode& area, Period period) {
    const Measure& measure = sheet.measure();
    const Calendar& calendar = sheet.calendar();
    if (measure.grain == Grain::span) return "It is measured at irregular times, so its year end cannot be forecast.";
    const Period year = year_at_issue(sheet, period);
    const std::size_t a_year =
        measure.grain == Grain::academic_year ? 1 : static_cast<std::size_t>(calendar.periods_a_year(measure.grain));
    const bool by_hand = measure.roll_up == RollUp::by_hand && a_year > 1;
    const OwnFigures parts = by_hand ? parts_of_years_to_date(sheet, area, calendar.last_day(period)) : OwnFigures();
    if (by_hand && parts.figures.empty())
        return "The year's figure is made by hand, and does not follow from those before it: only counts and money "
               "that are "
               "handed in as years to date have differences that add up.";
    const Run run = by_hand                              ? run_of(calendar, parts.figures)
                    : measure.roll_up == RollUp::rolling ? rolling_run(sheet, area, period)
                                                         : run_of(calendar, own.figures);
    if (run.values.empty()) return own.why_none.empty() ? "No figure was known by then." : own.why_none;
    const std::vector<Period> ahead = periods_ahead(calendar, run.periods.back(), year);
    if (ahead.empty()) return "The year-end figure is known.";
    if (ahead.size() > 2 * a_year)
        return fmt::format("The last figure is for {}, too long ago to forecast the end of {}.",
                           calendar.label(run.periods.back()), calendar.label(year));
    const auto draft = draft_for(sheet, area, run, a_year, ahead.size());
    if (!draft) return draft.why();
    const Yardstick target = goal_at_year_end(sheet, area, period).now;
    const auto goal = target.goal == Goal{} ? std::nullopt : std::optional(target.goal);
    auto reading = Finish(sheet, run, *draft).reading(year, ahead, goal);
    if (!reading) return "The result is too large a number.";
    return *std::move(reading);
}

} // namespace qd::inline engine
