#include "engine/scorecard.hpp"

#include "engine/judging.hpp"

#include "base/error.hpp"

namespace qd::inline engine {
Scorecard compute_scorecard(const Content& content, Period period, const AreaCode& area, Instant as_at) {
    if (period.grain() == Grain::span)
        throw Error(
            Fault::request,
            "A scorecard is of a month, quarter, half or year, not of a dated span: write 2012-13Q3, for example.");
    const Known known(content, as_at);
    known.refuse_unknown(area);
    Scorecard scorecard{period, area, as_at, {}, {}};
    for (const Measure& measure : content.measures) {
        if (!measure.on_scorecard || !is_active(measure, stretch_of(known.calendar(), period))) continue;
        const Sheet sheet(known, measure, area);
        scorecard.figures.push_back(judge(sheet, area, period, sheet.shown(area, period)));
    }
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
