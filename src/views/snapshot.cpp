#include "views/snapshot.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "checks/check.hpp"
#include "engine/beside.hpp"
#include "engine/changed.hpp"
#include "engine/derive.hpp"
#include "engine/grid/outline.hpp"
#include "engine/partnership.hpp"
#include "engine/past_forecasts.hpp"
#include "engine/published.hpp"
#include "engine/reading.hpp"
#include "engine/red_parts.hpp"
#include "engine/scorecard.hpp"
#include "exchange/folder.hpp"
#include "store/store.hpp"
#include "views/kept.hpp"
#include "views/known_content.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace qd::inline views {
namespace {

constexpr std::size_t grids_kept = 2; // a nation's is 400 MB
constexpr std::size_t times_kept = 8; // of what was known then
constexpr std::size_t views_kept = 64, readings_kept = 4096;

// Only the lists of areas are read, never the rows, and no further than is needed.
std::vector<const Measure*> measures_over_areas(const Content& content) {
    constexpr std::size_t needed = 2; // besides the council's own area
    std::unordered_map<MeasureCode, std::unordered_set<AreaCode>> others;
    for (const Return& handed_in : content.returns) {
        std::unordered_set<AreaCode>& seen = others[handed_in.measure];
        for (const AreaCode& area : handed_in.observations.area_codes()) {
            if (seen.size() >= needed) break;
            if (!area.empty() && area != content.settings.area) seen.insert(area);
        }
    }
    std::vector<const Measure*> measures;
    for (const Measure& measure : content.measures)
        if (const auto found = others.find(measure.code); found != others.end() && found->second.size() >= needed)
            measures.push_back(&measure);
    return measures;
}

Settings settings_of(const std::string& text) {
    if (text.empty()) return Settings();
    auto settings = parse_settings(text, "council.toml");
    if (!settings)
        throw Error(Fault::request, "The store's council.toml cannot be read: " + print(settings.error().front()));
    return *settings;
}

std::vector<Period> offered(const KnownPeriods& known) {
    std::vector<Period> periods;
    for (const KnownPeriod& each : known.offered()) periods.push_back(each.period);
    return periods;
}

Content content_for(Reader reader, Content content, const std::string& report) {
    if (reader == Reader::council) return with_derived(std::move(content));
    return with_derived(
        published_content(std::move(content), report)); // computed from what is published, and from nothing else
}

std::shared_ptr<const Past> past_of(Store& store, Reader reader, std::int64_t generation) {
    if (reader != Reader::council) return nullptr;
    return std::make_shared<const Past>(store.read_past(generation));
}

// What everyone may read is built up from what is published now, and of that nothing is shown as it was before.
std::shared_ptr<const Past> past_for(Reader reader, std::shared_ptr<const Past> past) {
    return past && reader == Reader::council ? std::move(past) : std::make_shared<const Past>();
}

} // namespace

namespace {

template <class Key, class Value> using ByMeasure = Kept<Key, Value, MeasureCode>;
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

// What follows from figures is kept by measure, and taken over by the next snapshot.
struct Snapshot::Computed {
    ByMeasure<View, Scorecard> scorecards{views_kept};
    ByMeasure<View, std::vector<Series>> series{views_kept};
    ByMeasure<View, Courses> courses{views_kept};
    ByMeasure<std::tuple<MeasureCode, View, PeerChoice>, Reading> readings{readings_kept};
    ByMeasure<View, std::vector<Signal>> signals{views_kept};
    ByMeasure<std::tuple<MeasureCode, std::optional<AreaKind>, View>, Beside> besides{views_kept};
    ByMeasure<View, Outturns> outturns{views_kept};
    ByMeasure<View, Partnership> partnerships{views_kept};
    ByMeasure<View, ByFamily> by_family{views_kept};
    ByMeasure<View, Findings> findings{views_kept};
    ByMeasure<Instant, Grid> grids{grids_kept};
    ByMeasure<Instant, std::shared_ptr<const Snapshot>> known{times_kept}; // null = all of it was known

    void begin_with(Computed& before, const Measures& changed) {
        scorecards.begin_with(before.scorecards, changed);
        courses.begin_with(before.courses, changed);
        by_family.begin_with(before.by_family, changed);
        readings.begin_with(before.readings, changed);
        signals.begin_with(before.signals, changed);
        besides.begin_with(before.besides, changed);
        outturns.begin_with(before.outturns, changed);
        grids.begin_with(before.grids, changed);
    }
};

std::shared_ptr<const Snapshot> Snapshot::read(Store& store, Reader reader, const std::string& report) {
    StoreState state = store.state();
    state.content.settings = settings_of(state.settings_text);
    return std::make_shared<const Snapshot>(std::move(state.content), std::move(state.settings_text), state.generation,
                                            store.about(), reader, report, past_of(store, reader, state.generation),
                                            std::move(state.chain));
}

std::shared_ptr<const Snapshot> Snapshot::read_on(Store& store) const {
    if (reader_ != Reader::council) return read(store, reader_);
    StoreState before{content_, settings_text_, generation_, chain_};
    std::erase_if(before.content.returns, [](const Return& each) { return each.origin == Origin::computed; });
    StoreState state = store.state(std::move(before));
    state.content.settings =
        state.settings_text == settings_text_ ? content_.settings : settings_of(state.settings_text);
    const Changed changed = changed_between(content_, state.content);
    auto past = state.same_past ? past_ : past_of(store, reader_, state.generation);
    return std::shared_ptr<const Snapshot>(
        new Snapshot(*this, std::move(state), changed, store.about(), std::move(past)));
}

Snapshot::Snapshot(const Snapshot& before, StoreState state, const Changed& changed, AboutStore about,
                   std::shared_ptr<const Past> past)
    : reader_(before.reader_), content_(with_derived(std::move(state.content), before.content_, changed)),
      past_(std::move(past)), settings_text_(std::move(state.settings_text)), generation_(state.generation),
      chain_(std::move(state.chain)), about_(std::move(about)), known_periods_(content_),
      periods_(offered(known_periods_)), spread_(measures_over_areas(content_)),
      computed_(std::make_unique<Computed>()) {
    keep_from(before, changed);
    computed_->known.begin_with(before.computed_->known, {});
}

// Whether a scorecard looks into the parts depends on whether any measure is spread over areas.
void Snapshot::keep_from(const Snapshot& before, const Changed& changed) {
    if (!changed.rules && spread_.empty() == before.spread_.empty())
        computed_->begin_with(*before.computed_, changed.measures);
}

Snapshot::Snapshot(Content content, std::string settings_text, std::int64_t generation, AboutStore about, Reader reader,
                   const std::string& report, std::shared_ptr<const Past> past, std::string chain)
    : reader_(reader), content_(content_for(reader, std::move(content), report)),
      past_(past_for(reader, std::move(past))),
      settings_text_(reader == Reader::council ? std::move(settings_text) : settings_without_comments(settings_text)),
      generation_(generation), chain_(std::move(chain)), about_(std::move(about)), known_periods_(content_),
      periods_(offered(known_periods_)), spread_(measures_over_areas(content_)),
      computed_(std::make_unique<Computed>()) {}

// The periods that are offered are those of the whole.
Snapshot::Snapshot(const Snapshot& whole, Content known)
    : reader_(whole.reader_), content_(std::move(known)), past_(whole.past_), settings_text_(whole.settings_text_),
      generation_(whole.generation_), about_(whole.about_), known_periods_(whole.known_periods_),
      periods_(whole.periods_), spread_(measures_over_areas(content_)), computed_(std::make_unique<Computed>()),
      whole_(&whole) {}

Snapshot::~Snapshot() = default;

std::shared_ptr<const Snapshot> Snapshot::known_by(Instant as_at) const {
    using Known = std::shared_ptr<const Snapshot>;
    if (whole_ != this) return whole_->known_by(as_at);
    const auto make = [&](const Snapshot* before) -> Known {
        std::optional<Content> then = content_known_by(content_, *past_, as_at);
        if (!then) return nullptr;
        const std::shared_ptr<Snapshot> made(new Snapshot(*this, *std::move(then)));
        if (before != nullptr) made->keep_from(*before, changed_between(before->content_, made->content_));
        return made;
    };
    const Known known = *computed_->known.get(
        as_at, [&] { return make(nullptr); },
        [&](const auto& before, const Measures&) { return shared(make(before->get())); });
    return known ? known : Known(std::shared_ptr<void>(), this);
}

View Snapshot::view(const Question& question, Instant now) const {
    const Calendar& calendar = content_.settings.calendar;
    View view;
    view.as_at = question.as_at.value_or(Instant::end_of(now.date())); // whole days, so that views are shared
    view.area = question.area.value_or(content_.settings.area);
    if (!question.period && periods_.empty())
        throw Error(Fault::absent, "The store has no figures yet. Import a council folder: quarterday import FOLDER");
    const auto& chosen = content_.settings.opens_with;
    if (question.period)
        view.period = *question.period;
    else if (chosen && std::ranges::find(periods_, *chosen) != periods_.end())
        view.period = *chosen;
    else
        view.period = *known_periods_.last_ended(view.as_at);
    if (!known_periods_.answers(view.period, now.date())) {
        std::vector<std::string> known;
        for (const Period period : periods_) known.push_back(calendar.text(period));
        throw Error(Fault::absent, "Nothing was reported for " + calendar.text(view.period) + ". " +
                                       (known.empty() ? "No period has figures yet."
                                                      : "Periods with figures: " + join(known, ", ") + "."));
    }
    if (std::ranges::none_of(content_.areas, [&](const Area& area) { return area.code == view.area; }))
        throw absent("area", view.area.text(), codes_of(content_.areas));
    return view;
}

View Snapshot::paper_view(const std::string& report, const Question& question, Instant now) const {
    View view = this->view(question, now);
    if (question.as_at) return view;
    std::optional<Date> met;
    for (const Paper* paper : papers(view.period))
        if ((report.empty() || paper->report == report) && paper->meeting && *paper->meeting < now.date())
            met = std::max(met, paper->meeting);
    if (met) view.as_at = Instant::end_of(*met);
    return view;
}

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
    return computed_->series.get(view, [&] {
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

Series Snapshot::series(const MeasureCode& measure, const View& view) const {
    return compute_series(content_, this->measure(measure).code, view.area, view.as_at);
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
        const std::optional<Scorecard> before = earlier ? std::optional(*earlier) : std::nullopt;
        std::map<MeasureCode, Series> whole;
        const auto whole_series = [&](const MeasureCode& code) -> const Series& {
            const auto found = whole.find(code);
            return found != whole.end() ? found->second : whole.emplace(code, series(code, view)).first->second;
        };
        const CheckInput input{content_, view.period, view.as_at, *now, before, *lines, *all, whole_series};
        const auto found = computed_->by_family.get(
            view, [&] { return check_by_family(input); },
            [&](const auto& earlier_on, const Measures& changed) {
                return shared(check_again(input, *earlier_on, changed));
            });
        return in_one_list(*found);
    });
}

const Measure& Snapshot::measure(const MeasureCode& code) const {
    if (const Measure* found = find_row(content_.measures, code)) return *found;
    throw absent("measure", code.text(), codes_of(content_.measures));
}

const RecoveryPlan* Snapshot::recovery_plan(const MeasureCode& measure) const {
    const RecoveryPlan* latest = nullptr;
    for (const RecoveryPlan& plan : content_.recovery_plans)
        if (plan.measure == measure && (!latest || plan.raised_in > latest->raised_in)) latest = &plan;
    return latest;
}

const Paper* Snapshot::paper(const std::string& report, Period period) const {
    const auto found = std::ranges::find_if(
        content_.papers, [&](const Paper& paper) { return paper.report == report && paper.period == period; });
    return found == content_.papers.end() ? nullptr : &*found;
}

std::vector<const Paper*> Snapshot::papers(Period period) const {
    std::vector<const Paper*> found;
    for (const Paper& paper : content_.papers)
        if (paper.period == period) found.push_back(&paper);
    return found;
}

} // namespace qd::inline views
