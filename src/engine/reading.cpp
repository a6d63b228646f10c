#include "engine/reading.hpp"

#include "engine/chart.hpp"
#include "engine/find_measure.hpp"
#include "engine/formula_interval.hpp"
#include "engine/goal.hpp"
#include "engine/grid/grid.hpp"
#include "engine/neighbours.hpp"
#include "engine/outturn.hpp"
#include "engine/peers.hpp"
#include "engine/point_target.hpp"
#include "engine/share_out.hpp"
#include "engine/uncertainty.hpp"

namespace qd::inline engine {
namespace {

// What was found, or else the reason in words.
template <class Found> std::optional<Found> take(std::variant<Found, std::string> found, std::string& why_none) {
    if (auto* why = std::get_if<std::string>(&found)) {
        why_none = std::move(*why);
        return {};
    }
    return std::get<Found>(std::move(found));
}

} // namespace

Reading compute_reading(const MeasuredContent& content, const MeasureCode& code, const AreaCode& area, Period period,
                        Instant as_at, PeerChoice choice) {
    const Known known(content, as_at);
    known.refuse_unknown(area);
    Reading reading;
    reading.measure = code;
    reading.area = area;
    reading.period = period;
    reading.peers = peers_of(known, area, period, choice);
    Sheet sheet(known, find_measure(content, code), area, Reach::around);
    std::vector<AreaCode> neighbours;
    if (reading.peers.kind != PeerKind::siblings)
        for (const Peers::Peer& peer : reading.peers.areas) neighbours.push_back(peer.area);
    sheet.read_also(neighbours);
    const FormulaIntervals intervals(known, sheet.measure(), {area});
    const Shown shown = sheet.shown(area, period);
    const Yardstick yardstick = goal_now(sheet, area, period, shown);
    const OwnFigures own = own_figures(sheet, area, sheet.calendar().last_day(period));
    reading.chart = take(chart_of(sheet, area, own, point_target(sheet, area, period, shown, yardstick, own)),
                         reading.why_no_chart);
    reading.between = between_of(sheet, area, own);
    reading.interval = take(interval_of(sheet.measure(), intervals, area, shown), reading.why_no_interval);
    reading.benchmark = take(benchmark_of(sheet, area, period, shown, reading.interval), reading.why_no_benchmark);
    reading.around = differences_around(sheet, area, period, shown);
    reading.beside_neighbours = take(beside_neighbours(sheet, reading.peers, period, shown, reading.interval),
                                     reading.why_not_beside_neighbours);
    reading.rank = take(rank_of(sheet, reading.peers, period, shown, yardstick), reading.why_no_rank);
    reading.forecast = take(outturn_of(sheet, own, area, period), reading.why_no_forecast);
    reading.trend = take(trend_of(sheet, intervals, area, own), reading.why_no_trend).value_or(Trend::not_tested);
    reading.bearing = bearing_of(reading.chart, reading.trend);
    if (reading.chart && reading.chart->charted == Charted::figures && repeats_by_the_year(sheet, own)) {
        reading.bearing = Bearing::unknown;
        reading.chart->caution = "Its figures follow the time of year: mark it as seasonal in measures.csv to chart "
                                 "them against those of a year before.";
    }
    return reading;
}

std::vector<Signal> compute_signals(const MeasuredContent& content, const Scorecard& scorecard, const Grid& grid) {
    const Known known(content, scorecard.as_at);
    std::vector<Signal> signals(scorecard.figures.size());
    share_out(content, signals.size(), [&](std::size_t i) {
        const Figure& figure = scorecard.figures[i];
        const Sheet sheet(known, find_measure(content, figure.measure), figure.area);
        const Date until = sheet.calendar().last_day(figure.period);
        const auto [block, area] = grid.find(figure.measure, figure.area);
        const OwnFigures own = block ? own_figures(*block, area, until) : own_figures(sheet, figure.area, until);
        const auto chart = chart_of(sheet, figure.area, own, {});
        const auto* drawn = std::get_if<ChartReading>(&chart);
        if (drawn) signals[i] = drawn->signal;
    });
    return signals;
}

Outturns compute_outturns(const MeasuredContent& content, const Scorecard& scorecard) {
    const Known known(content, scorecard.as_at);
    Outturns outturns(scorecard.figures.size());
    share_out(content, outturns.size(), [&](std::size_t i) {
        const Figure& figure = scorecard.figures[i];
        const Sheet sheet(known, find_measure(content, figure.measure), figure.area);
        const OwnFigures own = own_figures(sheet, figure.area, sheet.calendar().last_day(scorecard.period));
        const auto found = outturn_of(sheet, own, figure.area, scorecard.period);
        if (const auto* outturn = std::get_if<OutturnReading>(&found)) outturns[i] = *outturn;
    });
    return outturns;
}

} // namespace qd::inline engine
