#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <algorithm>
#include <set>

namespace qd::inline checks {
namespace {

// The unit named and every unit below it.
std::set<UnitCode> units_below(const Content& content, const std::string& top) {
    std::set<UnitCode> below = {UnitCode(top)};
    for (bool grown = true; grown;) {
        grown = false;
        for (const Unit& unit : content.units)
            if (!unit.parent.empty() && below.contains(unit.parent)) grown |= below.insert(unit.code).second;
    }
    return below;
}

bool within(const CheckInput& input, const Subject& subject, const Priority& priority) {
    if (subject.kind == SubjectKind::priority) return priority.code.text() == subject.code;
    if (subject.kind == SubjectKind::unit) return units_below(input.content, subject.code).contains(priority.unit);
    return true;
}

struct PriorityCounts {
    std::size_t all = 0, rows = 0, actions = 0;
    StatusTally tally;
};

void add(StatusTally& tally, const std::optional<Status>& status) {
    if (!status || *status == Status::not_rated) ++tally.blank;
    else if (*status == Status::green) ++tally.green;
    else if (*status == Status::amber) ++tally.amber;
    else if (*status == Status::red) ++tally.red;
    else if (*status == Status::complete) ++tally.complete;
    else ++tally.not_started;
}

PriorityCounts count_priorities(const CheckInput& input, const Subject& subject) {
    PriorityCounts counts;
    for (const GroupLines& group : input.partnership.groups) {
        for (const PriorityLine& line : group.lines) {
            if (!within(input, subject, line.priority)) continue;
            ++counts.all;
            counts.actions += line.actions.total();
            if (!line.update) continue;
            ++counts.rows;
            add(counts.tally, line.update->status);
        }
    }
    return counts;
}

std::size_t count_projects(const Content& content, const Subject& subject) {
    const auto named = std::ranges::find_if(content.projects, [&](const Project& project) { return project.code.text() == subject.code; });
    return static_cast<std::size_t>(std::ranges::count_if(content.projects, [&](const Project& project) {
        return named == content.projects.end() ? project.unit.text() == subject.code : project.wave == named->wave;
    }));
}

std::string rows_in_words(const PriorityCounts& counts) {
    std::vector<std::string> kinds;
    const auto tell = [&](std::size_t count, const char* word) {
        if (count > 0) kinds.push_back(std::to_string(count) + " " + word);
    };
    tell(counts.tally.green, "green");
    tell(counts.tally.amber, "amber");
    tell(counts.tally.red, "red");
    tell(counts.tally.complete, "complete");
    tell(counts.tally.not_started, "not started");
    tell(counts.tally.blank, "left blank");
    return "the tables have " + plural(counts.rows, "row", "rows") + " for " + plural(counts.all, "priority", "priorities") + ": " + list_of(kinds);
}

Finding differs(const Statement& statement, const std::string& message, const std::string& remedy) {
    return {"published-differs", Severity::error, statement.subject, place_of(statement), message, remedy};
}

void count_bound(const CheckInput& input, const Statement& statement, std::size_t counted, const std::string& detail, Findings& findings) {
    if (!statement.stated || *statement.stated == Decimal::whole(static_cast<std::int64_t>(counted))) return;
    findings.push_back(differs(statement,
                               "“" + print(*statement.stated) + " " + statement.label + "”, but " + std::to_string(counted) + " " +
                                   (counted == 1 ? "is" : "are") + " found in the figures" + (detail.empty() ? "." : ": " + detail + "."),
                               "Correct the number printed, or add what is missing in " + input.content.settings.calendar.label(input.period) + "."));
}

void priorities_bound(const CheckInput& input, const Statement& statement, Findings& findings) {
    const PriorityCounts counts = count_priorities(input, statement.subject);
    const std::string rows = rows_in_words(counts);
    switch (statement.binding) {
    case Binding::priorities:
        // all of them may be there, and yet not every one have a row in the tables
        return count_bound(input, statement, counts.rows < counts.all ? counts.rows : counts.all, rows, findings);
    case Binding::priorities_green: return count_bound(input, statement, counts.tally.green, rows, findings);
    case Binding::priorities_amber: return count_bound(input, statement, counts.tally.amber, rows, findings);
    case Binding::priorities_red: return count_bound(input, statement, counts.tally.red, rows, findings);
    case Binding::priorities_not_started: return count_bound(input, statement, counts.tally.not_started, rows, findings);
    case Binding::actions: return count_bound(input, statement, counts.actions, "", findings);
    default: return;
    }
}

// Stated to have moved one way, or by so much, where the measure moved otherwise.
void change_bound(const CheckInput& input, const Statement& statement, Findings& findings) {
    const Measure* measure = measure_of(input.content, MeasureCode(statement.subject.code));
    const Figure* figure = figure_of(input.scorecard, MeasureCode(statement.subject.code));
    if (!measure || !figure || !figure->actual.has_value()) return;
    const Movement& movement = statement.binding == Binding::change_previous ? figure->previous : figure->last_year;
    if (!movement.difference || !movement.value || !movement.period) return;
    const std::string moved = "from " + show(*measure, *movement.value) + " (" + input.content.settings.calendar.label(*movement.period) + ") to " +
                              show(*measure, figure->actual.value()) + ", " + show_difference(*measure, *movement.difference);
    const bool says_down = statement.words.find("reduc") != std::string::npos || statement.words.find("fall") != std::string::npos ||
                           statement.words.find("fewer") != std::string::npos;
    const bool says_up = statement.words.find("increas") != std::string::npos || statement.words.find("rise") != std::string::npos;
    const bool up = movement.difference->millionths() > 0, down = movement.difference->millionths() < 0;
    if ((says_down && up) || (says_up && down)) {
        findings.push_back({"word-against-figure", Severity::error, statement.subject, place_of(statement),
                            "“" + statement.words + "”, but " + name_of(*measure) + " went " + moved + ": it " + label(movement.direction) + ".",
                            "Correct the sentence, or name the figures it rests on."});
        return;
    }
    const Decimal computed = statement.binding == Binding::change_percent_last_year ? movement.relative.value_or(Decimal()) : *movement.difference;
    if (statement.stated && !rounds_to(computed, *statement.stated))
        findings.push_back({"average-differs", Severity::note, statement.subject, place_of(statement),
                            "“" + (statement.words.empty() ? print(*statement.stated) : statement.words) + "” " + statement.label + ", but the measure itself went " + moved + ".",
                            "Name the average that is meant."});
}

// A forecast that even everything said to be still possible does not reach.
void forecast_bound(const CheckInput& input, const Statement& statement, Findings& findings) {
    const Measure* measure = measure_of(input.content, MeasureCode(statement.subject.code));
    const Figure* figure = figure_of(input.scorecard, MeasureCode(statement.subject.code));
    if (!measure || !figure || !figure->numerator || !figure->denominator || !statement.count || figure->denominator->is_zero()) return;
    const std::optional<Decimal> expected = statement.stated ? statement.stated : figure->forecast;
    if (!expected) return;
    const Decimal reached = *figure->numerator + *statement.count;
    const Decimal best = Decimal::ratio(reached, *figure->denominator, measure->per);
    const bool falls_short = measure->polarity == Polarity::lower ? best > *expected : best < *expected;
    if (!falls_short) return;
    const Decimal needed = Decimal::ratio(*expected * *figure->denominator, Decimal::whole(measure->per)); // rounded up below
    const Decimal whole_needed = needed.rounded(0) < needed ? needed.rounded(0) + Decimal(1) : needed.rounded(0);
    findings.push_back({"forecast-above-plan", Severity::error, statement.subject, place_of(statement),
                        "The officer expects " + show(*measure, *expected) + "; all " + print_grouped(*statement.count, 0) + " " + statement.label + " make " +
                            print_grouped(reached, 0) + " of " + print_grouped(*figure->denominator, 0) + ", which is " + show(*measure, best) + ".",
                        "Correct the forecast, or say what else will add " + print_grouped((whole_needed - reached).abs(), 0) + "."});
}

void value_bound(const CheckInput& input, const Statement& statement, Findings& findings) {
    const Measure* measure = measure_of(input.content, MeasureCode(statement.subject.code));
    const Figure* figure = figure_of(input.scorecard, MeasureCode(statement.subject.code));
    if (!measure || !figure || !figure->actual.has_value() || !statement.stated) return;
    if (rounds_to(figure->actual.value(), *statement.stated)) return;
    findings.push_back(differs(statement, print(*statement.stated) + " printed for " + name_of(*measure) + ", computed " + show(*measure, figure->actual.value()) + ".",
                               "Correct the figure printed, or hand in the return that it rests on."));
}

void check_one(const CheckInput& input, const Statement& statement, Findings& findings) {
    switch (statement.binding) {
    case Binding::none: return;
    case Binding::measures: return count_bound(input, statement, input.scorecard.counts.measures, "", findings);
    case Binding::outlook_meet: return count_bound(input, statement, input.scorecard.counts.outlook_meet, "", findings);
    case Binding::outlook_miss: return count_bound(input, statement, input.scorecard.counts.outlook_miss, "", findings);
    case Binding::projects: return count_bound(input, statement, count_projects(input.content, statement.subject), "", findings);
    case Binding::value: return value_bound(input, statement, findings);
    case Binding::change_previous:
    case Binding::change_last_year:
    case Binding::change_percent_last_year: return change_bound(input, statement, findings);
    case Binding::forecast: return forecast_bound(input, statement, findings);
    default: return priorities_bound(input, statement, findings);
    }
}

} // namespace

Findings check_bindings(const CheckInput& input) {
    Findings findings;
    for (const Statement& statement : input.content.statements)
        if (statement.period == input.period) check_one(input, statement, findings);
    return findings;
}

} // namespace qd::inline checks
