#pragma once

#include "base/wide.hpp"
#include "engine/amount.hpp"
#include "engine/known.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline engine {

// What a scorecard shows of a measure in one area, before it is judged.
struct Shown {
    Period described; // the stretch of time `actual` describes
    Amount actual;
    std::optional<Period> own;       // the measured period it is at, if it is one of the measure's own
    std::optional<Amount> in_period; // that period's own figure, where actual is built up over time
    std::vector<Period>
        lacks{}; // parts of what is built up, and years since the latest one, for which nothing was handed in
    std::string why_unrated{}; // why the number is not rated: "latest known: 2020/21". Empty = it is
};

// Whether a measure has something to say of a stretch at all.
bool is_active(const Measure& measure, const Stretch& stretch);

// Whether a period is shorter than those of a grain; a span is not.
bool is_finer(Period period, Grain grain);

// Σ target × denominator and Σ denominator over some areas, both in millionths of millionths and of ones.
struct Weighed {
    Wide weight = 0, denominator = 0;
};

// Which areas' cells a sheet reads: the area and all below it; or those of its siblings and of the area around it as well.
enum class Reach { below, around };

// Whether versions of a definition are linked by their overlaps, or only if a link was handed in.
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
    // The periods for which something was handed in, in this area or, if it rolls up, in those below it; oldest first.
    std::vector<Period> periods(const AreaCode& area) const;
    Date due(const Stretch& stretch) const; // when it is to be handed in
    // The areas directly below for which nothing was handed in although something was for others next to them.
    std::vector<AreaCode> unsaid_below(const AreaCode& area, const Stretch& stretch) const;
    // The first of the measure's own periods for which something was handed in.
    std::optional<Period> starts_with(const AreaCode& area) const;
    // The areas whose figures are used for one before it existed, if they can be combined; otherwise none.
    std::vector<AreaCode> stand_for(const AreaCode& area, const Stretch& stretch) const;
    // What `weigh` finds of the areas below an area; none = it cannot be weighed. Found once, since targets of the year so far, of
    // the year and of the figure beside ask for the same stretches.
    std::optional<Weighed> weighed_once(const AreaCode& area, const Stretch& stretch,
                                        const std::function<std::optional<Weighed>()>& weigh) const;

private:
    std::optional<Period> handed_in_for(const AreaCode& area, Period reporting) const;
    Shown latest(const AreaCode& area, Period reporting) const;
    Shown first_to_come(const AreaCode& area, Period reporting) const;
    Shown aged(const AreaCode& area, Shown shown, Period latest, Date end) const;
    std::optional<Shown> newest_in(const AreaCode& area, Period reporting) const;
    std::optional<Shown> snapshot_over(const AreaCode& area, Period reporting) const;
    Shown of_span(const AreaCode& area, Period span) const;
    bool is_like_own(Period period) const;
    bool is_year_to_date(Period period) const;
    bool is_there(const AreaCode& area, const Stretch& stretch) const; // the area, on its last day
    bool is_for(const AreaCode& area, const Stretch& stretch) const;
    std::string only(Period described) const;
    Period snapshot_of(const AreaCode& area, Period period) const;
    bool is_for_later(const AreaCode& area, Period period, Date end) const;
    bool is_gap_handed_in(const AreaCode& area, Period period) const;
    std::optional<Amount> added_in(const AreaCode& area, Period period) const;
    Amount over_time(const AreaCode& area, const Stretch& whole) const;
    Amount put_together(const AreaCode& area, const std::vector<Period>& parts) const;
    void keep_unmentioned(Amount& amount, const CellPlace& place) const;
    std::optional<Amount> part(const AreaCode& area, Period period) const;
    std::vector<Period> unsaid(const AreaCode& area, const Stretch& whole) const;
    bool has_finer() const;
    std::optional<Amount> before_it_began(const AreaCode& area, const Stretch& stretch) const;
    const std::optional<Amount>& divided(const AreaCode& area, const Stretch& stretch) const;
    std::optional<Amount> divide(const AreaCode& area, const Stretch& stretch) const;
    Amount absent(const AreaCode& area, const Stretch& stretch) const;

    const Known& known_;
    const Measure& measure_;
    std::optional<Measure> linked_; // with the links of its overlaps, where it has any
    std::vector<AreaCode> areas_;   // whose cells are read
    mutable std::optional<Cells> cells_;
    mutable std::map<std::pair<AreaCode, Stretch>, std::optional<Amount>> divided_;
    mutable std::map<std::pair<AreaCode, Stretch>, std::optional<Weighed>> weighed_;
    mutable std::map<AreaCode, std::optional<Period>> starts_;
    mutable std::optional<bool> has_finer_; // something was said of periods shorter than its own
};

} // namespace qd::inline engine
