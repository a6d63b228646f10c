#include "engine/status.hpp"

#include <fmt/format.h>

namespace qd::inline engine {
namespace {

using Kind = Condition::Kind;

struct Answer {
    Truth truth = Truth::unknown;
    std::string_view why_unknown;
};

Answer compared(const Evidence& evidence, const std::optional<Ratio>& now, const std::optional<Ratio>& then,
                bool same_will_do, std::string_view what_is_missing) {
    if (!now || !then) return {Truth::unknown, what_is_missing};
    const auto order = compare_goodness(evidence.measure.polarity, evidence.yardstick, *now, *then);
    if (!order) return {Truth::unknown, "neither way is good"};
    return {*order > 0 || (same_will_do && *order == 0) ? Truth::yes : Truth::no, {}};
}

Truth not_truth(Truth truth) {
    if (truth == Truth::unknown) return truth;
    return truth == Truth::yes ? Truth::no : Truth::yes;
}

Truth is_tolerated(const Tolerance& tolerance, const Yardstick& yardstick, const Ratio& figure) {
    switch (tolerance.kind) {
    case Tolerance::Kind::relative: return is_within(yardstick, figure, Condition::Measured::percent, tolerance.amount);
    case Tolerance::Kind::points: return is_within(yardstick, figure, Condition::Measured::points, tolerance.amount);
    default: return Truth::no;
    }
}

Answer answer(const Condition& condition, const Tolerance& tolerance, const Evidence& evidence) {
    const Yardstick& yardstick = evidence.yardstick;
    const Ratio& figure = *evidence.figure;
    constexpr std::string_view no_previous = "no figure of the period before to compare with";
    constexpr std::string_view no_last_year = "no figure of last year to compare with";
    switch (condition.kind) {
    case Kind::meets_target: return {meets(yardstick, figure), yardstick.why_none};
    case Kind::misses_target: return {not_truth(meets(yardstick, figure)), yardstick.why_none};
    case Kind::beats_target:
        return {beats(yardstick, figure, condition.measured, condition.amount), yardstick.why_none};
    case Kind::within: return {is_within(yardstick, figure, condition.measured, condition.amount), yardstick.why_none};
    case Kind::within_tolerance: return {is_tolerated(tolerance, yardstick, figure), yardstick.why_none};
    case Kind::better_than_previous:
        return compared(evidence, evidence.now_of_previous, evidence.previous, false, no_previous);
    case Kind::same_or_better_than_previous:
        return compared(evidence, evidence.now_of_previous, evidence.previous, true, no_previous);
    case Kind::better_than_last_year: return compared(evidence, figure, evidence.last_year, false, no_last_year);
    case Kind::same_or_better_than_last_year: return compared(evidence, figure, evidence.last_year, true, no_last_year);
    case Kind::forecast_meets_target: return {evidence.forecast_meets, "no forecast to judge"};
    case Kind::at_year_end: return {evidence.at_year_end ? Truth::yes : Truth::no, {}};
    case Kind::before_year_end: return {evidence.at_year_end ? Truth::no : Truth::yes, {}};
    case Kind::otherwise: break;
    }
    return {Truth::yes, {}};
}

// All conditions must hold: one that does not decides, whatever is unknown beside it.
Answer all_hold(const StatusRule& rule, const Tolerance& tolerance, const Evidence& evidence) {
    Answer whole{Truth::yes, {}};
    for (const Condition& condition : rule.when) {
        const Answer each = answer(condition, tolerance, evidence);
        if (each.truth == Truth::no) return each;
        if (each.truth == Truth::unknown && whole.truth == Truth::yes) whole = each;
    }
    return whole;
}

Verdict by_rule(const StatusRule& rule) { return {rule.status, rule.name, rule.label, Verdict::Basis::computed, {}}; }

Verdict unrated(std::string reason) { return {Status::not_rated, {}, {}, Verdict::Basis::none, std::move(reason)}; }

bool takes(const CutOff& cut_off, const Ratio& figure) {
    const auto order = figure <=> Ratio(cut_off.value);
    switch (cut_off.sign) {
    case CutOff::Sign::at_least: return order >= 0;
    case CutOff::Sign::more_than: return order > 0;
    case CutOff::Sign::at_most: return order <= 0;
    case CutOff::Sign::less_than: return order < 0;
    }
    return false;
}

// The word of a cut-off, as the council's rules know it: one of their own names, or one of the statuses.
Verdict by_word(const StatusRules& rules, const std::string& word) {
    for (const StatusRule& rule : rules.rules)
        if (rule.name == word) return by_rule(rule);
    const auto status = parse_status(word);
    if (!status) return unrated(fmt::format("the cut-offs name a status that the rules do not know: {}", word));
    for (const StatusRule& rule : rules.rules)
        if (rule.status == *status && rule.name.empty()) return by_rule(rule);
    return {*status, {}, {}, Verdict::Basis::computed, {}};
}

Verdict by_cut_offs(const StatusRules& rules, const Tolerance& tolerance, const Ratio& figure) {
    for (const CutOff& cut_off : tolerance.cut_offs)
        if (takes(cut_off, figure)) return by_word(rules, cut_off.status);
    return by_word(rules, tolerance.otherwise);
}

std::string reason_of(const Amount& actual, const Yardstick& yardstick) {
    if (actual.gap == GapReason::not_due && actual.due_on) return "not due until " + print_long(*actual.due_on);
    if (actual.gap == GapReason::overdue && actual.due_on) return "overdue since " + print_long(*actual.due_on);
    if (actual.gap == GapReason::suppressed && !yardstick.has_bound()) return yardstick.why_none;
    return label(actual.gap);
}

} // namespace

StatusRules rules_in_force(const Settings& settings, Date first_day) {
    const StatusRules* in_force = nullptr;
    for (const StatusRules& rules : settings.status_rules)
        if (!rules.from || *rules.from <= first_day) in_force = &rules;
    return in_force ? *in_force : usual_status_rules();
}

Verdict judged_by(const StatusRules& rules, const Tolerance& tolerance, const Evidence& evidence) {
    if (tolerance.kind == Tolerance::Kind::cut_offs) {
        if (evidence.yardstick.goal.state != TargetState::in_force) return unrated(evidence.yardstick.why_none);
        return by_cut_offs(rules, tolerance, *evidence.figure);
    }
    if (evidence.measure.polarity == Polarity::none) return unrated("neither way is good");
    for (const StatusRule& rule : rules.rules) {
        const Answer found = all_hold(rule, tolerance, evidence);
        if (found.truth == Truth::yes) return by_rule(rule);
        if (found.truth == Truth::unknown) return unrated(std::string(found.why_unknown));
    }
    return unrated("no rule holds");
}

Verdict computed_status(const Sheet& sheet, Period reporting, const Amount& actual, const Evidence& evidence) {
    const Known& known = sheet.known();
    const Settings& settings = known.content.settings;
    const Date first_day = sheet.calendar().first_day(reporting);
    if (evidence.figure) {
        const Measure& measure = sheet.measure();
        const Tolerance& tolerance =
            tolerance_in_force(known.content, measure, sheet.calendar().last_day(reporting), known.as_at.date());
        return judged_by(rules_in_force(settings, first_day), tolerance, evidence);
    }
    if (actual.gap != GapReason::not_applicable && known.as_at.date() < first_day)
        return {Status::not_started, {}, {}, Verdict::Basis::computed, "the period begins on " + print_long(first_day)};
    return unrated(reason_of(actual, evidence.yardstick));
}

std::optional<Verdict> judged_status(const Known& known, const MeasureCode& measure, const AreaCode& area,
                                     Period reporting) {
    if (area != known.content.settings.area) return {}; // updates speak of the council as a whole
    const Update* update = known.update_on({SubjectKind::measure, measure.text()}, reporting);
    if (!update || !update->status) return {};
    return Verdict{*update->status, {}, {}, Verdict::Basis::judged, update->reason};
}

} // namespace qd::inline engine
