#include "documents/sections/reading_facts.hpp"

#include "charts/forecast_fan.hpp"
#include "charts/ordinal.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/measure_beside.hpp"
#include "domain/goal_beside.hpp"

namespace qd::inline documents {
namespace {

ReadingFact not_said(std::string term, const std::string& why) {
    return {std::move(term), why.empty() ? "Not known." : why, Tone::usual, ReadingFact::Kind::not_said};
}

ReadingFact interval_fact(const Measure& measure, const Reading& reading) {
    const std::string term = "95% interval";
    if (!reading.interval) return not_said(term, reading.why_no_interval);
    return {term, show(measure, reading.interval->lower) + " to " + show(measure, reading.interval->upper)};
}

ReadingFact benchmark_fact(const Content& content, const Measure& measure, const BenchmarkReading& benchmark) {
    const bool is_area = !benchmark.area.empty();
    std::string words = benchmark.comparison == Comparison::similar ? "not different" : label(benchmark.comparison);
    words = capitalised(words) + ": " + (is_area ? area_name(content, benchmark.area) + " is" : "together they are") +
            " at " + show(measure, benchmark.value);
    return {"Beside " + (is_area ? area_name(content, benchmark.area) : "its neighbours"), words,
            tone_of(benchmark.comparison)};
}

ReadingFact trend_fact(const Measure& measure, const Reading& reading) {
    const std::string term = "Last five figures";
    if (reading.trend == Trend::not_tested) return not_said(term, reading.why_no_trend);
    const Good good = good_of(measure.polarity);
    const bool up = reading.trend == Trend::rising;
    const bool moves =
        (up || reading.trend == Trend::falling) && way_of(reading.bearing) == (up ? 1 : -1); // as the chart has it
    const Tone tone = !moves                         ? Tone::usual
                      : good == Good::neither        ? Tone::apart
                      : up == (good == Good::higher) ? Tone::better
                                                     : Tone::worse;
    return {term, capitalised(trend_words(reading, measure.polarity)), tone};
}

// " among itself and its 15 nearest neighbours (CIPFA, 2012)"; nothing of siblings, which is the usual.
std::string among_words(const Peers& peers) {
    if (peers.kind == PeerKind::siblings) return "";
    const std::string source = peers.kind == PeerKind::computed_neighbours ? "computed"
                               : peers.source.empty()                      ? "listed"
                                                                           : peers.source;
    return ", itself among its " + std::to_string(peers.areas.size()) + " nearest neighbours (" + source + ")";
}

ReadingFact rank_fact(const RankReading& rank, const Peers& peers) {
    std::string words = capitalised(ordinal(rank.position)) + " of " + std::to_string(rank.of);
    if (rank.shared_by > 1) words += ", shared by " + std::to_string(rank.shared_by);
    if (rank.quartile) words += ", " + ordinal(*rank.quartile) + " quarter";
    return {"Place", words + among_words(peers)};
}

} // namespace

std::vector<ReadingFact> reading_facts(const Content& content, const Measure& measure, const Reading& reading) {
    std::vector<ReadingFact> facts{interval_fact(measure, reading), trend_fact(measure, reading)};
    if (reading.between) facts.push_back({"Time between", between_words(*reading.between)});
    if (reading.benchmark) facts.push_back(benchmark_fact(content, measure, *reading.benchmark));
    for (const PlainDifference& plain : reading.around) {
        if (reading.benchmark && reading.benchmark->area == plain.area) continue; // said with what chance explains
        facts.push_back({"Beside " + area_name(content, plain.area),
                         capitalised(above_or_below(measure, plain.difference)) + ": " +
                             area_name(content, plain.area) + " is at " + show(measure, plain.value)});
    }
    if (reading.beside_neighbours) facts.push_back(benchmark_fact(content, measure, *reading.beside_neighbours));
    if (reading.rank) facts.push_back(rank_fact(*reading.rank, reading.peers));
    return facts;
}

std::optional<ReadingFact> outturn_fact(const Measure& measure, const Reading& reading) {
    if (!reading.forecast) return {};
    const OutturnReading& outturn = *reading.forecast;
    std::string words = show(measure, outturn.outturn);
    if (outturn.lower && outturn.upper)
        words += " (" + show(measure, *outturn.lower) + " to " + show(measure, *outturn.upper) + ")";
    if (outturn.probability)
        words += "; meeting the target is " + chance_words(*outturn.probability) + ", " +
                 chance_number(*outturn.probability);
    return ReadingFact{"Computed forecast", words};
}

} // namespace qd::inline documents
