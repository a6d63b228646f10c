#include "views/snapshot.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "checks/check.hpp"
#include "engine/beside.hpp"
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

// Only the lists of areas are read, never the rows.
std::vector<const Measure*> measures_over_areas(const Content& content) {
    std::unordered_map<MeasureCode, std::unordered_set<AreaCode>> areas;
    for (const Return& handed_in : content.returns) {
        std::unordered_set<AreaCode>& seen = areas[handed_in.measure];
        if (seen.size() < 3)
            seen.insert(handed_in.observations.area_codes().begin(), handed_in.observations.area_codes().end());
    }
    std::vector<const Measure*> measures;
    for (const Measure& measure : content.measures) // the council's own area and two more
        if (areas[measure.code].size() - areas[measure.code].count(AreaCode{}) -
                areas[measure.code].count(content.settings.area) >=
            2)
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

template <class Container, class Code_of>
std::string nearest_code(const Container& items, const std::string& wanted, Code_of code_of) {
    std::vector<std::string> codes;
    for (const auto& item : items) codes.push_back(code_of(item));
    return nearest(wanted, codes);
}

std::string did_you_mean(const std::string& nearest_known) {
    return nearest_known.empty() ? std::string() : " Did you mean " + nearest_known + "?";
}

} // namespace

namespace {

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

// What everyone may read is built up from what is published now, and of that nothing is shown as it was before.
std::shared_ptr<const Past> past_for(Reader reader, std::shared_ptr<const Past> past) {
    return past && reader == Reader::council ? std::move(past) : std::make_shared<const Past>();
}

} // namespace

struct Snapshot::Computed {
    Kept<View, Scorecard> scorecards{views_kept};
    Kept<View, std::vector<Series>> series{views_kept}, outlines{views_kept};
    Kept<std::tuple<MeasureCode, View, PeerChoice>, Reading> readings{readings_kept};
    Kept<View, std::vector<Signal>> signals{views_kept};
    Kept<std::tuple<MeasureCode, std::optional<AreaKind>, View>, Beside> besides{views_kept};
    Kept<View, Outturns> outturns{views_kept};
    Kept<View, Partnership> partnerships{views_kept};
    Kept<View, Findings> findings{views_kept};
    Kept<Instant, Grid> grids{grids_kept};
    Kept<Instant, std::shared_ptr<const Snapshot>> known{times_kept}; // null = all of it was known
};

std::shared_ptr<const Snapshot> Snapshot::read(Store& store, Reader reader, const std::string& report) {
    std::int64_t generation = 0;
    Content content;
    std::string text;
    std::shared_ptr<const Past> past;
    do { // until no import came between, so that settings and content are of one moment
        generation = store.generation();
        content = store.read();
        text = store.settings_text();
        if (reader == Reader::council) past = std::make_shared<const Past>(store.read_past(generation));
    } while (store.generation() != generation);
    content.settings = settings_of(text);
    return std::make_shared<const Snapshot>(std::move(content), std::move(text), generation, store.about(), reader,
                                            report, std::move(past));
}

Snapshot::Snapshot(Content content, std::string settings_text, std::int64_t generation, AboutStore about, Reader reader,
                   const std::string& report, std::shared_ptr<const Past> past)
    : reader_(reader), content_(content_for(reader, std::move(content), report)),
      past_(past_for(reader, std::move(past))),
      settings_text_(reader == Reader::council ? std::move(settings_text) : settings_without_comments(settings_text)),
      generation_(generation), about_(std::move(about)), known_periods_(content_), periods_(offered(known_periods_)),
      spread_(measures_over_areas(content_)), computed_(std::make_unique<Computed>()) {}

// The periods that are offered are those of the whole.
Snapshot::Snapshot(const Snapshot& whole, Content known)
    : reader_(whole.reader_), content_(std::move(known)), past_(whole.past_), settings_text_(whole.settings_text_),
      generation_(whole.generation_), about_(whole.about_), known_periods_(whole.known_periods_),
      periods_(whole.periods_), spread_(measures_over_areas(content_)), computed_(std::make_unique<Computed>()),
      whole_(&whole) {}

Snapshot::~Snapshot() = default;

std::shared_ptr<const Snapshot> Snapshot::known_by(Instant as_at) const {
    if (whole_ != this) return whole_->known_by(as_at);
    const auto known = *computed_->known.get(as_at, [&]() -> std::shared_ptr<const Snapshot> {
        std::optional<Content> then = content_known_by(content_, *past_, as_at);
        return then ? std::shared_ptr<const Snapshot>(new Snapshot(*this, *std::move(then))) : nullptr;
    });
    return known ? known : std::shared_ptr<const Snapshot>(std::shared_ptr<void>(), this);
}

View Snapshot::view(const Question& question, Instant now) const {
    const Calendar& calendar = content_.settings.calendar;
    View view;
    view.as_at = question.as_at.value_or(Instant::end_of(now.date())); // whole days, so that views are shared
    view.area = question.area.value_or(content_.settings.area);
    if (!question.period && periods_.empty())
        throw Error(Fault::absent, "The store holds no figures yet. Import a council folder: quarterday import FOLDER");
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
        throw Error(Fault::absent, "Nothing was reported for " + calendar.text(view.period) + ". There is " +
                                       (known.empty() ? "nothing yet." : join(known, ", ") + "."));
    }
    if (std::ranges::none_of(content_.areas, [&](const Area& area) { return area.code == view.area; }))
        throw Error(Fault::absent, "There is no area " + view.area.text() + "." +
                                       did_you_mean(nearest_code(content_.areas, view.area.text(),
                                                                 [](const Area& area) { return area.code.text(); })));
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
    return computed_->scorecards.get(view, [&] {
        Scorecard found = compute_scorecard(content_, view.period, view.area, view.as_at);
        if (spread_.empty() || !has_parts(content_, view.area, view.period)) return found;
        return with_red_parts(content_, std::move(found), *grid(view.as_at));
    });
}

std::shared_ptr<const Scorecard> Snapshot::scorecard_before(const View& view) const {
    const std::optional<Period> before = content_.settings.calendar.previous(view.period);
    if (!before || !known_periods_.holds(*before)) return nullptr;
    return scorecard({*before, view.area, view.as_at});
}

std::shared_ptr<const std::vector<Series>> Snapshot::series(const View& view) const {
    return computed_->series.get(view, [&] { return compute_all_series(content_, view.area, view.as_at); });
}

std::shared_ptr<const std::vector<Series>> Snapshot::outlines(const View& view) const {
    return computed_->outlines.get(
        view, [&] { return compute_outlines(content_, *grid(view.as_at), view.area, view.as_at); });
}

std::shared_ptr<const Grid> Snapshot::grid(Instant as_at) const {
    return computed_->grids.get(as_at, [&] { return Grid(content_, as_at); });
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
    return computed_->readings.get({measure, view, peers}, [&] {
        return compute_reading(content_, this->measure(measure).code, view.area, view.period, view.as_at, peers);
    });
}

std::shared_ptr<const Outturns> Snapshot::outturns(const View& view) const {
    return computed_->outturns.get(view, [&] { return compute_outturns(content_, *scorecard(view)); });
}

std::vector<PastForecast> Snapshot::past_forecasts(const View& view) const {
    return compute_past_forecasts(content_, view.area, view.as_at);
}

std::shared_ptr<const std::vector<Signal>> Snapshot::signals(const View& view) const {
    return computed_->signals.get(view, [&] { return compute_signals(content_, *scorecard(view), *grid(view.as_at)); });
}

std::shared_ptr<const Beside> Snapshot::beside(const MeasureCode& measure, std::optional<AreaKind> kind,
                                               const View& view) const {
    return computed_->besides.get({measure, kind, view}, [&] {
        return compute_beside(content_, this->measure(measure).code, view.area, kind, view.period, view.as_at);
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
        const auto all_series = series(view);
        const std::optional<Scorecard> before = earlier ? std::optional(*earlier) : std::nullopt;
        return check({content_, view.period, view.as_at, *now, before, *lines, *all_series});
    });
}

const Measure& Snapshot::measure(const MeasureCode& code) const {
    const auto found = std::ranges::find(content_.measures, code, &Measure::code);
    if (found != content_.measures.end()) return *found;
    throw Error(Fault::absent,
                "There is no measure " + code.text() + "." +
                    did_you_mean(nearest_code(content_.measures, code.text(),
                                              [](const Measure& measure) { return measure.code.text(); })));
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
