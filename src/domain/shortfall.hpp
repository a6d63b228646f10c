#pragma once

#include "domain/figure.hpp"
#include "domain/measure.hpp"

#include <optional>
#include <string>

namespace qd {

// Off target: red now, forecast to miss the year's target, or it is missed already. The one definition that checker, overview,
// page, paper and terminal go by.
bool is_off_target(const Figure& figure);

// Whether a number reaches a goal, as the engine would say it of a figure; none where the goal has no bound or is not in force.
std::optional<bool> reaches(const Goal& goal, Decimal value);

// Whether a year to date can only grow: a sum, or a year to date as handed in, of what is never negative.
bool only_grows(const Measure& measure);

// How an officer's word of the year's end fails to go with figures; `words` is a clause: "his own figure of 91 would meet 80".
struct OutlookAtOdds {
    enum class With { own_figure, reached_already, exceeded_already, not_reached, not_over } with = With::own_figure;
    std::string words;

    friend bool operator==(const OutlookAtOdds&, const OutlookAtOdds&) = default;
};
// Whether an officer's word contradicts the figure that he forecast with it.
bool is_at_odds_with_own_figure(const Figure& figure);
// None where word and figures go together, or one of them is not there. `over`: the year's last period is reported.
enum class YearsEnd { ahead, reached };
std::optional<OutlookAtOdds> outlook_at_odds(const Measure& measure, const Figure& figure, YearsEnd end);

// How many more (or fewer) of the counted things would reach the goal at today's denominator: exact, and only for a
// ratio of whole parts against a single figure that is not reached. 19,252 of 22,779 against 90% → 1,250.
std::optional<Decimal> short_by(const Measure& measure, const Figure& figure, const std::optional<Goal>& goal);

} // namespace qd
