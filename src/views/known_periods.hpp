#pragma once

#include "domain/content.hpp"

#include <optional>
#include <vector>

namespace qd::inline views {

// A period in the grain that a council reports by, with something known.
struct KnownPeriod {
    Period period;
    std::optional<Instant> since; // from when on; none = it was always known
};

// The periods that a store can be asked for. Read once from the content; whatever has a date counts, and not the figures alone.
class KnownPeriods {
public:
    explicit KnownPeriods(const Content& content);

    // Those that are offered, oldest first: with known figures, forecasts, updates or papers. Figures of shorter periods make the
    // one that they roll up to known, and years to date the one they end with. Anything withdrawn, not yet approved or flagged as
    // a forecast is not counted. A store without any of these offers the periods of its registers and dates.
    const std::vector<KnownPeriod>& offered() const { return offered_; }
    // What is shown if none is asked for: the last one offered that has ended on that day with something
    // known then; otherwise the last one that has begun; otherwise the first. None for a store without anything dated.
    std::optional<Period> last_ended(Instant as_at) const;
    bool holds(Period period) const; // one of those offered, or some of its days
    // Whether there is an answer: any period between the first day with something known and the day of asking,
    // even if nothing was handed in, and any other with something dated in the store.
    bool answers(Period period, Date today) const;

private:
    Calendar calendar_;
    std::vector<KnownPeriod> offered_;
    std::vector<Period> dated_; // as they are written; days as spans of a day
};

} // namespace qd::inline views
