#include "views/computed.hpp"

#include "checks/check.hpp"
#include "engine/beside.hpp"
#include "engine/grid/outline.hpp"
#include "engine/partnership.hpp"
#include "engine/past_forecasts.hpp"
#include "engine/reading.hpp"
#include "engine/red_parts.hpp"
#include "engine/scorecard.hpp"

#include <algorithm>
#include <map>

// What follows from the content of a snapshot: each computed once, and anew for the measures that changed since it was computed for
// the snapshot before.

namespace qd::inline views {
namespace {

using Measures = std::set<MeasureCode>;

// Of a list of results by figure: those of some measures made anew, by a function from a scorecard of them alone.
template <class Result, class Compute>
std::vector<Result> made_anew(std::vector<Result> results, const Scorecard& scorecard, const Measures& measures,
                              Compute compute) {
    Scorecard part = scorecard;
    std::erase_if(part.figures, [&](const Figure& figure) { return !measures.contains(figure.measure); });
    std::vector<Result> made = compute(part);
    auto next = made.begin();
    for (std::size_t i = 0; i < results.size(); ++i)
        if (measures.contains(scorecard.figures[i].measure)) results[i] = std::move(*next++);
    return results;
}

// Of what follows from figures alone: the same where none of them changed.
template <class Make> auto where_changed(Make make) {
    return [make](const auto& before, const Measures& changed) {
        return changed.empty() ? before : make(before, changed);
    };
}

template <class Value> std::shared_ptr<const Value> shared(Value value) {
    return std::make_shared<const Value>(std::move(value));
}

} // namespace

std::shared_ptr<const Scorecard> Snapshot::scorecard(const View& view) const {
    const auto looks_into_parts = [&] { return !spread_.empty() && has_parts(content_, view.area, view.period); };
    return computed_->scorecards.get(
        view,
        [&] {
            Scorecard found = compute_scorecard(content_, view.period, view.area, view.as_at);
            if (!looks_into_parts()) return found;
            return with_red_parts(content_, std::move(found), *grid(view.as_at));
        },
        where_changed([&](const auto& before, const Measures& changed) {
            Scorecard found = compute_scorecard(content_, *before, changed);
            if (!looks_into_parts()) return shared(std::move(found));
            return shared(with_red_parts(content_, std::move(found), *grid(view.as_at),
                                         [&](const MeasureCode& each) { return changed.contains(each); }));
        }));
}

std::shared_ptr<const Scorecard> Snapshot::scorecard_before(const View& view) const {
    const std::optional<Period> before = content_.settings.calendar.previous(view.period);
    if (!before || !known_periods_.holds(*before)) return nullptr;
    return scorecard({*before, view.area, view.as_at});
}

std::shared_ptr<const std::vector<Series>> Snapshot::series(const View& view) const {
    return computed_->all_series.get(view, [&] {
        std::vector<std::size_t> outlined;
        std::vector<Series> all;
        for (const auto& course : *courses(view)) {
            if (course->is_outline) outlined.push_back(all.size());
            all.push_back(course->is_outline ? Series() : *course);
        }
        std::vector<Series> whole = compute_series(content_, outlined, view.area, view.as_at);
        for (std::size_t i = 0; i < outlined.size(); ++i) all[outlined[i]] = std::move(whole[i]);
        return all;
    });
}

std::shared_ptr<const Courses> Snapshot::courses(const View& view) const {
    return computed_->courses.get(
        view, [&] { return compute_courses(content_, *grid(view.as_at), view.area, view.as_at); },
        where_changed([&](const auto& before, const Measures& changed) {
            return shared(compute_courses(content_, *grid(view.as_at), view.area, view.as_at, *before, changed));
        }));
}

std::shared_ptr<const Grid> Snapshot::grid(Instant as_at) const {
    return computed_->grids.get(
        as_at, [&] { return Grid(content_, as_at); }, where_changed([&](const auto& before, const Measures& changed) {
            return shared(before->with_returns_of(changed, content_));
        }));
}

std::shared_ptr<const Series> Snapshot::kept_series(const MeasureCode& measure, const View& view) const {
    const auto compute = [&] { return compute_series(content_, this->measure(measure).code, view.area, view.as_at); };
    return computed_->series.get({measure, view}, compute, [&](const auto& before, const Measures& changed) {
        return changed.contains(measure) ? shared(compute()) : before;
    });
}

Series Snapshot::series(const MeasureCode& measure, const View& view) const { return *kept_series(measure, view); }

std::function<const Series&(const MeasureCode&)> Snapshot::series_on_demand(const View& view) const {
    using Held = std::map<MeasureCode, std::shared_ptr<const Series>>;
    return [this, view, held = std::make_shared<Held>()](const MeasureCode& measure) -> const Series& {
        std::shared_ptr<const Series>& found = (*held)[measure];
        if (!found) found = kept_series(measure, view);
        return *found;
    };
}

Figure Snapshot::figure(const MeasureCode& measure, const View& view) const {
    const auto figures = scorecard(view);
    const auto found = std::ranges::find(figures->figures, measure, &Figure::measure);
    if (found != figures->figures.end()) return *found;
    return compute_figure(content_, this->measure(measure).code, view.period, view.area, view.as_at);
}

std::shared_ptr<const Reading> Snapshot::reading(const MeasureCode& measure, const View& view, PeerChoice peers) const {
    const auto compute = [&] {
        return compute_reading(content_, this->measure(measure).code, view.area, view.period, view.as_at, peers);
    };
    return computed_->readings.get({measure, view, peers}, compute, [&](const auto& before, const Measures& changed) {
        return changed.contains(measure) ? shared(compute()) : before;
    });
}

std::shared_ptr<const Outturns> Snapshot::outturns(const View& view) const {
    const auto of = [&](const Scorecard& figures) { return compute_outturns(content_, figures); };
    return computed_->outturns.get(
        view, [&] { return of(*scorecard(view)); }, where_changed([&](const auto& before, const Measures& changed) {
            return shared(made_anew(*before, *scorecard(view), changed, of));
        }));
}

std::vector<PastForecast> Snapshot::past_forecasts(const View& view) const {
    return compute_past_forecasts(content_, view.area, view.as_at);
}

std::shared_ptr<const std::vector<Signal>> Snapshot::signals(const View& view) const {
    const auto of = [&](const Scorecard& figures) { return compute_signals(content_, figures, *grid(view.as_at)); };
    return computed_->signals.get(
        view, [&] { return of(*scorecard(view)); }, where_changed([&](const auto& before, const Measures& changed) {
            return shared(made_anew(*before, *scorecard(view), changed, of));
        }));
}

std::shared_ptr<const Beside> Snapshot::beside(const MeasureCode& measure, std::optional<AreaKind> kind,
                                               const View& view) const {
    const auto compute = [&] {
        return compute_beside(content_, this->measure(measure).code, view.area, kind, view.period, view.as_at);
    };
    return computed_->besides.get({measure, kind, view}, compute, [&](const auto& before, const Measures& changed) {
        return changed.contains(measure) ? shared(compute()) : before;
    });
}

std::shared_ptr<const Partnership> Snapshot::partnership(const View& view) const {
    return computed_->partnerships.get(view, [&] { return compute_partnership(content_, view.period, view.as_at); });
}

std::shared_ptr<const Findings> Snapshot::findings(const View& view) const {
    return computed_->findings.get(view, [&] {
        if (reader_ == Reader::everyone) return Findings(); // they are the council's own
        const auto now = scorecard(view), earlier = scorecard_before(view);
        const auto lines = partnership(view);
        const auto all = courses(view);
        const CheckInput input{content_,      view.period, view.as_at, *now,
                               earlier.get(), *lines,      *all,       series_on_demand(view)};
        const auto found = computed_->by_family.get(
            view, [&] { return check_by_family(input); },
            [&](const auto& earlier_on, const Measures& changed) {
                return shared(check_again(input, *earlier_on, changed));
            });
        return in_one_list(*found);
    });
}

} // namespace qd::inline views
