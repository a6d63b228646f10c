#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "domain/status_counts.hpp"

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

// Which priorities a statement speaks of.
struct Scope {
    const Subject& subject;
    std::set<UnitCode> units;

    bool holds(const Priority& priority) const {
        if (subject.kind == SubjectKind::priority) return priority.code.text() == subject.code;
        if (subject.kind == SubjectKind::plan) return priority.plan.text() == subject.code;
        return subject.kind != SubjectKind::unit || units.contains(priority.unit);
    }
};

Scope scope_of(const CheckInput& input, const Subject& subject) {
    return {subject,
            subject.kind == SubjectKind::unit ? units_below(input.content, subject.code) : std::set<UnitCode>()};
}

struct PriorityCounts {
    std::size_t rows = 0, actions = 0;
    StatusTally tally;                        // of the rows
    std::vector<std::string> without_row;     // titles
    std::vector<std::string> actions_of_each; // "5", "3"

    std::size_t all() const { return rows + without_row.size(); }
};

PriorityCounts count_priorities(const CheckInput& input, const Subject& subject) {
    const Scope scope = scope_of(input, subject);
    PriorityCounts counts;
    for (const GroupLines& group : input.partnership.groups) {
        for (const PriorityLine& line : group.lines) {
            if (!scope.holds(line.priority)) continue;
            counts.actions += line.actions.total();
            if (line.actions.total() > 0) counts.actions_of_each.push_back(std::to_string(line.actions.total()));
            if (!line.update) {
                counts.without_row.push_back("“" + shorten(line.priority.title, 80) + "”");
                continue;
            }
            ++counts.rows;
            ++count_of(counts.tally, line.update->status.value_or(Status::not_rated));
        }
    }
    return counts;
}

// Of a programme, its phases.
std::size_t count_projects(const Content& content, const Subject& subject) {
    if (subject.kind == SubjectKind::programme)
        return static_cast<std::size_t>(std::ranges::count_if(
            content.phases, [&](const Phase& phase) { return phase.programme.text() == subject.code; }));
    const auto named = std::ranges::find_if(
        content.projects, [&](const Project& project) { return project.code.text() == subject.code; });
    return static_cast<std::size_t>(std::ranges::count_if(content.projects, [&](const Project& project) {
        if (named == content.projects.end()) return project.unit.text() == subject.code;
        return named->wave.empty() ? project.wave.empty() && project.unit == named->unit : project.wave == named->wave;
    }));
}

void count_bound(const Statement& statement, std::size_t counted, const std::string& found, Findings& findings) {
    if (!statement.stated || *statement.stated == Decimal::whole(static_cast<std::int64_t>(counted))) return;
    findings.push_back({error("published-differs"), statement.subject, place_of(statement),
                        labelled(statement, print_stated(*statement.stated) + " stated, but " + found + ".")});
}

std::string is_or_are(std::size_t count) { return count == 1 ? "is" : "are"; }

std::string tables_of(const PriorityCounts& counts) {
    if (counts.rows == 0) return "the tables have no row for any of them";
    std::string text = "the tables have " + plural(counts.rows, "row", "rows") + ": " + print_tally(counts.tally);
    if (counts.without_row.size() == 1) text += "; there is none for " + counts.without_row[0];
    if (counts.without_row.size() > 1)
        text += "; " + std::to_string(counts.without_row.size()) + " priorities have none";
    return text;
}

// Every priority may be there, and yet not each of them have a row in the tables: only what has one is reported on.
void all_bound(const Statement& statement, const PriorityCounts& counts, Findings& findings) {
    count_bound(statement, counts.rows, tables_of(counts), findings);
}

// So many of one status; where those without a status and without a row would make up the difference, it is said.
void status_bound(const Statement& statement, std::size_t counted, Status status, const PriorityCounts& counts,
                  Findings& findings) {
    std::string found = "there " + is_or_are(counted) + " " + std::to_string(counted) + ": " + tables_of(counts);
    const std::size_t open = counts.tally.blank + counts.without_row.size();
    if (open > 0 && statement.stated == Decimal::whole(static_cast<std::int64_t>(counted + open)))
        found += ". It is right only if those without a status or a row are " + label(status) + " as well";
    count_bound(statement, counted, found, findings);
}

void actions_bound(const Statement& statement, const PriorityCounts& counts, Findings& findings) {
    std::string found = plural(counts.actions, "is", "are") + " counted";
    if (counts.actions_of_each.size() > 1)
        found += " under its " + std::to_string(counts.actions_of_each.size()) +
                 " priorities: " + in_words(counts.actions_of_each);
    count_bound(statement, counts.actions, found, findings);
}

void priorities_bound(const CheckInput& input, const Statement& statement, Findings& findings) {
    const PriorityCounts counts = count_priorities(input, statement.subject);
    const StatusTally& tally = counts.tally;
    switch (statement.binding) {
    case Binding::priorities: return all_bound(statement, counts, findings);
    case Binding::priorities_green: return status_bound(statement, tally.green, Status::green, counts, findings);
    case Binding::priorities_amber: return status_bound(statement, tally.amber, Status::amber, counts, findings);
    case Binding::priorities_red: return status_bound(statement, tally.red, Status::red, counts, findings);
    case Binding::priorities_not_started:
        return status_bound(statement, tally.not_started, Status::not_started, counts, findings);
    case Binding::actions: return actions_bound(statement, counts, findings);
    default: return;
    }
}

bool misses(const Figure& figure) { return figure.outlook == Outlook::to_miss || figure.outlook == Outlook::missed; }

// How many measures are forecast to meet or to miss; the misses are named, as they are few.
void outlook_bound(const CheckInput& input, const Statement& statement, Findings& findings) {
    const Counts& counts = input.scorecard.counts;
    const std::size_t counted = statement.binding == Binding::outlook_meet ? counts.outlook_meet : counts.outlook_miss;
    std::vector<std::string> names;
    for (const Figure& figure : input.scorecard.figures)
        if (misses(figure)) names.push_back(figure.measure.text());
    std::string found =
        "the scorecard has " + std::to_string(counted) + " of " + plural(counts.measures, "measure", "measures");
    if (!names.empty() && names.size() <= 8) found += "; to miss: " + in_words(names);
    count_bound(statement, counted, found, findings);
}

// "Three years", where the dates of the programme make another number: as near as it is written.
void years_bound(const CheckInput& input, const Statement& statement, Findings& findings) {
    if (statement.subject.kind != SubjectKind::programme || !statement.stated) return;
    const Programme* programme = find_row(input.content.programmes, ProgrammeCode(statement.subject.code));
    if (!programme || !programme->runs_from || !programme->runs_to) return;
    const int months = months_between(*programme->runs_from, programme->runs_to->plus_days(1));
    const Decimal years = Decimal::ratio(Decimal::whole(months), Decimal(12));
    if (rounds_to(years, *statement.stated)) return;
    findings.push_back({warning("duration-differs"), statement.subject, place_of(statement),
                        labelled(statement, print_stated(*statement.stated) + " years stated, but " +
                                                print_window(programme->runs_from, programme->runs_to) + " is " +
                                                plural(static_cast<std::size_t>(months), "month", "months") +
                                                ", which is " + print_stated(years.rounded(1)) + " years.")});
}

void check_one(const CheckInput& input, const Statement& statement, Findings& findings) {
    switch (statement.binding) {
    case Binding::measures: {
        const std::size_t measures = input.scorecard.counts.measures;
        return count_bound(statement, measures, "the scorecard has " + std::to_string(measures), findings);
    }
    case Binding::outlook_meet:
    case Binding::outlook_miss: return outlook_bound(input, statement, findings);
    case Binding::years: return years_bound(input, statement, findings);
    case Binding::projects: {
        const std::size_t projects = count_projects(input.content, statement.subject);
        return count_bound(statement, projects, plural(projects, "is", "are") + " listed", findings);
    }
    default: return priorities_bound(input, statement, findings);
    }
}

} // namespace

Findings check_bindings(const CheckInput& input) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    for (const Statement& statement : input.content.statements)
        if (statement.period == input.period) check_one(input, statement, findings);
    return findings;
}

} // namespace qd::inline checks
