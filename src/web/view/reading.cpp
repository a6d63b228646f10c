#include "web/view/reading.hpp"

#include "documents/sections/measure_control.hpp"
#include "documents/sections/reading_facts.hpp"
#include "web/view/trend.hpp"

#include <algorithm>

namespace qd::web {
namespace {

std::string word_of(const Signal& signal) {
    switch (signal.variation) {
    case Variation::improvement: return "Improving";
    case Variation::concern: return "Getting worse";
    case Variation::change: return signal.side == Side::high ? "Higher" : "Lower";
    case Variation::common_cause: return "No signal";
    case Variation::none: break;
    }
    return "";
}

std::string assurance_words(Prospect prospect) {
    switch (prospect) {
    case Prospect::met: return "Target: will be met unless something changes";
    case Prospect::missed: return "Target: will be missed unless something changes";
    case Prospect::by_chance: return "Target: hit or missed by chance";
    case Prospect::unsettled:
    case Prospect::none: break;
    }
    return "";
}

Fields control_fields(const Visit& visit, const Measure& measure, const ChartReading& reading, Bearing bearing) {
    const ControlInput input = measure_control(visit.snapshot.content(), measure, reading, bearing, "control");
    Fields says;
    says.text("variation_icon", variation_icon(tone_of(reading.signal.variation), lean_of(reading.signal.side),
                                               variation_words(input), "variation-icon"));
    says.text("assurance_icon", assurance_icon(input.prospect, assurance_words(input.prospect), "assurance-icon"));
    says.text("sentence", control_reason(input));
    Fields chart = chart_fields(control_chart(input));
    return Fields{}.object("chart", std::move(chart.object("says", std::move(says))));
}

std::vector<Fields> fact_rows(const Visit& visit, const Measure& measure, const Reading& reading) {
    std::vector<Fields> rows;
    for (const ReadingFact& fact : reading_facts(visit.snapshot.content(), measure, reading)) {
        const bool said = fact.kind == ReadingFact::Kind::said, marked = said && fact.tone != Tone::usual;
        Fields row;
        row.text("term", fact.term).text("words", fact.words).flag("said", said).flag("marked", marked);
        rows.push_back(std::move(row.text("shape", tone_shape_id(fact.tone)).text("word", fact.words)));
    }
    return rows;
}

} // namespace

std::string_view tone_shape_id(Tone tone) {
    switch (tone) {
    case Tone::better: return "signal-better";
    case Tone::worse: return "signal-worse";
    case Tone::apart: return "signal-apart";
    case Tone::usual: break;
    }
    return "signal-usual";
}

Fields signal_tag(const Signal& signal) {
    return Fields{}.text("shape", tone_shape_id(tone_of(signal.variation))).text("word", word_of(signal));
}

void add_statistics(Fields& fields, const Visit& visit, const Measure& measure, const Series& series) {
    const auto has_number = [](const Figure& figure) { return figure.actual.has_value(); };
    if (std::ranges::none_of(series.points, has_number)) {
        fields.none("statistics");
        return;
    }
    const bool asks_siblings = visit.parameter("among") == "siblings";
    const auto reading = visit.snapshot.reading(measure.code, visit.view(),
                                                asks_siblings ? PeerChoice::siblings : PeerChoice::neighbours);
    Fields section;
    const std::string path = "/measures/" + measure.code.text();
    if (asks_siblings)
        section.object("peers", Fields{}
                                    .text("href", visit.link(path) + "#statistics")
                                    .text("words", "Ranked among its siblings: rank it among its nearest neighbours"));
    else if (reading->peers.kind != PeerKind::siblings)
        section.object("peers", Fields{}
                                    .text("href", visit.link(path, {{"among", "siblings"}}) + "#statistics")
                                    .text("words", "Ranked among its nearest neighbours: rank it among its siblings"));
    else
        section.none("peers");
    section.text("why_no_chart", reading->chart.why());
    if (reading->chart)
        section.object("control", control_fields(visit, measure, *reading->chart, reading->bearing));
    else
        section.none("control");
    section.list("facts", fact_rows(visit, measure, *reading));
    fields.object("statistics", std::move(section));
}

} // namespace qd::web
