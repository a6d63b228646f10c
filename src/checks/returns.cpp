#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "domain/coverage.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace qd::inline checks {
namespace {

bool off_course(const Figure& figure) {
    return figure.outlook == Outlook::to_miss || figure.outlook == Outlook::missed;
}

std::string owner_of(const CheckInput& input, const Measure& measure) {
    const Unit* owner = find_row(input.content.units, measure.owner);
    return owner ? owner->name : "its owner";
}

// The row of a return that says something of a cell and does not count: it is not approved, or known only later.
struct Waiting {
    const Return* handed_in = nullptr;
    Period period;
};

Waiting waiting(const CheckInput& input, const Measure& measure, const AreaCode& area,
                const std::vector<Period>& wanted) {
    const Calendar& calendar = input.content.settings.calendar;
    Waiting found;
    for (const Return& each : input.content.returns) {
        const bool is_later = each.known_at && each.known_at->date() > input.as_at.date();
        if (each.measure != measure.code || (counts(each.state) && !is_later)) continue;
        for (std::size_t row = 0; row < each.observations.size(); ++row) {
            const AreaCode& place = each.observations.area_codes()[each.observations.areas()[row]];
            const Period period = each.observations.period(row);
            const bool is_wanted = std::ranges::any_of(wanted, [&](Period one) {
                return calendar.first_day(one) == calendar.first_day(period) &&
                       calendar.last_day(one) == calendar.last_day(period);
            });
            if (is_wanted && (place.empty() ? input.content.settings.area : place) == area) found = {&each, period};
        }
    }
    return found;
}

// What was handed in and does not count yet: it is not asked for again.
Finding not_counted(const CheckInput& input, const Measure& measure, const Waiting& waiting) {
    const std::string what = "The figure for " + input.content.settings.calendar.label(waiting.period);
    const Return& handed_in = *waiting.handed_in;
    if (counts(handed_in.state))
        return about(measure, warning("value-known-later"), "",
                     what + " was handed in as known from " + print_long(handed_in.known_at->date()) +
                         ", which is after " + print_long(input.as_at.date()) + ".");
    return about(measure, warning("value-not-approved"), "",
                 what + " was handed in and is " + std::string(print(handed_in.state)) + ": it is not approved.");
}

std::string labels(const Calendar& calendar, const std::vector<Period>& periods) {
    std::vector<std::string> labels;
    for (const Period period : periods) labels.push_back(calendar.label(period));
    return in_words(labels);
}

// Nothing was handed in although it is due: for the period, for a part of what is built up, for an area below, or for the years
// since the latest one known.
void missing(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    const bool is_old = figure.actual.has_value() && !figure.lacks.empty();
    const bool is_overdue = !figure.actual.has_value() && figure.actual.gap() == GapReason::overdue && figure.due_on &&
                            *figure.due_on < input.as_at.date();
    const bool is_in_part = !figure.actual.has_value() && !figure.lacks.empty(); // whatever the gap of the whole
    if (!is_old && !is_overdue && !is_in_part) return;
    const Period asked = figure.described.grain() == Grain::span ? input.period : figure.described;
    const std::vector<Period> wanted = figure.lacks.empty() ? std::vector{asked} : figure.lacks;
    std::vector<Period> cells = wanted;
    if (figure.lacks.empty()) cells.push_back(figure.described);
    if (const Waiting found = waiting(input, measure, figure.area, cells); found.handed_in) {
        findings.push_back(not_counted(input, measure, found));
        return;
    }
    const Date due =
        is_old || wanted.size() > 1 || !figure.due_on
            ? calendar.last_day(wanted.front()).plus_days(measure.due_days.value_or(input.content.settings.due_days))
            : *figure.due_on;
    const auto days = static_cast<std::size_t>(input.as_at.date() - due);
    std::string message = std::string(off_course(figure) ? "Forecast to miss, but no" : "No") +
                          " figure was handed in for " + labels(calendar, wanted);
    if (!figure.lacks_areas.empty()) message += " of " + area_names(input.content, figure.lacks_areas);
    message += wanted.size() > 1 ? ". The first was due on " : ". It was due on ";
    message += print_long(due) + ", " + plural(days, "day", "days") + " before " + print_long(input.as_at.date()) + ".";
    const auto coverage = coverage_of(calendar, measure, figure);
    if (coverage)
        message += " The figure is for " + words_of(*coverage) + " and leaves it out.";
    else if (is_old)
        message += " The latest one known is for " + calendar.label(figure.described) + ".";
    else if (!figure.why_missing.empty() && !figure.lacks.empty() && figure.lacks.back() != input.period)
        message += " Therefore " + figure.why_missing + ".";
    findings.push_back(
        about(measure, coverage ? note("value-missing") : warning("value-missing"), "", std::move(message),
              "Ask " + owner_of(input, measure) + " for the return, or hand in the reason for the gap."));
}

// Where the newest word on a measure is a forecast, in an area or below it, of periods that end within these days.
std::set<std::pair<AreaCode, Period>> forecast_cells(const CheckInput& input, const Measure& measure,
                                                     const AreaCode& whole, Date first, Date last) {
    const Calendar& calendar = input.content.settings.calendar;
    struct Newest {
        std::optional<Instant> known_at;
        bool is_forecast = false;
    };
    std::map<std::pair<AreaCode, Period>, Newest> newest;
    for (const Return& each : input.content.returns) {
        const bool is_known = !each.known_at || *each.known_at <= input.as_at;
        if (each.measure != measure.code || !counts(each.state) || !is_known) continue;
        const Observations& rows = each.observations;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const Date ends = calendar.last_day(rows.period(row));
            if (ends < first || ends > last) continue;
            const AreaCode& area = rows.area_codes()[rows.areas()[row]];
            Newest& word = newest[{area.empty() ? input.content.settings.area : area, rows.period(row)}];
            if (!word.known_at || word.known_at <= each.known_at)
                word = {each.known_at, has(rows.columns().flags[row], Flag::forecast)};
        }
    }
    std::map<AreaCode, AreaCode> above;
    for (const Area& area : input.content.areas) above[area.code] = area.parent;
    const auto lies_in = [&](AreaCode area) {
        for (std::size_t up = 0; up <= above.size() && !area.empty() && area != whole; ++up) area = above[area];
        return area == whole;
    };
    std::set<std::pair<AreaCode, Period>> cells;
    for (const auto& [cell, word] : newest)
        if (word.is_forecast && lies_in(cell.first)) cells.insert(cell);
    return cells;
}

// What was handed in as a forecast, of a period that has ended and whose return was due: the actual is asked for.
void actual_missing(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    if (!has(figure.flags, Flag::forecast)) return;
    const Calendar& calendar = input.content.settings.calendar;
    const Date first = std::min(calendar.first_day(figure.described), calendar.first_day(figure.period)),
               last = std::max(calendar.last_day(figure.described), calendar.last_day(figure.period));
    std::vector<Period> periods;
    std::vector<AreaCode> areas;
    std::optional<Date> first_due;
    for (const auto& [area, period] : forecast_cells(input, measure, figure.area, first, last)) {
        const Date due =
            calendar.last_day(period).plus_days(measure.due_days.value_or(input.content.settings.due_days));
        if (due >= input.as_at.date()) continue;
        if (std::ranges::find(periods, period) == periods.end()) periods.push_back(period);
        if (area != figure.area && std::ranges::find(areas, area) == areas.end()) areas.push_back(area);
        if (!first_due || due < *first_due) first_due = due;
    }
    if (!first_due) return;
    std::ranges::sort(periods, {}, [&](Period period) { return calendar.last_day(period); });
    const std::string of_areas = areas.empty() ? "" : " of " + area_names(input.content, areas);
    findings.push_back(
        about(measure, warning("actual-missing"), "",
              "What is known for " + labels(calendar, periods) + of_areas + " is a forecast. The actual was due on " +
                  print_long(*first_due) + (periods.size() > 1 ? ", the first of them." : "."),
              "Ask " + owner_of(input, measure) + " for the actual, and hand it in without the flag forecast."));
}

// The very same numerator and denominator as the period before: more often carried over than true.
void stale(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    if (!input.before || !figure.numerator || !figure.denominator) return;
    const Figure* before = figure_of(*input.before, figure.measure);
    if (!before || before->described == figure.described || before->numerator != figure.numerator ||
        before->denominator != figure.denominator)
        return;
    if (figure.denominator->abs() < Decimal(20)) return; // small parts repeat by themselves
    findings.push_back(about(measure, warning("value-stale"), "",
                             print_stated(*figure.numerator) + " of " + print_stated(*figure.denominator) +
                                 " is the same as for " + input.content.settings.calendar.label(before->described) +
                                 "."));
}

bool speaks_of_end(const Return& handed_in, const Calendar& calendar, Date last) {
    for (std::size_t row = 0; row < handed_in.observations.size(); ++row)
        if (calendar.last_day(handed_in.observations.period(row)) == last) return true;
    return false;
}

// A later word on figures that were handed in before corrects them; it is not late.
bool corrects(const CheckInput& input, const MeasureCode& measure, Instant known_at, Date last) {
    return std::ranges::any_of(input.content.returns, [&](const Return& other) {
        return other.measure == measure && counts(other.state) && other.known_at < known_at &&
               speaks_of_end(other, input.content.settings.calendar, last);
    });
}

void late(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    const Date last = calendar.last_day(input.period);
    if (!figure.lineage || calendar.last_day(figure.described) != last) return;
    const Lineage& handed_in = *figure.lineage;
    if (handed_in.handed_in_by.empty() || handed_in.known_at == Instant())
        return; // taken from a paper: when it was handed in is not known
    const Date due = last.plus_days(measure.due_days.value_or(input.content.settings.due_days)),
               came = handed_in.known_at.date();
    if (came <= due || !handed_in.reason.empty() || corrects(input, measure.code, handed_in.known_at, last)) return;
    findings.push_back(about(measure, note("return-late"), "",
                             "Handed in on " + print_long(came) + ", " +
                                 plural(static_cast<std::size_t>(came - due), "day", "days") + " after it was due.",
                             "Agree the date with " + handed_in.handed_in_by + ", or give the measure more days."));
}

// When it is discussed: as the paper says, otherwise as its agenda does.
std::optional<Date> meeting_of(const Content& content, const Paper& paper) {
    if (paper.meeting) return paper.meeting;
    for (const Item& item : content.items)
        if (item.paper == paper.code)
            if (const Meeting* meeting = find_row(content.meetings, item.meeting)) return meeting->date;
    return std::nullopt;
}

// The paper itself long after its period.
void late_paper(const CheckInput& input, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    for (const Paper& paper : input.content.papers) {
        const std::optional<Date> met = meeting_of(input.content, paper);
        if (paper.period != input.period || !met) continue;
        const int days = *met - calendar.last_day(paper.period);
        if (days <= input.content.settings.late_report_days) continue;
        findings.push_back({note("paper-late"),
                            {SubjectKind::council, paper.code.text()},
                            paper.title,
                            (*met > input.as_at.date() ? "To be discussed on " : "Discussed on ") + print_long(*met) +
                                ", " + plural(static_cast<std::size_t>(days), "day", "days") + " after " +
                                calendar.label(paper.period) + " ended."});
    }
}

} // namespace

Findings check_returns(const CheckInput& input) {
    Findings findings;
    for (const Figure& figure : input.scorecard.figures) {
        const Measure* measure = find_row(input.content.measures, figure.measure);
        if (!measure || !measure->formula.empty()) continue; // computed: what it is computed from is looked at
        missing(input, *measure, figure, findings);
        actual_missing(input, *measure, figure, findings);
        stale(input, *measure, figure, findings);
        late(input, *measure, figure, findings);
    }
    late_paper(input, findings);
    return findings;
}

} // namespace qd::inline checks
