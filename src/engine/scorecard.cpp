#include "engine/scorecard.hpp"

#include "domain/status_counts.hpp"
#include "engine/find_measure.hpp"
#include "engine/judging.hpp"
#include "engine/share_out.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

bool stands_on(const Measure& measure, const Stretch& stretch) {
    return measure.on_scorecard && is_active(measure, stretch);
}

} // namespace

Scorecard compute_scorecard(const MeasuredContent& content, Period period, const AreaCode& area, Instant as_at) {
    return std::move(compute_scorecards(content, {period}, area, as_at).front());
}

Scorecard compute_scorecard(const MeasuredContent& content, Scorecard before, const std::set<MeasureCode>& measures) {
    const Known known(content, before.as_at);
    for (Figure& figure : before.figures) {
        if (!measures.contains(figure.measure)) continue;
        const Measure& measure = find_measure(content, figure.measure);
        const Sheet sheet(known, measure, before.area);
        figure = figure_or_why(measure, before.area, before.period, [&] {
            return judge(sheet, before.area, before.period, sheet.shown(before.area, before.period));
        });
    }
    before.counts = count(before.figures);
    return before;
}

std::vector<Scorecard> compute_scorecards(const MeasuredContent& content, const std::vector<Period>& periods,
                                          const AreaCode& area, Instant as_at) {
    const Known known(content, as_at);
    known.refuse_unknown(area);
    std::vector<std::vector<std::optional<Figure>>> figures(content.measures.size()); // of each measure, by period
    share_out(content, content.measures.size(), [&](std::size_t i) {
        const Measure& measure = content.measures[i];
        figures[i].resize(periods.size());
        std::optional<Sheet> sheet;
        for (std::size_t p = 0; p < periods.size(); ++p) {
            if (!stands_on(measure, stretch_of(known.calendar(), periods[p]))) continue;
            if (!sheet) sheet.emplace(known, measure, area);
            figures[i][p] = figure_or_why(measure, area, periods[p], [&] {
                return judge(*sheet, area, periods[p], sheet->shown(area, periods[p]));
            });
        }
    });
    std::vector<Scorecard> scorecards;
    for (std::size_t p = 0; p < periods.size(); ++p) {
        Scorecard& scorecard = scorecards.emplace_back(Scorecard{periods[p], area, as_at, {}, {}});
        for (auto& of_measure : figures)
            if (of_measure[p]) scorecard.figures.push_back(*std::move(of_measure[p]));
        scorecard.counts = count(scorecard.figures);
    }
    return scorecards;
}

Figure compute_figure(const MeasuredContent& content, const MeasureCode& code, Period period, const AreaCode& area,
                      Instant as_at) {
    const Known known(content, as_at);
    known.refuse_unknown(area);
    const Measure& measure = find_measure(content, code);
    const Sheet sheet(known, measure, area);
    return figure_or_why(measure, area, period, [&] { return judge(sheet, area, period, sheet.shown(area, period)); });
}

Counts count(const std::vector<Figure>& figures) {
    Counts counts;
    counts.measures = figures.size();
    for (const Figure& figure : figures) {
        ++count_of(counts, figure.status.status);
        if (figure.outlook == Outlook::to_meet || figure.outlook == Outlook::met) ++counts.outlook_meet;
        if (figure.outlook == Outlook::to_miss || figure.outlook == Outlook::missed) ++counts.outlook_miss;
    }
    for (const Figure& figure : figures) {
        if (figure.status.name.empty()) continue;
        auto own =
            std::ranges::find(counts.own, figure.status.name, [](const OwnCount& each) { return each.status.name; });
        if (own == counts.own.end()) {
            Verdict word = figure.status;
            word.basis = Verdict::Basis::none; // of none of them in particular
            word.reason.clear();
            own = counts.own.insert(own, OwnCount{word, 0});
        }
        ++own->count;
    }
    counts.rated = counts.green + counts.amber + counts.red + counts.complete;
    return counts;
}

} // namespace qd::inline engine
