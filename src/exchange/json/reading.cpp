#include "exchange/json/reading.hpp"

#include "exchange/json/forecast.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

std::string_view word_of(Charted charted) { return charted == Charted::figures ? "figures" : "year_on_year"; }

void write_lines(JsonWriter& json, const ChartSegment& segment) {
    const auto line = [&](Decimal ChartLines::*member) {
        return segment.lines ? std::optional((*segment.lines).*member) : std::nullopt;
    };
    json.text("standing", print(segment.standing))
        .number("mean", line(&ChartLines::mean))
        .number("lower", line(&ChartLines::lower))
        .number("upper", line(&ChartLines::upper));
    json.number("near_lower", line(&ChartLines::near_lower)).number("near_upper", line(&ChartLines::near_upper));
}

void write_chart(JsonWriter& json, const Calendar& calendar, const ChartReading& chart) {
    json.open_object("chart").text("charted", word_of(chart.charted));
    write_lines(json, chart.segments.back());
    json.text("variation", print(chart.signal.variation))
        .text("side", print(chart.signal.side))
        .text("assurance", print(chart.assurance))
        .number("target", chart.target)
        .text_or_null("caution", chart.caution);
    json.open_array("points");
    for (const ChartPoint& point : chart.points)
        json.open_object()
            .text("period", calendar.text(point.period))
            .number("value", point.value)
            .text("rule", print(point.rule))
            .close_object();
    json.close_array().open_array("segments");
    for (const ChartSegment& segment : chart.segments) {
        json.open_object().text("first", calendar.text(segment.first)).text_or_null("reason", segment.reason);
        json.text_or_null("why_no_limits", segment.why_no_lines);
        write_lines(json, segment);
        json.close_object();
    }
    json.close_array().close_object();
}

void write_between(JsonWriter& json, const BetweenReading& between) {
    const bool in_days = between.step == BetweenReading::Step::days;
    json.open_object("between")
        .text("step", in_days ? "day" : print(between.grain))
        .count("events", between.events)
        .count("periods", between.periods)
        .number("since", between.since)
        .text("chart", in_days ? "t" : "g")
        .text("standing", print(between.standing))
        .number("mean", between.mean)
        .number("lower", between.lower)
        .number("upper", between.upper)
        .open_array("steps");
    for (const Decimal step : between.steps) json.number("", step);
    json.close_array().close_object();
}

void write_interval(JsonWriter& json, const IntervalReading& interval) {
    json.open_object("interval").text("method", print(interval.method));
    json.number("lower", interval.lower).number("upper", interval.upper);
    json.number("lower_99_8", interval.far_lower).number("upper_99_8", interval.far_upper).close_object();
}

void write_benchmark(JsonWriter& json, std::string_view key, const BenchmarkReading& benchmark) {
    json.open_object(key);
    if (!benchmark.area.empty()) json.text("area", benchmark.area.text());
    json.number("value", benchmark.value);
    json.text("comparison", print(benchmark.comparison)).close_object();
}

void write_rank(JsonWriter& json, const RankReading& rank) {
    json.open_object("rank").count("position", rank.position).count("shared_by", rank.shared_by).count("of", rank.of);
    json.count("areas", rank.areas);
    if (rank.quartile)
        json.count("quartile", *rank.quartile);
    else
        json.null("quartile");
    if (rank.quintile)
        json.count("quintile", *rank.quintile);
    else
        json.null("quintile");
    json.close_object();
}

void write_peers(JsonWriter& json, const Peers& peers) {
    json.open_object("peers").text("kind", print(peers.kind)).text_or_null("source", peers.source).open_array("areas");
    for (const Peers::Peer& peer : peers.areas)
        json.open_object().text("area", peer.area.text()).number("distance", peer.distance).close_object();
    json.close_array().close_object();
}

} // namespace

void write_reading(JsonWriter& json, const Calendar& calendar, const Reading& reading) {
    const auto write = [&](std::string_view key, const auto& part, const auto& write_part) {
        if (part)
            write_part(*part);
        else
            json.null(key);
    };
    json.text("reading_period", calendar.text(reading.period));
    write("chart", reading.chart, [&](const ChartReading& chart) { write_chart(json, calendar, chart); });
    write("between", reading.between, [&](const BetweenReading& between) { write_between(json, between); });
    write("interval", reading.interval, [&](const IntervalReading& interval) { write_interval(json, interval); });
    write("benchmark", reading.benchmark,
          [&](const BenchmarkReading& found) { write_benchmark(json, "benchmark", found); });
    json.open_array("around");
    for (const PlainDifference& plain : reading.around)
        json.open_object()
            .text("area", plain.area.text())
            .number("value", plain.value)
            .number("difference", plain.difference)
            .close_object();
    json.close_array();
    write_peers(json, reading.peers);
    write("beside_neighbours", reading.beside_neighbours,
          [&](const BenchmarkReading& found) { write_benchmark(json, "beside_neighbours", found); });
    write("rank", reading.rank, [&](const RankReading& rank) { write_rank(json, rank); });
    write("forecast", reading.forecast,
          [&](const OutturnReading& outturn) { write_forecast(json, calendar, outturn); });
    json.text_or_null("trend", reading.trend == Trend::not_tested ? "" : print(reading.trend));
    json.text("bearing", print(reading.bearing));
    json.open_object("absent").text_or_null("chart", reading.chart.why());
    json.text_or_null("interval", reading.interval.why()).text_or_null("benchmark", reading.benchmark.why());
    json.text_or_null("beside_neighbours", reading.beside_neighbours.why());
    json.text_or_null("rank", reading.rank.why()).text_or_null("trend", reading.why_no_trend);
    json.text_or_null("forecast", reading.forecast.why()).close_object();
}

std::vector<Signal> signals_of(const Measure& measure, const Series& series, const Reading& reading) {
    std::vector<Signal> signals(series.points.size());
    if (!reading.chart) return signals;
    for (std::size_t i = 0; i < signals.size(); ++i) {
        const Figure& figure = series.points[i];
        const auto point = std::ranges::find_if(reading.chart->points, [&](const ChartPoint& each) {
            return each.period == figure.period || each.period == figure.described;
        });
        if (point != reading.chart->points.end()) signals[i] = signal_of(point->rule, good_of(measure.polarity));
    }
    return signals;
}

} // namespace qd::inline exchange
