#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"

namespace qd::inline checks {
namespace {

bool off_course(const Figure& figure) { return figure.outlook == Outlook::to_miss || figure.outlook == Outlook::missed; }

Finding about(const Measure& measure, std::string code, Severity severity, std::string message, std::string remedy) {
    return {std::move(code), severity, {SubjectKind::measure, measure.code.text()}, name_of(measure), std::move(message), std::move(remedy)};
}

void missing(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    if (figure.actual.has_value() || figure.actual.gap() != GapReason::overdue || !figure.due_on) return;
    const auto late = static_cast<std::size_t>(input.as_at.date() - *figure.due_on);
    findings.push_back(about(measure, "value-missing", Severity::warning,
                             std::string(off_course(figure) ? "Forecast to miss, but no" : "No") + " figure was handed in for " +
                                 input.content.settings.calendar.label(input.period) + ". It was due on " + print_long(*figure.due_on) + ", " +
                                 plural(late, "day", "days") + " before " + print_long(input.as_at.date()) + ".",
                             "Ask " + (measure.owner.empty() ? std::string("its owner") : measure.owner.text()) + " for the return, or hand in the reason for the gap."));
}

// The very same numerator and denominator as the period before: more often carried over than true.
void stale(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    if (!input.before || !figure.numerator || !figure.denominator) return;
    const Figure* before = figure_of(*input.before, figure.measure);
    if (!before || before->described == figure.described || before->numerator != figure.numerator || before->denominator != figure.denominator) return;
    if (figure.denominator->abs() < Decimal(20)) return; // small parts repeat by themselves
    findings.push_back(about(measure, "value-stale", Severity::warning,
                             print(*figure.numerator) + " of " + print(*figure.denominator) + " is what was reported for " +
                                 input.content.settings.calendar.label(before->described) + " already.",
                             "See whether the return was carried over unchanged."));
}

void late(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    if (!figure.lineage || figure.described != input.period) return;
    const Calendar& calendar = input.content.settings.calendar;
    const Date due = calendar.last_day(figure.described).plus_days(measure.due_days.value_or(input.content.settings.due_days));
    const Return& handed_in = input.content.returns[figure.lineage->return_index];
    if (!handed_in.reason.empty() || handed_in.known_at.value_or(Instant()).date() <= due) return; // a correction is not late
    if (handed_in.handed_in_by.empty()) return; // carried over from a paper: when it was handed in is not known
    findings.push_back(about(measure, "return-late", Severity::note,
                             "Handed in on " + print_long(handed_in.known_at->date()) + ", " +
                                 plural(static_cast<std::size_t>(handed_in.known_at->date() - due), "day", "days") + " after it was due.",
                             "Agree the date with " + handed_in.handed_in_by + ", or change it."));
}

// The paper itself long after its period.
void late_paper(const CheckInput& input, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    for (const Paper& paper : input.content.papers) {
        if (paper.period != input.period || !paper.meeting) continue;
        const int days = *paper.meeting - calendar.last_day(paper.period);
        if (days <= input.content.settings.late_report_days) continue;
        findings.push_back({"paper-late", Severity::note, {SubjectKind::council, paper.code.text()}, paper.title,
                            "Discussed on " + print_long(*paper.meeting) + ", " + plural(static_cast<std::size_t>(days), "day", "days") + " after " +
                                calendar.label(paper.period) + " ended.",
                            "Say so in the paper, or bring newer figures."});
    }
}

} // namespace

Findings check_returns(const CheckInput& input) {
    Findings findings;
    for (const Figure& figure : input.scorecard.figures) {
        const Measure* measure = measure_of(input.content, figure.measure);
        if (!measure) continue;
        missing(input, *measure, figure, findings);
        stale(input, *measure, figure, findings);
        late(input, *measure, figure, findings);
    }
    late_paper(input, findings);
    return findings;
}

} // namespace qd::inline checks
