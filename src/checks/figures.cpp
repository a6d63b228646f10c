#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

Finding about(const Measure& measure, std::string code, Severity severity, const std::string& place, std::string message, std::string remedy) {
    return {std::move(code), severity, {SubjectKind::measure, measure.code.text()}, name_of(measure) + ", " + place, std::move(message), std::move(remedy)};
}

// Printed and computed compared at the decimals that were printed.
void published_differs(const Measure& measure, const Figure& point, const std::string& when, Findings& findings) {
    if (!point.published || !point.actual.has_value() || rounds_to(point.actual.value(), *point.published)) return;
    findings.push_back(about(measure, "published-differs", Severity::error, when,
                             "Published as " + print(*point.published) + ", computed " + show(measure, point.actual.value()) +
                                 (point.numerator && point.denominator ? " from " + print(*point.numerator) + " of " + print(*point.denominator) : "") + ".",
                             "Correct the figure printed, or the return."));
}

// What the value may be at all, as the measure says.
void outside_bounds(const Measure& measure, Decimal value, const std::string& what, const std::string& when, Findings& findings) {
    if ((!measure.least || value >= *measure.least) && (!measure.most || value <= *measure.most)) return;
    const std::string bounds = (measure.least ? "at least " + show(measure, *measure.least) : "") + (measure.least && measure.most ? " and " : "") +
                               (measure.most ? "at most " + show(measure, *measure.most) : "");
    findings.push_back(about(measure, what + "-implausible", Severity::error, when,
                             "The " + what + " " + show(measure, value) + " cannot be: the measure is " + bounds + ".", "Correct it, or the bounds of the measure."));
}

// A percentage with its parts lies between 0 and 100.
void more_than_all(const Measure& measure, const Figure& point, const std::string& when, Findings& findings) {
    if (measure.quantity != Quantity::percent || !point.numerator || !point.denominator) return;
    if (point.numerator->millionths() >= 0 && *point.numerator <= *point.denominator) return;
    findings.push_back(about(measure, "value-implausible", Severity::error, when,
                             print(*point.numerator) + " of " + print(*point.denominator) + " is more than all, or less than none.", "Correct the return."));
}

// A target a hundred times what was ever reached, or a hundredth of it, is in the wrong unit (0.95 for 95 %).
void target_implausible(const Measure& measure, const Series& series, const Figure& latest, const std::string& when, Findings& findings) {
    if (!latest.goal || !latest.goal->aim || latest.goal->aim->is_zero()) return;
    Decimal largest;
    for (const Figure& point : series.points)
        if (point.actual.has_value()) largest = std::max(largest, point.actual.value().abs());
    if (largest.is_zero()) return;
    const Decimal aim = latest.goal->aim->abs();
    const Decimal times = Decimal::ratio(std::max(aim, largest), std::min(aim, largest));
    if (times < Decimal(50)) return;
    findings.push_back(about(measure, "target-implausible", Severity::warning, when,
                             "The target " + show(measure, *latest.goal->aim) + " is out of all proportion to what was measured, at most " + show(measure, largest) + ".",
                             "See whether it is in the measure's own unit."));
}

// A jump of more than six times the usual step (the median of the earlier ones), judged only with six earlier steps or more.
void jump(const Measure& measure, const Series& series, Period period, const std::string& when, Findings& findings) {
    std::vector<Decimal> steps;
    const Figure* before = nullptr;
    for (const Figure& point : series.points) {
        if (point.period > period) break;
        if (!point.actual.has_value()) continue;
        if (before && point.period == period && steps.size() >= 6) {
            std::ranges::sort(steps);
            const Decimal usual = steps[steps.size() / 2];
            const Decimal step = (point.actual.value() - before->actual.value()).abs();
            if (!usual.is_zero() && step > usual * Decimal(6))
                findings.push_back(about(measure, "value-implausible", Severity::warning, when,
                                         "The step from " + show(measure, before->actual.value()) + " to " + show(measure, point.actual.value()) +
                                             " is more than six times the usual one.",
                                         "Have the return confirmed, or corrected."));
        }
        if (before) steps.push_back((point.actual.value() - before->actual.value()).abs());
        before = &point;
    }
}

} // namespace

Findings check_figures(const CheckInput& input) {
    Findings findings;
    for (const Series& series : input.series) {
        const Measure* measure = measure_of(input.content, series.measure);
        if (!measure) continue;
        for (const Figure& point : series.points) {
            if (point.period != input.period) continue;
            const std::string when = input.content.settings.calendar.label(point.described);
            published_differs(*measure, point, when, findings);
            if (point.actual.has_value()) outside_bounds(*measure, point.actual.value(), "value", when, findings);
            if (point.goal && point.goal->aim) outside_bounds(*measure, *point.goal->aim, "target", when, findings);
            more_than_all(*measure, point, when, findings);
            target_implausible(*measure, series, point, when, findings);
        }
        jump(*measure, series, input.period, input.content.settings.calendar.label(input.period), findings);
    }
    return findings;
}

} // namespace qd::inline checks
