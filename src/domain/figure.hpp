#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/cell.hpp"
#include "domain/measure.hpp"
#include "domain/observation.hpp"
#include "domain/period.hpp"
#include "domain/status.hpp"
#include "domain/target.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace qd {

// Which stretch of time a figure describes. Only figures of the same stretch are compared.
enum class StretchKind {
    own,     // what the period counted by itself
    to_date, // from the year's first day to the period's last
    rolling, // the twelve months that end with it
    latest,  // the newest there is of a measure that is not built up
};
std::string_view print(StretchKind stretch);
// "the quarter", "year to date", "rolling year", "latest": its name among others. `described` is the stretch itself.
std::string name_of(StretchKind stretch, Period described);
// "in the quarter", "so far", "over the rolling year", or nothing: after a figure of it, to distinguish it from the others.
std::string words_behind(StretchKind stretch, Period described);

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
    std::optional<Date> set_on, from; // when it was decided, and from when on it is in force where that is another day

    friend bool operator==(const Goal&, const Goal&) = default;
};

// What came of comparing with an earlier figure.
struct Movement {
    Direction direction = Direction::not_comparable;
    StretchKind stretch = StretchKind::latest; // of both figures
    std::optional<Decimal> now;                // the later one, which is printed with the change
    std::optional<Period> period;              // compared with
    std::optional<Decimal> value;              // its value
    std::optional<Decimal> difference;         // this − that, in the measure's own unit
    std::optional<Decimal> relative;           // in per cent of that
    std::vector<AreaCode> areas{};             // compared with: those that the area took the place of; empty = itself
    std::string why_not{};           // why it is not comparable, where that is known: "Newtown begins on 1 April 2022"
    std::optional<Direction> told{}; // what a paper said in words, as well as what is computed; never computed
    std::string told_change{};       // "2.5 points", as told

    friend bool operator==(const Movement&, const Movement&) = default;
};

// A status with the word the council uses for it, and where it came from.
struct Verdict {
    Status status = Status::not_rated;
    std::string name; // the council's own word; empty = the status's own
    std::string label;
    std::optional<StatusLook> look; // of the council's own; none = that of the status
    enum class Basis { none, computed, judged } basis = Basis::none;
    std::string reason; // of the person who judged; or why there is none ("no target")

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

// The walk back of one figure: what its return says of itself.
struct Lineage {
    Instant known_at; // the first moment of all where the return does not say
    std::string source, source_sha256, handed_in_by, signed_off_by, reason;
    std::string cell{}; // of the source, where the figure is of one

    friend bool operator==(const Lineage&, const Lineage&) = default;
};

// The other of a period's two figures, if a measure has two: the period's own if the year to date or rolling year
// is judged, or the year to date if the period's own is. Compared with a target for its own stretch, and never counted.
struct SideFigure {
    StretchKind stretch = StretchKind::own;
    Period described;
    Cell actual;
    std::optional<Decimal> numerator, denominator;
    std::optional<Goal> goal;
    Verdict status; // computed
    Movement previous, last_year;

    friend bool operator==(const SideFigure&, const SideFigure&) = default;
};

// A target that a figure is compared with but not judged by: stretch, minimum, intervention.
struct GoalBeside {
    Goal goal;
    std::optional<bool> is_reached;    // none = it cannot be said
    std::optional<Decimal> difference; // the figure less the one number of the goal, in the measure's own unit

    friend bool operator==(const GoalBeside&, const GoalBeside&) = default;
};

// One measure in one area at one period, computed and judged. The order in which the fields are found is docs/order-of-calculation.md.
struct Figure {
    MeasureCode measure;
    AreaCode area;
    Period period;                             // reported for
    Period described;                          // the stretch of time that `actual` describes
    StretchKind stretch = StretchKind::latest; // which that is
    Cell actual; // what is shown and judged: year to date, rolling, or the period's own, as the measure says
    std::optional<Decimal> numerator, denominator;     // of actual
    Cell in_period;                                    // the period's own figure, where actual is a year to date
    std::size_t parts_present = 1, parts_expected = 1; // coverage of a roll-up
    Flags flags = 0;
    std::string note;
    std::optional<Decimal> published;
    std::optional<Goal> goal;            // judged against now
    std::optional<SideFigure> beside;    // the period's other figure
    std::optional<Goal> year_end;        // the year's own, as it is in force now
    std::optional<Goal> year_end_was;    // the year's own before it was changed within the year
    std::vector<GoalBeside> other_goals; // that are shown only
    Verdict status;                      // in force: judged where a person judged, else computed
    Verdict computed;                    // kept with it
    Outlook outlook = Outlook::unknown;
    Outlook told_outlook = Outlook::unknown; // from a paper that gives it in words; it counts if nothing else is known
    std::optional<Decimal> forecast;         // the officer's figure
    Outlook forecast_outlook = Outlook::unknown; // his word
    std::string forecast_by, forecast_reason;
    Movement previous;  // of the period's own figure where the judged one is built up over the year, which grows anyhow
    Movement last_year; // of `actual`
    std::optional<Lineage> lineage;
    std::optional<Date> due_on; // of the return that should be here, where it is missing
    std::vector<Period>
        lacks{}; // what nobody handed in for it although it is due: the parts of what it is built up from, or the
                 // years since the latest one known
    std::vector<AreaCode>
        lacks_areas{}; // the areas below for which nothing was handed in for what `described` or `lacks` says
    std::string
        why_missing{}; // what is missing, where a part or an input is; or why an old figure is not rated. Empty = `actual` says
    std::vector<AreaCode> red_parts{}; // the areas right below that are red by their own targets, where this one is not

    friend bool operator==(const Figure&, const Figure&) = default;
};

// The period's own figure and the year to date, whichever of them is judged; null where the measure has no such figure.
const Cell* own_figure(const Figure& figure);
const Cell* figure_to_date(const Measure& measure, const Figure& figure);
// Whether the goal of a part of a year is the year's own target unchanged, so it has to be named as such: for
// percentages made by hand, and for measures judged only at the year end.
bool is_held_against_year(const Measure& measure, const Figure& figure);
// The change between the two figures as printed, so that anyone who subtracts one from the other gets it.
std::optional<Decimal> printed_change(const Measure& measure, const Movement& movement);

// How many measures have a status of the council's own, which counts as one of the six as well.
struct OwnCount {
    Verdict status;
    std::size_t count = 0;

    friend bool operator==(const OwnCount&, const OwnCount&) = default;
};

struct Counts {
    std::size_t measures = 0, rated = 0, green = 0, amber = 0, red = 0, complete = 0, not_started = 0, not_rated = 0,
                outlook_meet = 0, outlook_miss = 0;
    std::vector<OwnCount> own; // in the order of first appearance
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
    // Drawn small: points hold no more than period, described (the same), stretch, actual and in_period.
    bool is_outline = false;

    friend bool operator==(const Series&, const Series&) = default;
};

// The course of each measure of a content, in its order: whole, or an outline where that is found much sooner. Those that stay the
// same are shared from one content to the next.
using Courses = std::vector<std::shared_ptr<const Series>>;

} // namespace qd
