#pragma once

#include "domain/content.hpp"

#include <string>
#include <vector>

namespace qd::inline acts {

// What has to be kept so that a tolerance which a source changes without saying from when does not re-rate past periods: the old
// one as it always was, and the new one from `today`. For measures, and for the council if the source gives its settings
// (otherwise null). Nothing if the source dates the change itself, or the store never had the measure.
std::vector<ToleranceChange> kept_tolerances(const Content& known, const Content& given, const Settings* given_settings,
                                             Date today);

// "PARK: the tolerance is 5% for periods that end on or after 1 December 2026; earlier ones keep 10%."
std::vector<std::string> told(const std::vector<ToleranceChange>& kept);

} // namespace qd::inline acts
