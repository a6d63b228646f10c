#include "documents/sections/reading_facts.hpp"

#include "base/text.hpp"
#include "charts/forecast_fan.hpp"
#include "charts/ordinal.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/measure_beside.hpp"
#include "documents/sections/measure_control.hpp"
#include "domain/goal_beside.hpp"
#include "domain/shortfall.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

ReadingFact not_said(std::string term, const std::string& why) {
    return {std::move(term), why.empty() ? "Not known." : why, Tone::usual, ReadingFact::Kind::not_said};
}

ReadingFact interval_fact(const Measure& measure, const Reading& reading) {
    const std::string term = "95% interval";
    if (!reading.interval) return not_said(term, reading.interval.why());
    const IntervalMethod method = reading.interval->method;
    return {term, show(measure, reading.interval->lower) + " to " + show(measure, reading.interval->upper) +
                      (method == IntervalMethod::dobson    ? " (Dobson, for a standardised rate)"
                       : method == IntervalMethod::student ? " (Student’s t, for a sample)"
                                                           : "")};
}

// By the interval where there is one, with the plain difference where that is known.
ReadingFact benchmark_fact(const Content& content, const Measure& measure, const BenchmarkReading& benchmark,
                           const std::vector<PlainDifference>& around) {
    const bool is_area = !benchmark.area.empty();
    const auto plain = std::ranges::find(around, benchmark.area, &PlainDifference::area);
    std::string words = benchmark.comparison == Comparison::similar ? "not different" : label(benchmark.comparison);
    if (is_area && plain != around.end() && !plain->difference.is_zero())
        words += ", " + above_or_below(measure, plain->difference);
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
    if (rank.areas > rank.of) words += " (" + std::to_string(rank.areas - rank.of) + " without a figure)";
    if (rank.shared_by > 1) words += ", shared by " + std::to_string(rank.shared_by);
    if (rank.quartile) words += ", " + ordinal(*rank.quartile) + " quarter";
    if (rank.quintile) words += ", " + ordinal(*rank.quintile) + " fifth";
    return {"Place", words + among_words(peers)};
}

std::string step_word(Grain grain) {
    switch (grain) {
    case Grain::month: return "month";
    case Grain::quarter: return "quarter";
    case Grain::half: return "half-year";
    default: return "period";
    }
}

ReadingFact outturn_fact(const Measure& measure, const Reading& reading) {
    const std::string term = "Computed forecast";
    if (!reading.forecast) return not_said(term, reading.forecast.why());
    const OutturnReading& outturn = *reading.forecast;
    std::string words = show(measure, outturn.outturn);
    if (outturn.lower && outturn.upper)
        words += " (" + show(measure, *outturn.lower) + " to " + show(measure, *outturn.upper) + ")";
    if (outturn.probability)
        words += "; meeting the target is " + chance_words(*outturn.probability) + ", " +
                 chance_number(*outturn.probability);
    for (const std::string& sentence : {required_words(measure, outturn), made_from_words(outturn), outturn.note})
        if (!sentence.empty()) words += (words.ends_with('.') ? " " : ". ") + sentence;
    return {term, words};
}

} // namespace

std::vector<ReadingFact> reading_facts(const Content& content, const Measure& measure, const Reading& reading) {
    std::vector<ReadingFact> facts{interval_fact(measure, reading), trend_fact(measure, reading)};
    if (reading.between) facts.push_back({"Time between", between_words(*reading.between)});
    if (reading.benchmark) facts.push_back(benchmark_fact(content, measure, *reading.benchmark, reading.around));
    for (const PlainDifference& plain : reading.around) {
        if (reading.benchmark && reading.benchmark->area == plain.area) continue; // said with what chance explains
        facts.push_back({"Beside " + area_name(content, plain.area),
                         capitalised(above_or_below(measure, plain.difference)) + ": " +
                             area_name(content, plain.area) + " is at " + show(measure, plain.value)});
    }
    if (reading.beside_neighbours) facts.push_back(benchmark_fact(content, measure, *reading.beside_neighbours, {}));
    if (reading.rank) facts.push_back(rank_fact(*reading.rank, reading.peers));
    return facts;
}

std::string required_words(const Measure& measure, const OutturnReading& outturn) {
    if (!outturn.required || outturn.path.empty()) return "";
    const std::string step = step_word(outturn.path.front().period.grain());
    const bool is_last = outturn.path.size() == 1, is_limit = measure.polarity == Polarity::lower;
    const std::string needed = show(measure, *outturn.required) + ".", who = is_last ? "the last " + step : "";
    switch (measure.roll_up) {
    case RollUp::sum:
        if (is_limit && only_grows(measure) && *outturn.required < Decimal(0))
            return "The target can no longer be met.";
        return "To meet the target, " + (is_last ? who : "each remaining " + step) +
               (is_limit ? " may come to at most " : " must come to ") + needed;
    case RollUp::mean:
    case RollUp::ratio:
        return "To meet the target, " + (is_last ? who : "the remaining " + step + "s") +
               (is_limit ? " may " : " must ") + (is_last ? "be " : "average ") + (is_limit ? "at most " : "") + needed;
    default: break;
    }
    // Room to get worse is not something that has to be done.
    if (is_limit ? *outturn.required >= Decimal(0) : *outturn.required <= Decimal(0)) return "";
    return "To meet the target, the figure must change by " + show_difference(measure, *outturn.required) +
           (is_last ? "." : " each " + step + ".");
}

std::string made_from_words(const OutturnReading& outturn) {
    std::string words = "Made from " + plural(outturn.points, "figure", "figures") + ", " + outturn.method_label;
    if (outturn.trials > 0)
        words += "; chosen by " + plural(outturn.trials, "forecast", "forecasts") + " of its own past";
    return words + ".";
}

std::string chance_of_target(const OutturnReading& outturn) {
    if (!outturn.probability) return "";
    return capitalised(chance_words(*outturn.probability)) + ": " + chance_number(*outturn.probability);
}

void add_statistics(Definitions& facts, const Content& content, const Measure& measure, const Reading& reading,
                    Unsaid unsaid) {
    const auto add = [&](const ReadingFact& fact) {
        const bool is_said = fact.kind == ReadingFact::Kind::said;
        if (!is_said && unsaid == Unsaid::left_out) return;
        const bool is_toned = is_said && fact.tone != Tone::usual;
        facts.entries.push_back({fact.term, is_toned  ? Spans{SignalTag{fact.tone, fact.words}}
                                            : is_said ? plain(fact.words)
                                                      : quiet(fact.words)});
    };
    if (reading.forecast || !reading.forecast.why().empty()) add(outturn_fact(measure, reading));
    if (reading.chart) {
        const ControlInput control = measure_control(content, measure, *reading.chart, reading.bearing, "control");
        facts.entries.push_back(
            {"Signal", {SignalTag{tone_of(reading.chart->signal.variation), variation_words(control)}}});
        append(facts.entries.back().description, plain(". " + control_reason(control)));
    } else {
        add(not_said("Signal", reading.chart.why()));
    }
    for (const ReadingFact& fact : reading_facts(content, measure, reading)) add(fact);
}

} // namespace qd::inline documents
