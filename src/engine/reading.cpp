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
    reading.chart = chart_of(sheet, area, own, point_target(sheet, area, period, shown, yardstick, own));
    reading.between = between_of(sheet, area, own);
    reading.interval = interval_of(sheet.measure(), intervals, area, shown);
    reading.benchmark = benchmark_of(sheet, area, period, shown, reading.interval);
    reading.around = differences_around(sheet, area, period, shown);
    reading.beside_neighbours = beside_neighbours(sheet, reading.peers, period, shown, reading.interval);
    reading.rank = rank_of(sheet, reading.peers, period, shown, yardstick);
    reading.forecast = outturn_of(sheet, own, area, period);
    const auto trend = trend_of(sheet, intervals, area, own);
    reading.trend = trend ? *trend : Trend::not_tested;
    reading.why_no_trend = trend.why();
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
        if (const auto chart = chart_of(sheet, figure.area, own, {})) signals[i] = chart->signal;
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
        if (auto outturn = outturn_of(sheet, own, figure.area, scorecard.period)) outturns[i] = *outturn;
    });
    return outturns;
}

} // namespace qd::inline engine
