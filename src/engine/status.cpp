#include "engine/status.hpp"

#include "domain/own_status.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qd::inline engine {
namespace {

using Kind = Condition::Kind;

struct Answer {
    Truth truth = Truth::unknown;
    std::string_view why_unknown;
};

// Whether there is a target in force at all, even one that cannot be turned into a number.
bool has_target(const Yardstick& yardstick) {
    const Goal& goal = yardstick.goal;
    return yardstick.has_bound() || (goal != Goal{} && goal.state == TargetState::in_force &&
                                     goal.kind != TargetKind::none_yet && yardstick.why_none != "no target");
}

// What has no figure: neither what does not apply to it, nor what has one that is not published.
bool lacks_figure(const Evidence& evidence) {
    return !evidence.figure && evidence.gap != GapReason::not_applicable && evidence.gap != GapReason::suppressed;
}

Truth truth(bool holds) { return holds ? Truth::yes : Truth::no; }

bool asks_what_is_missing(const StatusRule& rule) {
    return std::ranges::any_of(rule.when, [](const Condition& condition) {
        return condition.kind == Kind::no_target || condition.kind == Kind::no_figure ||
               condition.kind == Kind::not_due;
    });
}

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

// What a figure is needed for.
Answer answer_of_figure(const Condition& condition, const Tolerance& tolerance, const Evidence& evidence) {
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
    default: return {Truth::yes, {}};
    }
}

Answer answer(const Condition& condition, const Tolerance& tolerance, const Evidence& evidence) {
    switch (condition.kind) {
    case Kind::no_target: return {truth(!has_target(evidence.yardstick)), {}};
    case Kind::no_figure: return {truth(lacks_figure(evidence)), {}};
    case Kind::not_due: return {truth(!evidence.figure && evidence.gap == GapReason::not_due), {}};
    case Kind::forecast_meets_target: return {evidence.forecast_meets, "no forecast to judge"};
    case Kind::at_year_end: return {truth(evidence.at_year_end), {}};
    case Kind::before_year_end: return {truth(!evidence.at_year_end), {}};
    case Kind::otherwise: return {Truth::yes, {}};
    default: break;
    }
    if (!evidence.figure) return {Truth::unknown, "no figure"};
    return answer_of_figure(condition, tolerance, evidence);
}

// All conditions must hold: one that does not decides, whatever else is unknown.
Answer all_hold(const StatusRule& rule, const Tolerance& tolerance, const Evidence& evidence) {
    Answer whole{Truth::yes, {}};
    for (const Condition& condition : rule.when) {
        const Answer each = answer(condition, tolerance, evidence);
        if (each.truth == Truth::no) return each;
        if (each.truth == Truth::unknown && whole.truth == Truth::yes) whole = each;
    }
    return whole;
}

Verdict by_rule(const StatusRule& rule) {
    return {rule.status, rule.name, rule.label, rule.look, Verdict::Basis::computed, {}};
}

Verdict unrated(std::string reason) { return {Status::not_rated, {}, {}, {}, Verdict::Basis::none, std::move(reason)}; }

// By a rule about what is missing: what is not rated by it keeps the reason why.
Verdict by_missing(const StatusRule& rule, std::string reason) {
    Verdict verdict = by_rule(rule);
    verdict.reason = std::move(reason);
    if (verdict.status == Status::not_rated) verdict.basis = Verdict::Basis::none;
    return verdict;
}

// The council's word for what could not be judged; where it has none, that it could not be.
Verdict named_by_what_is_missing(const StatusRules& rules, const Tolerance& tolerance, const Evidence& evidence,
                                 const Verdict& unjudged) {
    for (const StatusRule& rule : rules.rules) {
        const bool last = evidence.figure && !has_target(evidence.yardstick) && rule.status == Status::not_rated &&
                          rule.when.size() == 1 && rule.when.front().kind == Kind::otherwise;
        if (last || (asks_what_is_missing(rule) && all_hold(rule, tolerance, evidence).truth == Truth::yes))
            return by_missing(rule, unjudged.reason);
    }
    return unjudged;
}

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
    if (!status) return unrated(fmt::format("the cut-offs name a status that is not in the rules: {}", word));
    for (const StatusRule& rule : rules.rules)
        if (rule.status == *status && rule.name.empty()) return by_rule(rule);
    return {*status, {}, {}, {}, Verdict::Basis::computed, {}};
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
        if (evidence.yardstick.goal.state != TargetState::in_force)
            return named_by_what_is_missing(rules, tolerance, evidence, unrated(evidence.yardstick.why_none));
        return by_cut_offs(rules, tolerance, *evidence.figure);
    }
    const auto unjudged = [&](std::string why) {
        return named_by_what_is_missing(rules, tolerance, evidence, unrated(std::move(why)));
    };
    if (evidence.measure.polarity == Polarity::none) return unjudged("neither way is good");
    for (const StatusRule& rule : rules.rules) {
        const Answer found = all_hold(rule, tolerance, evidence);
        if (found.truth == Truth::yes)
            return asks_what_is_missing(rule) ? by_missing(rule, evidence.yardstick.why_none) : by_rule(rule);
        if (found.truth == Truth::unknown) return unjudged(std::string(found.why_unknown));
    }
    return unjudged("no rule applies");
}

Verdict computed_status(const Sheet& sheet, Period reporting, const Amount& actual, const Evidence& evidence) {
    const Known& known = sheet.known();
    const Settings& settings = known.content.settings;
    const Date first_day = sheet.calendar().first_day(reporting);
    const StatusRules rules = rules_in_force(settings, first_day);
    const Tolerance& tolerance =
        tolerance_in_force(known.content, sheet.measure(), sheet.calendar().last_day(reporting), known.as_at.date());
    if (evidence.figure) return judged_by(rules, tolerance, evidence);
    Verdict unjudged = unrated(reason_of(actual, evidence.yardstick));
    if (actual.gap != GapReason::not_applicable && known.as_at.date() < first_day)
        unjudged = {
            Status::not_started, {}, {}, {}, Verdict::Basis::computed, "the period begins on " + print_long(first_day)};
    Evidence without = evidence;
    without.gap = actual.gap;
    return named_by_what_is_missing(rules, tolerance, without, unjudged);
}

std::optional<Verdict> judged_status(const Known& known, const MeasureCode& measure, const AreaCode& area,
                                     Period reporting) {
    if (area != known.content.settings.area) return {}; // updates speak of the council as a whole
    const Update* update = known.update_on({SubjectKind::measure, measure.text()}, reporting);
    if (!update || !update->status) return {};
    Verdict judged = typed_verdict(known.content.settings, *update->status);
    judged.reason = update->reason;
    return judged;
}

} // namespace qd::inline engine
