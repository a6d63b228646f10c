#pragma once

#include "engine/amount.hpp"
#include "engine/known.hpp"

#include <map>
#include <optional>
#include <vector>

namespace qd::inline engine {

// What a scorecard shows of a measure in one area, before it is judged.
struct Shown {
    Period described; // the stretch of time `actual` describes
    Amount actual;
    std::optional<Period> own;       // the measured period it stands at, where it is one of the measure's own
    std::optional<Amount> in_period; // that period's own figure, where actual is built up over time
};

// Whether a measure has something to say of a stretch at all.
bool is_active(const Measure& measure, const Stretch& stretch);

// Which areas' cells a sheet reads: the area and all below it; or those of its siblings and of the area around it as well.
enum class Reach { below, around };

// Whether versions of a definition are linked by what their overlaps hold, or only where a link was handed in.
enum class Links { resolved, as_given };

// One measure's cells, rolled up over areas and over time as its definition says. For one thread: what was put together from
// the areas below is kept, as the same stretch is asked for again and again.
class Sheet {
public:
    Sheet(const Known& known, const Measure& measure, const AreaCode& area, Reach reach = Reach::below,
          Links links = Links::resolved);
    // Reads the cells of several areas, and of all below them.
    Sheet(const Known& known, const Measure& measure, const std::vector<AreaCode>& areas);

    const Known& known() const { return known_; }
    const Measure& measure() const { return linked_ ? *linked_ : measure_; }
    void read_also(const std::vector<AreaCode>& areas); // before its cells are first asked for
    const Calendar& calendar() const { return known_.calendar(); }
    const Cells& cells() const; // read when they are first asked for
    Stretch stretch(Period period) const { return stretch_of(calendar(), period); }

    // What a reporting period shows; see docs/order-of-calculation.md, "Which cell a scorecard shows".
    Shown shown(const AreaCode& area, Period reporting) const;
    // The figure built up to the end of a period that is made up of whole periods of the measure's grain.
    Shown rolled(const AreaCode& area, Period period) const;
    // A period's own figure: handed in, or put together from the finer periods inside it.
    Amount own_amount(const AreaCode& area, Period period) const;
    // A stretch as handed in, or rolled up over the areas below; absent if nobody said anything of it.
    std::optional<Amount> said(const AreaCode& area, const Stretch& stretch) const;
    // The same, or the gap of a cell that is not there: not due, overdue, or not applicable outside the measure's time.
    Amount amount(const AreaCode& area, const Stretch& stretch) const;
    // The periods of which something was said, in this area or where it rolls up in those below it; oldest first.
    std::vector<Period> periods(const AreaCode& area) const;
    Date due(const Stretch& stretch) const; // when it is to be handed in

private:
    std::optional<Period> handed_in_for(const AreaCode& area, Period reporting) const;
    Shown latest(const AreaCode& area, Period reporting) const;
    Period first_due(Period reporting) const;
    Period snapshot_of(const AreaCode& area, Period period) const;
    bool is_for_later(const AreaCode& area, Period period, Date end) const;
    bool is_gap_handed_in(const AreaCode& area, Period period) const;
    std::optional<Amount> added_in(const AreaCode& area, Period period) const;
    Amount over_time(const AreaCode& area, const Stretch& whole) const;
    Amount put_together(const AreaCode& area, const std::vector<Period>& parts) const;
    void keep_unmentioned(Amount& amount, const CellPlace& place) const;
    const std::optional<Amount>& divided(const AreaCode& area, const Stretch& stretch) const;
    std::optional<Amount> divide(const AreaCode& area, const Stretch& stretch) const;
    Amount absent(const Stretch& stretch) const;

    const Known& known_;
    const Measure& measure_;
    std::optional<Measure> linked_; // with the links of its overlaps, where it has any
    std::vector<AreaCode> areas_;   // whose cells are read
    mutable std::optional<Cells> cells_;
    mutable std::map<std::pair<AreaCode, Stretch>, std::optional<Amount>> divided_;
};

} // namespace qd::inline engine
