#include "engine/reading.hpp"

#include "base/error.hpp"
#include "engine/chart.hpp"
#include "engine/goal.hpp"
#include "engine/share_out.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qd::inline engine {
namespace {

const Measure& find_measure(const Content& content, const MeasureCode& code) {
    const auto found = std::ranges::find(content.measures, code, &Measure::code);
    if (found == content.measures.end())
        throw Error(Fault::absent,
                    fmt::format("There is no measure {}. “quarterday scorecard --all” lists them.", code.text()));
    return *found;
}

std::optional<Goal> goal_at(const Sheet& sheet, const AreaCode& area, Period period) {
    const Yardstick yardstick = goal_now(sheet, area, period, sheet.shown(area, period));
    if (yardstick.goal == Goal{}) return {};
    return yardstick.goal;
}

} // namespace

Reading compute_reading(const Content& content, const MeasureCode& code, const AreaCode& area, Period period,
                        Instant as_at) {
    const Known known(content, as_at);
    known.refuse_unknown(area);
    const Sheet sheet(known, find_measure(content, code), area);
    Reading reading{code, area, period, {}, {}};
    const OwnFigures own = own_figures(sheet, area, sheet.calendar().last_day(period));
    auto chart = chart_of(sheet, own, goal_at(sheet, area, period));
    if (std::holds_alternative<std::string>(chart))
        reading.why_no_chart = std::get<std::string>(std::move(chart));
    else
        reading.chart = std::get<ChartReading>(std::move(chart));
    return reading;
}

std::vector<Signal> compute_signals(const Content& content, const Scorecard& scorecard) {
    const Known known(content, scorecard.as_at);
    std::vector<Signal> signals(scorecard.figures.size());
    share_out(content, signals.size(), [&](std::size_t i) {
        const Figure& figure = scorecard.figures[i];
        const Sheet sheet(known, find_measure(content, figure.measure), figure.area);
        const OwnFigures own = own_figures(sheet, figure.area, sheet.calendar().last_day(figure.period));
        const auto chart = chart_of(sheet, own, {});
        const auto* drawn = std::get_if<ChartReading>(&chart);
        if (drawn) signals[i] = drawn->signal;
    });
    return signals;
}

} // namespace qd::inline engine
