#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "checks/plausible.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

// Printed and computed compared at the decimals that were printed.
void published_differs(const Measure& measure, const Figure& point, const std::string& when, Findings& findings) {
    if (!point.published || !point.actual.has_value() || rounds_to(point.actual.value(), *point.published)) return;
    Measure finer = measure; // shown with at least the decimals that were printed
    finer.decimals = std::max(finer.decimals, decimals_of(*point.published));
    std::string computed = show(finer, point.actual.value());
    if (point.numerator && point.denominator)
        computed += " from " + print_stated(*point.numerator) + " of " + print_stated(*point.denominator);
    findings.push_back(
        about(measure, error("published-differs"), when,
              "Published as " + show_stated(measure, *point.published) + ", but the figure is " + computed + "."));
}

bool is_outside(const Measure& measure, Decimal value) {
    return (measure.least && value < *measure.least) || (measure.most && value > *measure.most);
}

std::string bounds_of(const Measure& measure) {
    if (measure.least && measure.most)
        return "is between " + show_stated(measure, *measure.least) + " and " + show_stated(measure, *measure.most);
    return measure.least ? "is at least " + show_stated(measure, *measure.least)
                         : "is at most " + show_stated(measure, *measure.most);
}

// What the value may be at all, as the measure says.
void outside_bounds(const Measure& measure, Decimal value, FindingKind kind, const std::string& when,
                    Findings& findings) {
    const std::string what = kind.code == "target-implausible" ? "target" : "value";
    if (!is_outside(measure, value)) return;
    Measure finer = measure;
    finer.decimals = std::max(finer.decimals, decimals_of(value.rounded(3)));
    findings.push_back(
        about(measure, kind, when,
              "The " + what + " " + show(finer, value) + " cannot be right: the measure " + bounds_of(measure) + ".",
              "Correct the " + what + ", or the measure’s least and most value."));
}

// More than all, or less than none; some measures may be ("delivered, in per cent of what was planned"), and then say so.
void more_than_all(const Measure& measure, const Figure& point, const std::string& when, Findings& findings) {
    if (measure.quantity != Quantity::percent || !point.numerator || !point.denominator) return;
    const bool more = !measure.most && *point.numerator > *point.denominator,
               less = !measure.least && point.numerator->millionths() < 0;
    if ((!more && !less) || is_outside(measure, point.actual.has_value() ? point.actual.value() : Decimal())) return;
    findings.push_back(about(measure, warning("value-implausible"), when,
                             print_stated(*point.numerator) + " of " + print_stated(*point.denominator) + " is " +
                                 (more ? "more than all." : "less than none."),
                             "Correct the return; or if that is possible, give the measure a least and a most value."));
}

constexpr int another_unit = 50; // times; as far apart as 0.95 from 95, or 38 from 38,000
constexpr std::size_t history_needed = 4;

bool is_far_apart(Decimal a, Decimal b) {
    const Decimal large = std::max(a.abs(), b.abs()), small = std::min(a.abs(), b.abs());
    return Decimal::ratio(large, Decimal(another_unit)) >= small;
}

// A target fifty times what was ever measured, or a fiftieth of it, is in another unit. A share in per cent shows it at once;
// anything else may start small, so a history is asked for.
void target_implausible(const Measure& measure, const Series& series, const Figure& latest, const std::string& when,
                        Findings& findings) {
    if (!latest.goal || !latest.goal->aim || latest.goal->aim->is_zero()) return;
    const Decimal aim = *latest.goal->aim;
    std::vector<Decimal> values;
    for (const Figure& point : series.points)
        if (point.actual.has_value() && !point.actual.value().is_zero()) values.push_back(point.actual.value());
    if (values.empty() || (measure.quantity != Quantity::percent && values.size() < history_needed)) return;
    const auto [least, most] = std::ranges::minmax(values, {}, &Decimal::abs);
    const bool one_side = most.abs() < aim.abs() || least.abs() > aim.abs();
    if (!one_side || !std::ranges::all_of(values, [&](Decimal value) { return is_far_apart(value, aim); })) return;
    const std::string measured =
        least == most ? show(measure, most) : show(measure, least) + " to " + show(measure, most);
    findings.push_back(about(measure, warning("target-implausible"), when,
                             "The target " + show_stated(measure, aim) +
                                 " is out of proportion to the figures measured: " + measured + "."));
}

std::optional<Decimal> step_value(const Measure& measure, const Figure& point) {
    const Cell& cell = cell_of_course(measure, point);
    return cell.has_value() ? std::optional(cell.value()) : std::nullopt;
}

// A step of more than six times the usual one (the median of those before it) and twice the largest, judged only after six
// earlier steps: seasons and small series make smaller leaps by themselves.
void jump(const Measure& measure, const Series& series, const Figure& latest, const std::string& when,
          Findings& findings) {
    std::vector<Decimal> steps;
    std::optional<Decimal> before;
    for (const Figure& point : series.points) {
        const auto value = step_value(measure, point);
        if (!value) continue;
        const Decimal step = before ? (*value - *before).abs() : Decimal();
        if (point.described == latest.described) {
            if (!before || steps.size() < 6) return;
            std::ranges::sort(steps);
            const Decimal usual = steps[steps.size() / 2], largest = steps.back();
            if (usual.is_zero() || step <= usual * Decimal(6) || step <= largest * Decimal(2)) return;
            findings.push_back(about(measure, warning("value-implausible"), when,
                                     "It went from " + show(measure, *before) + " to " + show(measure, *value) +
                                         ", more than six times the usual step of " + show(measure, usual) + "."));
            return;
        }
        if (before) steps.push_back(step);
        before = value;
    }
}

// Reported in the period, or described a part of it (the months of a quarter).
bool belongs(const CheckInput& input, const Figure& point) {
    const Calendar& calendar = input.content.settings.calendar;
    if (point.period == input.period) return true;
    return calendar.first_day(point.described) >= calendar.first_day(input.period) &&
           calendar.last_day(point.described) <= calendar.last_day(input.period);
}

void check_course(const CheckInput& input, const Measure& measure, const Series& series, Findings& findings) {
    const Figure* latest = nullptr;
    std::string when;
    for (const Figure& drawn : series.points) {
        if (!belongs(input, drawn)) continue;
        const Figure* whole = input.whole(series, drawn);
        if (whole == nullptr || !belongs(input, *whole)) continue; // what is built up describes more than its period
        const Figure& point = *whole;
        latest = &point;
        when = input.content.settings.calendar.label(point.described);
        published_differs(measure, point, when, findings);
        if (point.actual.has_value())
            outside_bounds(measure, point.actual.value(), error("value-implausible"), when, findings);
        more_than_all(measure, point, when, findings);
        jump(measure, series, drawn, when, findings);
        std::ranges::move(falling_to_date(input.content.settings.calendar, measure, series, point, when),
                          std::back_inserter(findings));
    }
    if (!latest) return;
    if (latest->goal && latest->goal->aim)
        outside_bounds(measure, *latest->goal->aim, error("target-implausible"), when, findings);
    target_implausible(measure, series, *latest, when, findings);
}

} // namespace

const Cell& cell_of_course(const Measure& measure, const Figure& point) {
    if (!is_built_up(measure) || point.stretch == StretchKind::own) return point.actual;
    return point.in_period;
}

Findings implausible(const Measure& measure, const Series& series, const Figure& point, const std::string& when) {
    Findings findings;
    guarded({SubjectKind::measure, measure.code.text()}, short_name(measure), findings, [&] {
        if (point.actual.has_value())
            outside_bounds(measure, point.actual.value(), error("value-implausible"), when, findings);
        more_than_all(measure, point, when, findings);
        jump(measure, series, point, when, findings);
        far_from_history(measure, series, point, when, findings);
    });
    return findings;
}

Findings check_figures(const CheckInput& input) {
    Findings findings;
    for (const auto& course : input.courses) {
        const Measure* measure = find_row(input.content.measures, course->measure);
        if (!measure) continue;
        guarded({SubjectKind::measure, measure->code.text()}, short_name(*measure), findings,
                [&] { check_course(input, *measure, *course, findings); });
    }
    return findings;
}

} // namespace qd::inline checks
