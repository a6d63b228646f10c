#include "acts/figure_changes.hpp"

#include "domain/shorthand.hpp"
#include "engine/derive.hpp"
#include "engine/rate.hpp"
#include "engine/scorecard.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace qd::inline acts {
namespace {

struct Place {
    MeasureCode measure;
    AreaCode area; // the council's own by its code
    Period period;
    friend auto operator<=>(const Place&, const Place&) = default;
};

// The newest word on a cell.
struct Word {
    std::optional<Instant> known_at;
    Observation cell;
};
using Words = std::map<Place, Word>;

// Takes the words of a return on places that are asked for; all, where none are.
void hear(Words& words, const Return& handed_in, const AreaCode& own, const std::set<Place>* asked) {
    if (!counts(handed_in.state)) return;
    const Observations& rows = handed_in.observations;
    const ObservationColumns& columns = rows.columns();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const AreaCode& area = columns.area_codes[columns.areas[row]];
        Place place{handed_in.measure, area.empty() ? own : area, rows.period(row)};
        if (asked != nullptr && !asked->contains(place)) continue;
        const auto [found, fresh] = words.try_emplace(std::move(place));
        if (fresh || found->second.known_at <= handed_in.known_at) found->second = {handed_in.known_at, rows.at(row)};
    }
}

const Measure* find_measure(const Content& given, const Content& stored, const MeasureCode& code) {
    for (const Content* content : {&given, &stored})
        if (const Measure* found = find_row(content->measures, code); found != nullptr) return found;
    return nullptr;
}

std::optional<Ratio> number_of(const Measure& measure, const Observation& cell) {
    return amount_of(measure, cell, 0).number;
}

std::string shown(const Measure& measure, const Observation& cell) {
    const auto number = number_of(measure, cell);
    if (number) return show(measure, number->rounded());
    return label(cell.gap.value_or(GapReason::not_available));
}

bool says_the_same(const Observation& a, const Observation& b) {
    return a.numerator == b.numerator && a.denominator == b.denominator && a.value == b.value && a.gap == b.gap;
}

// "82.5% (330 of 400)": for figures that look the same.
std::string with_parts(const std::string& number, const Observation& cell) {
    if (!cell.numerator || !cell.denominator) return number;
    return number + " (" + part_words(*cell.numerator) + " of " + part_words(*cell.denominator) + ")";
}

std::string shown(const Verdict& verdict) {
    if (verdict.status == Status::not_rated) return "";
    return verdict.name.empty() ? label(verdict.status) : verdict.name;
}

// What has to be known to judge the figures of some measures, with their returns.
Content content_for(const Content& stored, const Content& given, std::vector<Return> returns) {
    Content content;
    content.settings = given.settings.area.empty() ? stored.settings : given.settings;
    content.areas = stored.areas;
    content.units = stored.units;
    content.measures = stored.measures;
    content.targets = stored.targets;
    content.forecasts = stored.forecasts;
    content.updates = stored.updates;
    content.returns = std::move(returns);
    return content;
}

using FigureByPeriod = std::map<Period, const Figure*>;
FigureByPeriod course_of(const Series& series) {
    FigureByPeriod course;
    for (const Figure& point : series.points) course.emplace(point.described, &point);
    return course;
}

std::string cell_words(const Measure& measure, const Cell& actual) {
    return actual.has_value() ? show(measure, actual.value()) : label(actual.gap());
}

// Which figures are added to those that are known to change: with another status, or another number too.
enum class Added { statuses, figures };

// Says of the changed cells of one measure in one area what becomes of their status, and adds the figures whose status alone
// changes, such as a later year to date.
void judge(const Content& before, const Content& after, Instant now, const MeasureCode& code, const AreaCode& area,
           std::vector<FigureChange>& changes, Added added = Added::statuses) {
    const Measure& measure = *find_row(before.measures, code);
    const Series was = compute_series(before, code, area, now), is = compute_series(after, code, area, now);
    const FigureByPeriod earlier = course_of(was), later = course_of(is);
    for (const auto& [period, point] : later) {
        const auto old = earlier.find(period);
        if (old == earlier.end()) continue;
        const std::string status_before = shown(old->second->status), status_after = shown(point->status);
        const auto change = std::ranges::find_if(changes, [&](const FigureChange& each) {
            return each.measure == code && each.area == area && each.period == period;
        });
        if (change != changes.end()) {
            change->status_before = status_before;
            change->status_after = status_after;
            continue;
        }
        std::string was_there = cell_words(measure, old->second->actual), is_there = cell_words(measure, point->actual);
        if (status_before != status_after || (added == Added::figures && was_there != is_there))
            changes.push_back({code, area, period, std::move(was_there), std::move(is_there), status_before,
                               status_after, old->second->actual.has_value() && !point->actual.has_value()});
    }
    for (const auto& [period, point] : earlier)
        if (!later.contains(period) && point->actual.has_value())
            changes.push_back(
                {code, area, period, cell_words(measure, point->actual), "nothing", shown(point->status), "", true});
}

void judge_all(const Content& stored, const Content& given, std::vector<Return> there, Instant now,
               FigureChanges& found) {
    std::set<std::pair<MeasureCode, AreaCode>> series;
    for (const FigureChange& change : found.changes)
        if (std::ranges::any_of(stored.measures, [&](const Measure& each) { return each.code == change.measure; }))
            series.emplace(change.measure, change.area);
    if (series.empty()) return;
    if (series.size() > FigureChanges::most_series) {
        found.unjudged_series = series.size();
        return;
    }
    const Content before = content_for(stored, given, std::move(there));
    Content after = before;
    for (Return handed_in : given.returns) {
        if (!handed_in.known_at) handed_in.known_at = now;
        after.returns.push_back(std::move(handed_in));
    }
    for (const auto& [measure, area] : series) judge(before, after, now, measure, area, found.changes);
}

bool has_returns(Store& store) {
    return std::ranges::any_of(store.about().rows,
                               [](const auto& table) { return table.first == "returns" && table.second > 0; });
}

} // namespace

FigureChanges changes_of_figures(Store& store, const Content& stored, const Content& given, Instant now) {
    FigureChanges found;
    std::set<MeasureCode> codes;
    for (const Return& handed_in : given.returns) {
        found.figures += handed_in.observations.size();
        codes.insert(handed_in.measure);
    }
    if (found.figures == 0) return found;
    if (!has_returns(store)) return found;
    if (found.figures > FigureChanges::most) {
        found.was_looked_at = false;
        return found;
    }
    std::vector<Return> there = std::move(store.read().returns);
    std::erase_if(there, [&](const Return& each) { return !codes.contains(each.measure); });
    if (there.empty()) return found;

    const AreaCode own = given.settings.area.empty() ? stored.settings.area : given.settings.area;
    Words after, before;
    std::set<Place> asked;
    for (const Return& handed_in : given.returns) {
        Return word = handed_in;
        if (!word.known_at) word.known_at = now;
        hear(after, word, own, nullptr);
    }
    for (const auto& [place, word] : after) asked.insert(place);
    for (const Return& handed_in : there) hear(before, handed_in, own, &asked);
    for (const auto& [place, old] : before) {
        const Word& word = after.at(place);
        const Measure* measure = find_measure(given, stored, place.measure);
        if (measure == nullptr || word.known_at < old.known_at) continue;
        if (says_the_same(old.cell, word.cell)) continue;
        const bool cleared = number_of(*measure, old.cell) && !number_of(*measure, word.cell);
        std::string was = shown(*measure, old.cell), is = shown(*measure, word.cell);
        if (was == is) was = with_parts(was, old.cell), is = with_parts(is, word.cell);
        found.changes.push_back(
            {place.measure, place.area, place.period, std::move(was), std::move(is), "", "", cleared});
    }
    judge_all(stored, given, std::move(there), now, found);
    return found;
}

std::vector<FigureChange> changes_without(const Content& before, const Withdrawing& made, Instant now) {
    std::vector<FigureChange> changes;
    if (!made.rest) return changes;
    Content after = *made.rest;
    after.settings = before.settings;
    std::set<AreaCode> areas{before.settings.area};
    for (Return gap : made.gaps) {
        for (const AreaCode& area : gap.observations.area_codes())
            areas.insert(area.empty() ? before.settings.area : area);
        gap.known_at = now;
        after.returns.push_back(std::move(gap));
    }
    const Content earlier = with_derived(before), later = with_derived(std::move(after));
    for (const Measure& measure : before.measures) {
        if (find_row(later.measures, measure.code) == nullptr) continue;
        for (const AreaCode& area : areas) judge(earlier, later, now, measure.code, area, changes, Added::figures);
    }
    return changes;
}

} // namespace qd::inline acts
