#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "domain/period.hpp"
#include "domain/tolerance.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd {

// Which way is good.
enum class Polarity { higher, lower, range, middle, none };
std::string_view print(Polarity polarity);
std::string label(Polarity polarity); // "bigger is better"
std::optional<Polarity> parse_polarity(std::string_view text);

// What the number counts, and how it is shown. percent and rate are ratios of parts when parts are given.
enum class Quantity { percent, count, rate, days, money, score, number };
std::string_view print(Quantity quantity);
std::optional<Quantity> parse_quantity(std::string_view text);

// How the figure of a longer period follows from its parts; also what a scorecard shows and judges at a quarter.
enum class RollUp {
    last,    // a snapshot: the latest
    sum,     // a count over the year so far
    mean,    // of the parts, each weighing the same
    ratio,   // Σ numerators ÷ Σ denominators over the year so far
    rolling, // Σ ÷ Σ over the last four quarters or twelve months; or handed in as a rolling year
    by_hand, // the year-to-date figure is itself handed in, as the span from the year's first day
};
std::string_view print(RollUp roll_up);
std::optional<RollUp> parse_roll_up(std::string_view text);

// Which of a measure's figures is compared with its target. The others are shown with it, each against a target for its own
// stretch.
enum class Judged {
    to_date,  // the year to date
    period,   // the period's own
    year_end, // the year to date, and only once it is the whole year
    latest,   // the newest figure: a snapshot, a rolling year; the period's own for measures that build up
};
std::string_view print(Judged judged);
std::optional<Judged> parse_judged(std::string_view text);

enum class AreaRollUp { parts, by_hand }; // Σ over the areas below; or only what is handed in for the area itself
std::string_view print(AreaRollUp area_roll_up);
std::optional<AreaRollUp> parse_area_roll_up(std::string_view text);

// What a missing part does to the whole it belongs to, over areas, over time and in a formula.
enum class MissingParts {
    withhold,  // the whole is missing too
    leave_out, // the whole is of the parts that are there; the coverage says how many
};
std::string_view print(MissingParts missing);
std::optional<MissingParts> parse_missing_parts(std::string_view text);

// The target of an area that has none of its own: none, or Σ target × denominator ÷ Σ denominator of the areas below.
enum class TargetRollUp { none, denominators };
std::string_view print(TargetRollUp target_roll_up);
std::optional<TargetRollUp> parse_target_roll_up(std::string_view text);

// How a measure is defined, from a day on. Rows of the table `measures` with the same code are its versions.
struct Definition {
    std::optional<Date> from;    // none = from the start
    std::string text;            // what is counted, in and out
    std::string numerator_label; // "people with a personal budget"
    std::string denominator_label;
    std::string source; // where the figures come from
    std::string reason; // why this version replaced the one before
    // Figures of the version before times this are comparable with figures of this one; none = they are not.
    std::optional<Decimal> link;
    // Or a measure with figures by the version before, of periods that this version was measured in too: the link follows from
    // these. Empty = none.
    MeasureCode overlap{};

    friend bool operator==(const Definition&, const Definition&) = default;
};

struct Measure {
    MeasureCode code;
    std::string title;
    std::string short_title; // for narrow places; empty = title
    std::string theme;       // heading on the scorecard
    UnitCode owner;          // empty = not given
    Polarity polarity = Polarity::higher;
    Quantity quantity = Quantity::number;
    std::int64_t per = 1;         // a rate is numerator × per ÷ denominator; percent = 100
    int decimals = 0;             // shown, 0..6
    Grain grain = Grain::quarter; // how often it is measured
    RollUp roll_up = RollUp::last;
    AreaRollUp area_roll_up = AreaRollUp::parts;
    MissingParts missing = MissingParts::withhold;
    TargetRollUp target_roll_up = TargetRollUp::none;
    std::optional<Judged> judged; // none = to_date where it is built up over the year, else latest
    bool seasonal = false;        // charted as the difference to a year before
    std::optional<int>
        baseline; // the first so many figures make the limits of the control chart, 12 at least; none = all
    std::optional<Tolerance> tolerance; // none = the council's own
    std::optional<int> due_days; // handed in at the latest so many days after the period; none = the council's own
    std::optional<Decimal> least, most; // outside of these a value is implausible
    MeasureCode parent;                 // for breakdowns; empty = none
    std::string formula;                // how it follows from other measures (domain/formula.hpp); empty = handed in
    bool on_scorecard = true;
    std::optional<Date> active_from, active_to;
    std::vector<Definition> definitions; // in order of `from`; at least one

    friend bool operator==(const Measure&, const Measure&) = default;
};

// Which figure is judged, as the measure says or as follows from its roll-up.
Judged judged_of(const Measure& measure);
// Whether it has a year to date as well as the figures of its periods.
bool is_built_up(const Measure& measure);
// Whether parts of a year add up to it, so that a part of a year is compared with a part of the year's target: sums,
// and counts and money that are handed in as years to date.
bool adds_up(const Measure& measure);

// Whether the measure was defined otherwise on the one day than on the other, and no link makes its figures comparable.
bool breaks_between(const Measure& measure, Date earlier, Date later);
// What figures from the earlier day are multiplied by to be comparable with those from the later one, if nothing breaks.
Decimal link_between(const Measure& measure, Date earlier, Date later);
// The version that begins in these days, where another was in force before; null = none.
const Definition* definition_beginning(const Measure& measure, Date first, Date last);

// "84.5%", "19,252", "2.41 days", "£1,234.50": a value as people read it.
std::string show(const Measure& measure, Decimal value);
// "+1.0 point", "−0.4 points", "+250": a difference. Points are points, never "%".
std::string show_difference(const Measure& measure, Decimal difference);

} // namespace qd
