#include "views/selection.hpp"

#include "engine/scorecard.hpp"

namespace qd::inline views {

SelectedScorecard selected_scorecard(const Snapshot& snapshot, const View& view, const Selection& selection) {
    const auto whole = snapshot.scorecard(view);
    const auto signals = snapshot.signals(view);
    const auto outturns = snapshot.outturns(view);
    SelectedScorecard part{{whole->period, whole->area, whole->as_at, {}, {}}, {}, {}};
    for (const Figure* figure : selected(snapshot.content(), whole->figures, selection)) {
        const auto place = static_cast<std::size_t>(figure - whole->figures.data());
        part.scorecard.figures.push_back(*figure);
        part.signals.push_back(signals->at(place));
        part.outturns.push_back(outturns->at(place));
    }
    part.scorecard.counts = count(part.scorecard.figures);
    return part;
}

Counts counts_of(const std::vector<const Figure*>& figures) {
    std::vector<Figure> some;
    for (const Figure* figure : figures) some.push_back(*figure);
    return count(some);
}

} // namespace qd::inline views
