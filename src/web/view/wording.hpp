#pragma once

#include "domain/calendar.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/names.hpp"
#include "domain/partnership.hpp"
#include "domain/shortfall.hpp"
#include "web/fields.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd::web {

// How figures are said on pages. Nothing is computed here but what a sentence needs.

std::string value_words(const Measure& measure, const Cell& cell); // "84.5%", or why there is none
std::string short_value(const Measure& measure, Decimal value);    // "90%" for 90.0: exact, but no longer than needed
std::string parts_words(const Figure& figure);                     // "19,252 of 22,779"; "" where no parts were given
std::string goal_words(const Measure& measure,
                       const std::optional<Goal>& goal);               // "90%", "between 2 and 5", "not given"
std::string quantity_words(const Measure& measure);                    // "%", "count", "per 1,000"
std::string roll_up_words(const Measure& measure);                     // "rolling year"
std::string owner_words(const Content& content, const UnitCode& code); // its post, its name, or "not given"
std::string period_words(const Calendar& calendar, Period period,
                         Period seen_from);               // "quarter 2" within the same year, else in full
std::vector<std::string> due_words(const Action& action); // {"31 March 2013", "monthly"}; {} = not given
std::string short_label(Outlook outlook);                 // "to meet"
std::string tally_words(const StatusTally& tally);        // "3 green, 1 not started, 1 blank"

std::string goal_words(const Measure& measure, const Figure& figure); // and "the year’s target" where that is meant
// "360, raised from 300 to 360 on 4 November 2024: Cabinet decided"
std::string year_target_words(const Measure& measure, const Figure& figure);
// "year to date; quarter 2: 88.0% against 90%, amber": which figure is above, and the other one of the period.
std::string side_words(const Calendar& calendar, const Measure& measure, const Figure& figure);
// Fields of the part "way": arrow and words; none where not comparable.
std::optional<Fields> way(const Measure& measure, const Calendar& calendar, const Figure& figure,
                          const Movement& movement);

} // namespace qd::web
