#pragma once

#include "checks/check.hpp"
#include "checks/said/times.hpp"

#include <map>
#include <set>

// What is known of the thing that a text is about, in a form that does not depend on whether it is a measure, a risk or a
// deliverable.
namespace qd::inline checks {

// How it stood at one stretch of time.
struct KnownPoint {
    Period period;    // reported for
    Date first, last; // the days that it describes
    std::vector<Decimal>
        values; // the one that is judged, then others that may be told: the period's other figure, as published
    std::optional<Goal> goal, year_end; // judged against then
    std::optional<Decimal> beside;   // the period's other figure: its own beside a year to date, or the other way round
    std::optional<Goal> beside_goal; // of the same stretch as that
    StretchKind stretch = StretchKind::latest, beside_stretch = StretchKind::latest;
    std::optional<Decimal> numerator, denominator;
    std::optional<Status> status;
    std::string status_name; // the council's own word; empty = none

    bool is_known() const { return !values.empty(); }
};

// Two figures of the same stretch, a period or a year apart.
struct Change {
    Decimal from, to;
    std::string from_label; // "2024/25 quarter 2"; empty = told by the sentence
};

struct Facts {
    Subject subject;
    Measure shown; // how its values are written, and which way is good
    std::string name;
    std::set<std::string> stems;             // of the words that name it
    std::set<std::string> alike_stems;       // of other words for the same: "expenditure" of "spending"
    std::set<std::string> name_words;        // all of them, common ones too
    std::set<std::string> definition_stems;  // of what its definition speaks of besides
    std::set<std::string> place_words;       // of the council and its area
    std::set<std::string> part_words;        // of its numerator, and not of its denominator
    bool is_change = false;                  // its value is itself a change: "vandalism compared with last year"
    bool falls_count = false;                // "reduction in …": more of it is a fall of what it is about
    std::vector<KnownPoint> points;          // oldest first; the one of the period is last of all
    KnownPoint now;                          // of the period; without values if nothing is known
    std::vector<Decimal> before, a_year_ago; // values of the period before, of the same stretch a year ago
    std::string before_label, a_year_ago_label;
    std::vector<Change> since_before, since_a_year_ago; // from these to the figures of the same stretch now
    std::vector<Decimal> targets;                       // of any role and time
    std::vector<Decimal> forecasts;                     // what is expected of the year's end
    std::vector<Decimal> others;                        // more that may be told of it: parts, differences, totals
    Outlook outlook = Outlook::unknown;

    bool has_value() const { return now.is_known(); }
    Decimal value() const { return now.values.front(); }
};

// Facts of every subject that texts are about, made when they are first asked for.
class KnownSubjects {
public:
    explicit KnownSubjects(const CheckInput& input) : input_(input) {}

    // The subject's own: of a measure, a risk, a deliverable, or of the one measure that a priority goes by; null = it has none.
    const Facts* of(const Subject& subject);
    // Of what `subject` covers (a programme's deliverables, a priority's measures, else all measures) the one whose name stands
    // among these words, wholly; null = none does, or several.
    const Facts* named_in(const Words& words, const Subject& subject);

private:
    using Name = std::pair<Subject, std::set<std::string>>;
    std::optional<Facts> made(const Subject& subject);
    const std::vector<Name>& names_under(const Subject& subject);

    const CheckInput& input_;
    std::map<Subject, std::optional<Facts>> known_;
    std::map<Subject, std::vector<Name>> names_;
};

// Whether a word is a form of one that names the thing: "satisfaction" of "satisfied".
bool is_named_by(const Facts& facts, const std::string& word);

// Whether the name says in which unit of time it counts: "weeks to adapt a home".
bool counts_time(const Facts& facts);

// The words that name a thing, as stems; without those that any measure could have ("number of", "rate").
std::set<std::string> stems_of(std::string_view name);

// The points in a stretch of time that a sentence names; empty = nothing is known of it.
std::vector<const KnownPoint*> points_in(const Facts& facts, const TimeSaid& time);

// "76.3%": as the subject's values are written.
std::string show(const Facts& facts, Decimal value);

} // namespace qd::inline checks
