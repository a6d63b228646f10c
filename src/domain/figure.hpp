#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/cell.hpp"
#include "domain/observation.hpp"
#include "domain/period.hpp"
#include "domain/status.hpp"
#include "domain/target.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace qd {

// The target a figure is judged against, brought to numbers. With `lower` only: at least; `upper` only: at most; both: between.
struct Goal {
    std::optional<Decimal> lower, upper;
    std::optional<Decimal>
        aim; // best value in the middle, or the single figure to print; always set unless in words or none
    bool strict = false;
    TargetKind kind = TargetKind::value;
    TargetRole role = TargetRole::annual; // annual, or the profile's position
    Period period;                        // the target row's
    std::string words;
    TargetState state = TargetState::in_force;
    std::string reason;

    friend bool operator==(const Goal&, const Goal&) = default;
};

// What came of comparing with an earlier figure.
struct Movement {
    Direction direction = Direction::not_comparable;
    std::optional<Period> period;      // compared with
    std::optional<Decimal> value;      // its value
    std::optional<Decimal> difference; // this − that, in the measure's own unit
    std::optional<Decimal> relative;   // in per cent of that
    std::vector<AreaCode> areas{};     // compared with: those that the area took the place of; empty = itself
    std::string why_not{};             // why it is not comparable, where that is known: "Newtown begins on 1 April 2022"

    friend bool operator==(const Movement&, const Movement&) = default;
};

// A status with the word the council uses for it, and where it came from.
struct Verdict {
    Status status = Status::not_rated;
    std::string name; // the council's own word; empty = the status's own
    std::string label;
    enum class Basis { none, computed, judged } basis = Basis::none;
    std::string reason; // of the person who judged; or why there is none ("no target")

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

// The walk back of one figure.
struct Lineage {
    std::size_t return_index = 0; // in Content::returns
    Instant known_at;
    std::string source, source_sha256, handed_in_by, signed_off_by;

    friend bool operator==(const Lineage&, const Lineage&) = default;
};

// One measure in one area at one period, computed and judged. The order in which the fields are found is docs/order-of-calculation.md.
struct Figure {
    MeasureCode measure;
    AreaCode area;
    Period period;    // reported for
    Period described; // the stretch of time that `actual` describes
    Cell actual;      // what is shown and judged: year to date, rolling, or the period's own, as the measure says
    std::optional<Decimal> numerator, denominator;     // of actual
    Cell in_period;                                    // the period's own figure, where actual is a year to date
    std::size_t parts_present = 1, parts_expected = 1; // coverage of a roll-up
    Flags flags = 0;
    std::string note;
    std::optional<Decimal> published;
    std::optional<Goal> goal;     // judged against now
    std::optional<Goal> year_end; // the year's own
    Verdict status;               // in force: judged where a person judged, else computed
    Verdict computed;             // kept beside it
    Outlook outlook = Outlook::unknown;
    std::optional<Decimal> forecast; // the officer's figure
    std::string forecast_by, forecast_reason;
    Movement previous, last_year;
    std::optional<Lineage> lineage;
    std::optional<Date> due_on; // of the return that should be here, where it is missing
    std::vector<Period> lacks{}; // what nobody handed in for it although it is due: the parts of what it is built up from, or the
                                 // years since the latest one known
    std::vector<AreaCode> lacks_areas{}; // the areas below of which nobody handed in anything for what `described` or `lacks` says
    std::string why_missing{}; // what is missing, where a part or an input is; or why an old figure is not rated. Empty = `actual` says
    std::vector<AreaCode> red_parts{}; // the areas right below that are red by their own targets, where this one is not

    friend bool operator==(const Figure&, const Figure&) = default;
};

struct Counts {
    std::size_t measures = 0, rated = 0, green = 0, amber = 0, red = 0, complete = 0, not_started = 0, not_rated = 0,
                outlook_meet = 0, outlook_miss = 0;
    friend bool operator==(const Counts&, const Counts&) = default;
};

struct Scorecard {
    Period period;
    AreaCode area;
    Instant as_at;
    Counts counts;
    std::vector<Figure> figures; // in the order of Content::measures

    friend bool operator==(const Scorecard&, const Scorecard&) = default;
};

// One measure over time in one area, oldest first; each point judged by the target and rule in force for it.
struct Series {
    MeasureCode measure;
    AreaCode area;
    std::vector<Figure> points;
};

} // namespace qd
