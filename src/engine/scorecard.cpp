#include "engine/scorecard.hpp"

#include "engine/judging.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"

#include <functional>

namespace qd::inline engine {
namespace {

// A council's own figures are computed before other threads have begun; those of a nation are shared out.
void for_each(const Content& content, std::size_t count, const std::function<void(std::size_t)>& work) {
    constexpr std::size_t few_rows = 100'000;
    std::size_t rows = 0;
    for (const Return& handed_in : content.returns) rows += handed_in.observations.size();
    if (rows > few_rows) return in_parallel(count, work);
    for (std::size_t i = 0; i < count; ++i) work(i);
}

} // namespace

Scorecard compute_scorecard(const Content& content, Period period, const AreaCode& area, Instant as_at) {
    if (period.grain() == Grain::span)
        throw Error(
            Fault::request,
            "A scorecard is of a month, quarter, half or year, not of a dated span: write 2012-13Q3, for example.");
    const Known known(content, as_at);
    known.refuse_unknown(area);
    Scorecard scorecard{period, area, as_at, {}, {}};
    std::vector<const Measure*> measures;
    for (const Measure& measure : content.measures)
        if (measure.on_scorecard && is_active(measure, stretch_of(known.calendar(), period)))
            measures.push_back(&measure);
    scorecard.figures.resize(measures.size());
    for_each(content, measures.size(), [&](std::size_t i) {
        const Sheet sheet(known, *measures[i], area);
        scorecard.figures[i] = judge(sheet, area, period, sheet.shown(area, period));
    });
    scorecard.counts = count(scorecard.figures);
    return scorecard;
}

Counts count(const std::vector<Figure>& figures) {
    Counts counts;
    counts.measures = figures.size();
    for (const Figure& figure : figures) {
        switch (figure.status.status) {
        case Status::green: ++counts.green; break;
        case Status::amber: ++counts.amber; break;
        case Status::red: ++counts.red; break;
        case Status::complete: ++counts.complete; break;
        case Status::not_started: ++counts.not_started; break;
        case Status::not_rated: ++counts.not_rated; break;
        }
        if (figure.outlook == Outlook::to_meet || figure.outlook == Outlook::met) ++counts.outlook_meet;
        if (figure.outlook == Outlook::to_miss || figure.outlook == Outlook::missed) ++counts.outlook_miss;
    }
    counts.rated = counts.green + counts.amber + counts.red + counts.complete;
    return counts;
}

} // namespace qd::inline engine
