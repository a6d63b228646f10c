#pragma once

#include "domain/about_store.hpp"
#include "domain/beside.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/finding.hpp"
#include "domain/partnership.hpp"
#include "domain/past.hpp"
#include "domain/past_forecast.hpp"
#include "domain/reader.hpp"
#include "domain/reading.hpp"
#include "engine/grid/grid.hpp"
#include "views/known_periods.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline engine {
struct Changed;
}
namespace qd::inline store {
class Store;
}

namespace qd::inline views {

// What a person asks for. Absent parts take the council's own area, the latest period, and now.
struct Question {
    std::optional<Period> period;
    std::optional<AreaCode> area;
    std::optional<Instant> as_at;
};

// The same with nothing left open.
struct View {
    Period period;
    AreaCode area;
    Instant as_at;

    friend auto operator<=>(const View&, const View&) = default;
};

// Everything in a store at one moment, and what follows from it. Immutable to its readers, safe to share between
// threads; what is computed is computed once and kept for a while (the last few dozen views).
class Snapshot {
public:
    // Reads the store whole. Error(request) if its council.toml cannot be understood. It contains only what its reader
    // may read, so nothing made from it can reveal more. `report`, if not empty, is one that is being published: the
    // frames of its papers are read even if their agenda is not published yet.
    static std::shared_ptr<const Snapshot> read(Store& store, Reader reader = Reader::council,
                                                const std::string& report = "");
    // `past` is what was replaced or withdrawn before, which is the council's; null = nothing. `chain`: the end of the ledger of
    // acts, by which read_on() knows the store again; "" = it does not.
    Snapshot(Content content, std::string settings_text, std::int64_t generation, AboutStore about,
             Reader reader = Reader::council, const std::string& report = "",
             std::shared_ptr<const Past> past = nullptr, std::string chain = "");
    ~Snapshot();

    // The same store as it stands now, for the same reader. What did not change is shared with this snapshot, and what was computed
    // from that stays computed.
    std::shared_ptr<const Snapshot> read_on(Store& store) const;

    // What of it was known at a time, as it stood then (as_known.hpp); the snapshot itself where all of it was. Whoever shows
    // something as at a time
    // shows it from this one. Asked again, it looks at the whole, which has to outlive it.
    std::shared_ptr<const Snapshot> known_by(Instant as_at) const;

    Reader reader() const { return reader_; }
    const Content& content() const { return content_; }
    const std::string& settings_text() const { return settings_text_; }
    std::int64_t generation() const { return generation_; }
    const AboutStore& about() const { return about_; }

    // Reporting periods with anything known, oldest first: those that are offered. Others can be asked for.
    const std::vector<Period>& periods() const { return periods_; }
    // Without a period it takes the one that the council chose, or the last that has ended with
    // something known. Error(absent) for a period that nothing dated reaches, an unknown area, and an empty store.
    View view(const Question& question, Instant now) const;
    // The same for reading a paper against what was known when it was before its meeting: an absent as_at takes the end of
    // the day on which a paper of the period with that report ("" = any) met, the latest if there are several, once that
    // day is past; else now.
    View paper_view(const std::string& report, const Question& question, Instant now) const;

    std::shared_ptr<const Scorecard> scorecard(const View& view) const;
    std::shared_ptr<const Scorecard>
    scorecard_before(const View& view) const; // of the reporting period before; null = none known
    std::shared_ptr<const std::vector<Series>>
    series(const View& view) const; // of each measure of the content, in its order
    // The same, outlines where these are found much sooner: to be drawn small, and to be looked through.
    std::shared_ptr<const Courses> courses(const View& view) const;
    Series series(const MeasureCode& measure, const View& view) const;
    // That of each measure that is asked for; they stay there as long as the function does.
    std::function<const Series&(const MeasureCode&)> series_on_demand(const View& view) const;
    // What the view's period shows of a measure, on the scorecard or not.
    Figure figure(const MeasureCode& measure, const View& view) const;
    std::shared_ptr<const Reading> reading(const MeasureCode& measure, const View& view,
                                           PeerChoice peers = PeerChoice::neighbours) const; // its statistics
    std::shared_ptr<const std::vector<Signal>>
    signals(const View& view) const; // of each figure of the scorecard, in its order
    // All areas and periods at once, every figure of them. See engine/grid/grid.hpp.
    std::shared_ptr<const Grid> grid(Instant as_at) const;
    // The measure in the areas below the view's, or next to it; of one kind, the most common one if none is named.
    std::shared_ptr<const Beside> beside(const MeasureCode& measure, std::optional<AreaKind> kind,
                                         const View& view) const;
    // The measures with something handed in for several areas, in the order of the content.
    const std::vector<const Measure*>& spread_over_areas() const { return spread_; }
    std::shared_ptr<const Outturns>
    outturns(const View& view) const; // the year's end of each figure, as it is computed
    std::vector<PastForecast> past_forecasts(const View& view) const; // of the years that have ended by then
    std::shared_ptr<const Partnership> partnership(const View& view) const;
    std::shared_ptr<const Findings> findings(const View& view) const;

    const Measure& measure(const MeasureCode& code) const;               // Error(absent) names the nearest
    const RecoveryPlan* recovery_plan(const MeasureCode& measure) const; // the latest of the measure; null = none
    const Paper* paper(const std::string& report, Period period) const;  // null = none
    std::vector<const Paper*> papers(Period period) const;               // of any report

private:
    struct Computed;
    struct Unpublished;
    struct Standing;
    Snapshot(Reader reader, Standing standing);
    Snapshot(const Snapshot& before, Standing standing, const Changed& changed);
    Snapshot(const Snapshot& whole, Content known);
    void keep_from(const Snapshot& before, const Changed& changed);
    std::shared_ptr<const Series> kept_series(const MeasureCode& measure, const View& view) const;

    Reader reader_;
    Content content_;
    std::shared_ptr<const Unpublished> unpublished_; // what everyone's was published from, for read_on() alone
    std::shared_ptr<const Past> past_;
    std::string settings_text_;
    std::int64_t generation_;
    std::string chain_;
    AboutStore about_;
    KnownPeriods known_periods_;
    std::vector<Period> periods_;
    std::vector<const Measure*> spread_;
    std::unique_ptr<Computed> computed_;
    const Snapshot* whole_ = this; // this is what was known of it at a time
};

} // namespace qd::inline views
