#include "acts/hand_in_notes.hpp"

#include "checks/handed_in.hpp"
#include "checks/plausible.hpp"
#include "engine/cells.hpp"
#include "engine/known.hpp"
#include "engine/rate.hpp"
#include "engine/scorecard.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace qd::inline acts {
namespace {

using Place = std::tuple<MeasureCode, AreaCode, Period>;

bool is_new(const Return& handed_in, Instant since) {
    return handed_in.origin == Origin::handed_in && counts(handed_in.state) && handed_in.known_at &&
           *handed_in.known_at >= since;
}

// Whether the newest word on a cell says another number than the one before it.
bool says_another(const Known& known, const Measure& measure, const AreaCode& area, Period period) {
    const auto history = known.ledger.history(measure.code, area, period);
    const auto number_in = [&](std::size_t index) -> std::optional<Ratio> {
        const Observations& rows = known.content.returns[index].observations;
        std::optional<Ratio> number;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const Observation each = rows.at(row);
            if (known.named(each.area) == area && each.period == period)
                number = amount_of(measure, each, index).number;
        }
        return number;
    };
    if (history.empty()) return false;
    const auto now = number_in(history.back());
    return now && (history.size() == 1 || number_in(history[history.size() - 2]) != now);
}

// The cells that are new, by measure and area, in the order of the content.
std::vector<Place> new_places(const Known& known, Instant since) {
    std::set<Place> found;
    for (const Return& handed_in : known.content.returns) {
        if (!is_new(handed_in, since)) continue;
        for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
            const Observation each = handed_in.observations.at(row);
            found.emplace(handed_in.measure, known.named(each.area), each.period);
        }
    }
    return {found.begin(), found.end()};
}

} // namespace

HandInNotes notes_on_hand_in(const Snapshot& snapshot, Instant since) {
    const Content& content = snapshot.content();
    HandInNotes notes;
    for (const Return& handed_in : content.returns)
        if (is_new(handed_in, since)) notes.figures += handed_in.observations.size();
    if (notes.figures > HandInNotes::most) {
        notes.was_looked_at = false;
        return notes;
    }
    if (notes.figures == 0) return notes;
    Instant newest = since;
    for (const Return& each : content.returns) newest = std::max(newest, each.known_at.value_or(since));
    const Known known(content, newest);
    const Calendar& calendar = content.settings.calendar;
    std::map<std::pair<MeasureCode, AreaCode>, Series> series;
    std::map<std::pair<MeasureCode, Period>, std::vector<PeerFinding>> peers;
    std::map<std::pair<MeasureCode, AreaCode>, std::vector<Observation>> cells;
    notes.figures = 0;
    for (const auto& [code, area, period] : new_places(known, since)) {
        const Measure& measure = snapshot.measure(code);
        if (!says_another(known, measure, area, period)) continue;
        ++notes.figures;
        auto at = series.find({code, area});
        if (at == series.end())
            at = series.emplace(std::pair(code, area), compute_series(content, code, area, newest)).first;
        const std::string when = calendar.label(period) + (area == content.settings.area ? "" : ", " + area.text());
        auto others = cells.find({code, area});
        if (others == cells.end())
            others = cells.emplace(std::pair(code, area), newest_cells(content, measure, area, newest)).first;
        const auto cell = std::ranges::find(others->second, period, &Observation::period);
        if (cell != others->second.end())
            std::ranges::move(of_cell(measure, *cell, numbers_but(measure, others->second, period), when),
                              std::back_inserter(notes.findings));
        for (const Figure& point : at->second.points) {
            if (point.period != period && point.described != period) continue;
            std::ranges::move(implausible(measure, at->second, point, when), std::back_inserter(notes.findings));
            std::ranges::move(falling_to_date(calendar, measure, at->second, point, when),
                              std::back_inserter(notes.findings));
            break;
        }
        auto beside = peers.find({code, period});
        if (beside == peers.end())
            beside = peers.emplace(std::pair(code, period), far_from_peers(content, newest, measure, period)).first;
        for (const PeerFinding& each : beside->second)
            if (each.area == area) notes.findings.push_back(each.finding);
    }
    return notes;
}

} // namespace qd::inline acts
