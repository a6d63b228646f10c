#pragma once

#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/finding.hpp"
#include "domain/partnership.hpp"

#include <functional>
#include <set>
#include <vector>

namespace qd::inline checks {

// What the families of checks are handed: all of it computed before, nothing is looked up.
struct CheckInput {
    const Content& content;
    Period period;
    Instant as_at;
    const Scorecard& scorecard;     // of the period
    const Scorecard* before;        // of the period before; null = nothing is known of it
    const Partnership& partnership; // of the period
    const Courses& courses;         // of the measures whose history is known, on the scorecard or not
    // The whole series of a measure of which there is an outline; it has to stay there.
    std::function<const Series&(const MeasureCode&)> whole_series;

    const Series* series(const MeasureCode& measure) const; // the whole; null = nothing is known of it
    // A point of a course as it is in the whole series; null = it is not in there.
    const Figure* whole(const Series& course, const Figure& point) const;
};

// Runs every family; errors first, then warnings, then notes; within these in the order of the families and of the content.
Findings check(const CheckInput& input);

// The same in two steps: what each family finds, in their order; and in one list.
using ByFamily = std::vector<Findings>;
ByFamily check_by_family(const CheckInput& input);
// The same again, after the returns of these measures became others and whatever else that no figure follows from (changed.hpp of
// the engine). Families that look at each measure by itself look at these alone.
ByFamily check_again(const CheckInput& input, ByFamily before, const std::set<MeasureCode>& measures);
Findings in_one_list(const ByFamily& found);

} // namespace qd::inline checks
