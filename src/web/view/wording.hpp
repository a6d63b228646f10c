#pragma once

#include "documents/sections/figure_reading.hpp"
#include "domain/calendar.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/goal_words.hpp"
#include "domain/names.hpp"
#include "domain/partnership.hpp"
#include "domain/shortfall.hpp"
#include "domain/shorthand.hpp"
#include "web/fields.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd::web {

// How figures are said on pages, besides what every surface says of them (figure_reading.hpp). Nothing is computed here but what a
// sentence needs.

std::string quantity_words(const Measure& measure);                    // "%", "count", "per 1,000"
std::string roll_up_words(const Measure& measure);                     // "rolling year"
std::string owner_words(const Content& content, const UnitCode& code); // its post, its name, or "not given"
std::string period_words(const Calendar& calendar, Period period,
                         Period seen_from);        // "quarter 2" within the same year, else in full
std::string short_label(Outlook outlook);          // "to meet"
std::string tally_words(const StatusTally& tally); // "3 green, 1 not started, 1 blank"

// "360, raised from 300 to 360 on 4 November 2024: Cabinet decided"
std::string year_target_words(const Measure& measure, const Figure& figure);
// "year to date; quarter 2: 88.0% against 90%, Amber": which figure is above, and the other one of the period.
std::string stretches_words(const Calendar& calendar, const Measure& measure, const Figure& figure);
// Fields of the part "way": arrow and words; none where not comparable.
std::optional<Fields> way(const Measure& measure, const Calendar& calendar, const Figure& figure,
                          const Movement& movement);

// The same of the words of a movement (movement_words), which are longer.
Fields way_fields(const Spans& words);

} // namespace qd::web
