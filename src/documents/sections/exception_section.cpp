#include "documents/sections/exception_section.hpp"

#include "documents/phrases.hpp"
#include "documents/sections/figure_reading.hpp"
#include "documents/sections/measure_trend.hpp"
#include "documents/sections/reading_facts.hpp"
#include "documents/sections/recovery_section.hpp"
#include "domain/names.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

void write_chart(Blocks& blocks, const Content& content, const Measure& measure, const Figure& figure,
                 const Series* series, Bearing bearing, FigureNumbers& numbers) {
    const auto has_number = [](const Figure& point) { return point.actual.has_value(); };
    if (!series || std::ranges::none_of(series->points, has_number)) return;
    const TrendInput trend = measure_trend(content, measure, *series, figure, bearing, "trend-" + measure.code.text());
    if (std::ranges::none_of(trend.points, [](const TrendPoint& point) { return point.value.has_value(); })) return;
    blocks.push_back({ChartBlock{trend_chart(trend), numbers.next()}});
}

} // namespace

std::string measure_id(const MeasureCode& code) { return "measure-" + code.text(); }

Section exception_section(const Content& content, const Figure& figure, const Series* series, const Reading* reading,
                          std::size_t place, Instant as_at, FigureNumbers& numbers) {
    const Measure* measure = find_row(content.measures, figure.measure);
    Section head{SectionKind::kept, {}};
    head.blocks.push_back(heading(3, std::to_string(place) + ". " + short_name(*measure), measure_id(figure.measure)));
    std::string what = short_name(*measure) == measure->title ? "" : measure->title + ". ";
    if (measure->polarity != Polarity::none) what += capitalised(label(measure->polarity)) + ".";
    if (!what.empty()) head.blocks.push_back(paragraph(quiet(what), ParagraphRole::small));
    FigureReading said = figure_reading(content, *measure, figure);
    append(said.now, line_break());
    append(said.now, said.ahead);
    head.blocks.push_back(paragraph(said.now));
    write_chart(head.blocks, content, *measure, figure, series, reading ? reading->bearing : Bearing::unknown, numbers);
    said.facts.entries.push_back({"Source", given(figure.lineage ? figure.lineage->source : "")});
    if (reading && figure.actual.has_value())
        add_statistics(said.facts, content, *measure, *reading, Unsaid::left_out); // the measure's own page says why

    Section section{SectionKind::exception, {{head}}};
    Blocks& blocks = section.blocks;
    blocks.push_back({std::move(said.facts)});
    blocks.push_back(heading(4, "Commentary"));
    const Blocks comments = commentary(content, figure, as_at);
    append(blocks, comments.empty() ? Blocks{paragraph(quiet("not given"))} : comments);
    const RecoveryPlan* plan = plan_for(content, figure.measure, figure.period, as_at);
    if (!plan && content.settings.recovery.when == RaiseWhen::never) return section;
    blocks.push_back(heading(4, "Recovery plan"));
    append(blocks, plan ? recovery_plan_section(content, *plan, series, as_at, numbers)
                        : Blocks{paragraph(quiet("not given"))});
    return section;
}

} // namespace qd::inline documents
