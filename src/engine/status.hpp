#pragma once

#include "domain/figure.hpp"
#include "engine/sheet.hpp"
#include "engine/yardstick.hpp"

namespace qd::inline engine {

// What the rules may ask about one figure.
struct Evidence {
    const Measure& measure;
    const Yardstick& yardstick;
    std::optional<Ratio> figure;
    std::optional<Ratio> now_of_previous, previous; // the two that are compared with the period before
    std::optional<Ratio> last_year;                 // compared with `figure`
    Truth forecast_meets = Truth::unknown;
    bool at_year_end = false;
    std::optional<GapReason> gap = {}; // why there is no figure
};

// The rules whose time had come when the period began; the usual ones where the council had none then.
StatusRules rules_in_force(const Settings& settings, Date first_day);

// The first rule that applies. A rule that needs something unknown (no target, no figure for last year) ends the search without a
// status: a red based on a missing figure would be as wrong as a green. What could not be judged may still be named by the
// council: by a rule about missing figures, wherever it is, or, for what has no target, a last “otherwise” that counts as not
// rated.
Verdict judged_by(const StatusRules& rules, const Tolerance& tolerance, const Evidence& evidence);

// The computed status of what is shown for a reporting period, or why it has none, in the order in which the reasons count.
Verdict computed_status(const Sheet& sheet, Period reporting, const Amount& actual, const Evidence& evidence);

// What a person judged, if anybody did; it takes precedence over the computed one.
std::optional<Verdict> judged_status(const Known& known, const MeasureCode& measure, const AreaCode& area,
                                     Period reporting);

} // namespace qd::inline engine
