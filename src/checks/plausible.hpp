#pragma once

#include "checks/check.hpp"

#include <string>
#include <vector>

namespace qd::inline checks {

// What makes one figure implausible, by itself and by those before it in its series (it is a point of it): outside the
// least and most value of its measure, more than all, a leap (value-implausible), or far from all that it has been
// (value-outlying). `when` is how people read its period.
Findings implausible(const Measure& measure, const Series& series, const Figure& point, const std::string& when);

// A year to date of counts or money made by hand that is less than the one before it in the same year (year-to-date-falls).
Findings falling_to_date(const Calendar& calendar, const Measure& measure, const Series& series, const Figure& point,
                         const std::string& when);

// Areas far from all others of their kind (peer-outlying) in a stretch of time, by what is known at a time.
struct PeerFinding {
    AreaCode area;
    Finding finding;
};
std::vector<PeerFinding> far_from_peers(const Content& content, Instant as_at, const Measure& measure,
                                        Period described);

// Used by both. What one point adds to a course: a figure that builds up over the year includes much of the one
// before it, so there the period's own is the step, as handed in.
const Cell& cell_of_course(const Measure& measure, const Figure& point);
void far_from_history(const Measure& measure, const Series& series, const Figure& point, const std::string& when,
                      Findings& findings);

} // namespace qd::inline checks
