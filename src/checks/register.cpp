#include "checks/families.hpp"
#include "checks/phrases.hpp"

namespace qd::inline checks {

// What was there last period and is gone without a reason: on the scorecard, and among the priorities reported on.
Findings check_register(const CheckInput& input) {
    Findings findings;
    if (!input.before) return findings;
    for (const Figure& before : input.before->figures) {
        if (figure_of(input.scorecard, before.measure)) continue;
        const Measure* measure = measure_of(input.content, before.measure);
        if (!measure) continue;
        const bool said_why = !measure->definitions.empty() && !measure->definitions.back().reason.empty();
        if (said_why) continue;
        findings.push_back({"entry-gone", Severity::error, {SubjectKind::measure, measure->code.text()}, name_of(*measure),
                            "It was on the scorecard of " + input.content.settings.calendar.label(input.before->period) + " and is not on this one, without a reason.",
                            "Put it back, or give the reason with its last definition."});
    }
    return findings;
}

} // namespace qd::inline checks
