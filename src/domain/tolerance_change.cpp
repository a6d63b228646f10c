#include "domain/tolerance_change.hpp"

#include "domain/content/measured.hpp"

namespace qd {
namespace {

// The newest change in force; of two from the same day there is only one. Null = none.
const ToleranceChange* change_in_force(const MeasuredContent& content, const MeasureCode& measure, Date end,
                                       Date known_on) {
    const ToleranceChange* found = nullptr;
    for (const ToleranceChange& change : content.tolerances) {
        if (change.measure != measure || (change.from && *change.from > end)) continue;
        if (change.decided_on && *change.decided_on > known_on) continue;
        if (!found || found->from < change.from) found = &change;
    }
    return found;
}

} // namespace

const Tolerance& tolerance_in_force(const MeasuredContent& content, const Measure& measure, Date end, Date known_on) {
    const ToleranceChange* own = change_in_force(content, measure.code, end, known_on);
    if (own && own->tolerance) return *own->tolerance;
    if (!own && measure.tolerance) return *measure.tolerance;
    const ToleranceChange* councils = change_in_force(content, {}, end, known_on);
    return councils ? *councils->tolerance : content.settings.tolerance;
}

} // namespace qd
