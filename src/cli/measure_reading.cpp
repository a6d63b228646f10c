#include "cli/measure_reading.hpp"

#include "domain/goal_beside.hpp"
#include "domain/names.hpp"

#include "base/text.hpp"
#include "cli/measure_story.hpp"
#include "cli/outturn_words.hpp"
#include "cli/table.hpp"
#include "documents/phrases.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace qd::cli {
namespace {

std::string limits(const Measure& measure, const ChartReading& chart) {
    const ChartSegment& segment = chart.segments.back();
    if (!segment.lines)
        return segment.standing == Standing::none ? "too few figures for limits since the chart was restarted"
                                                  : decapitalised(segment.why_no_lines);
    std::string text = segment.standing == Standing::trial ? "trial limits " : "limits ";
    text += show(measure, segment.lines->lower) + " to " + show(measure, segment.lines->upper) + " around " +
            show(measure, segment.lines->mean);
    return text;
}

std::string chart(const Measure& measure, const Reading& reading) {
    const ChartReading& chart = *reading.chart;
    const bool is_turning = chart.signal.variation == Variation::common_cause && way_of(reading.bearing) != 0;
    std::string text = is_turning ? "no signal from the limits yet" : label(chart.signal.variation);
    if (chart.signal.side != Side::neither) text += ", " + label(chart.points.back().rule);
    text += "; " + limits(measure, chart) + ", from " + plural(chart.points.size(), "figure", "figures");
    if (chart.charted == Charted::year_on_year) text += ", each the difference from a year before";
    if (chart.assurance == Assurance::none || !chart.target) return text;
    const std::string target =
        chart.charted == Charted::year_on_year ? show_difference(measure, *chart.target) : show(measure, *chart.target);
    if (chart.assurance == Assurance::unsettled) return text + "; " + unsettled_words(chart, target);
    return text + "; " + label(chart.assurance) + " against " + target;
}

std::string interval(const Measure& measure, const Reading& reading) {
    if (!reading.interval)
        return measure.quantity == Quantity::percent || measure.quantity == Quantity::rate
                   ? "none. " + reading.why_no_interval
                   : "";
    return show(measure, reading.interval->lower) + " to " + show(measure, reading.interval->upper) +
           ", with 95% confidence" +
           (reading.interval->method == IntervalMethod::dobson    ? " (Dobson, for a standardised rate)"
            : reading.interval->method == IntervalMethod::student ? " (Student's t, for a sample)"
                                                                  : "");
}

std::string against(const Content& content, const Measure& measure, const Reading& reading) {
    if (!reading.benchmark) return "";
    return area_name(content, reading.benchmark->area) + ", " + show(measure, reading.benchmark->value) + ": " +
           label(reading.benchmark->comparison) +
           (reading.around.empty() || reading.around.front().area != reading.benchmark->area
                ? ""
                : ", " + above_or_below(measure, reading.around.front().difference));
}

// "England, 82.9%: 2.1 points above", which says nothing of chance.
std::string difference(const Content& content, const Measure& measure, const PlainDifference& plain) {
    return area_name(content, plain.area) + ", " + show(measure, plain.value) + ": " +
           above_or_below(measure, plain.difference);
}

std::string neighbours(const Measure& measure, const Reading& reading) {
    if (!reading.beside_neighbours) return "";
    return "together " + show(measure, reading.beside_neighbours->value) + ": " +
           label(reading.beside_neighbours->comparison);
}

// Among whom, where that is not the usual.
std::string among(const Peers& peers) {
    if (peers.kind == PeerKind::siblings) return "";
    std::vector<std::string> codes;
    for (const Peers::Peer& peer : peers.areas) codes.push_back(peer.area.text());
    return std::string("among its nearest neighbours, ") +
           (peers.kind == PeerKind::computed_neighbours ? "computed" : "from a list") +
           (peers.source.empty() ? "" : " (" + peers.source + ")") + ": " + join(codes, ", ");
}

std::string rank(const Reading& reading) {
    if (!reading.rank) return "";
    const RankReading& rank = *reading.rank;
    std::string text = std::to_string(rank.position) + " of " + std::to_string(rank.of);
    if (rank.shared_by > 1) text += ", shared by " + std::to_string(rank.shared_by);
    if (rank.areas > rank.of) text += " (" + std::to_string(rank.areas - rank.of) + " without a figure)";
    if (rank.quartile) text += ", quartile " + std::to_string(*rank.quartile);
    if (rank.quintile) text += ", quintile " + std::to_string(*rank.quintile);
    text += "; 1 is best";
    const std::string peers = among(reading.peers);
    return peers.empty() ? text : text + "; " + peers;
}

} // namespace

std::string show(const Signal& signal) {
    if (signal.variation == Variation::none) return "-";
    const std::string arrow = signal.side == Side::high ? "↑ " : signal.side == Side::low ? "↓ " : "";
    return arrow + label(signal.variation);
}

void print_reading(Call& call, const Snapshot& snapshot, const Reading& reading) {
    const Measure& measure = snapshot.measure(reading.measure);
    print_line(call, "Computed", outturn_words(measure, snapshot.content().settings.calendar, reading));
    print_line(call, "Signal",
               !reading.chart                   ? "none. " + reading.why_no_chart
               : reading.chart->caution.empty() ? chart(measure, reading)
                                                : chart(measure, reading) + ". " + reading.chart->caution);
    print_line(call, "Between", reading.between ? between_words(*reading.between) : "");
    print_line(call, "Interval", interval(measure, reading));
    print_line(call, "Against", against(snapshot.content(), measure, reading));
    for (const PlainDifference& each : reading.around)
        if (!reading.benchmark || reading.benchmark->area != each.area) // else said with what chance explains
            print_line(call, "Beside", difference(snapshot.content(), measure, each));
    print_line(call, "Neighbours", neighbours(measure, reading));
    print_line(call, "Rank", rank(reading));
    print_line(call, "Trend", trend_words(reading, measure.polarity));
    call.out << "\n";
}

} // namespace qd::cli
