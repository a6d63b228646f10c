#include "engine/grid/rule.hpp"

#include "engine/rate.hpp"
#include "engine/status.hpp"

#include <algorithm>
#include <numeric>

namespace qd::inline engine {
namespace {

using Kind = Condition::Kind;

std::optional<GridRule::Figure> figure_of(RollUp roll_up) {
    switch (roll_up) {
    case RollUp::last: return GridRule::Figure::own;
    case RollUp::ratio: return GridRule::Figure::year_to_date;
    case RollUp::rolling: return GridRule::Figure::rolling_year;
    default: return {};
    }
}

bool is(const StatusRule& rule, Status status, Kind kind) {
    return rule.status == status && rule.when.size() == 1 && rule.when.front().kind == kind;
}

// Green on target, amber within tolerance or no amber at all, red otherwise; whether there is an amber. None for other rules.
std::optional<bool> plain_amber(const StatusRules& rules) {
    const auto& list = rules.rules;
    if (list.size() < 2 || list.size() > 3 || !is(list.front(), Status::green, Kind::meets_target) ||
        !is(list.back(), Status::red, Kind::otherwise))
        return {};
    if (list.size() == 2) return false;
    return is(list[1], Status::amber, Kind::within_tolerance) ? std::optional(true) : std::nullopt;
}

// Whether one version of the rules judges the whole time.
bool changes_between(const Settings& settings, Date first, Date last) {
    return std::ranges::any_of(settings.status_rules, [&](const StatusRules& rules) {
        return rules.from && *rules.from > first && *rules.from <= last;
    });
}

// Whether more than one tolerance judges the measure in periods that end on these days, or it depends on when one asks.
bool changes_tolerance(const MeasuredContent& content, const Measure& measure, Date first_end, Date last_end) {
    return std::ranges::any_of(content.tolerances, [&](const ToleranceChange& change) {
        if (!change.measure.empty() && change.measure != measure.code) return false;
        return change.decided_on || (change.from && *change.from > first_end && *change.from <= last_end);
    });
}

bool take_margin(GridRule& rule, const Tolerance& tolerance) {
    if (tolerance.kind == Tolerance::Kind::cut_offs) return false;
    rule.margin_is_relative = tolerance.kind == Tolerance::Kind::relative;
    rule.has_amber = rule.has_amber && tolerance.kind != Tolerance::Kind::none;
    rule.margin_parts = tolerance.amount.millionths();
    rule.margin_of = Decimal::scale * (rule.margin_is_relative ? 100 : 1);
    const std::int64_t common = std::gcd(rule.margin_parts, rule.margin_of);
    rule.margin_parts /= common;
    rule.margin_of /= common;
    return true;
}

} // namespace

std::optional<GridRule> plain_rule(const MeasuredContent& content, const Measure& measure, Period first, Period last) {
    const Settings& settings = content.settings;
    const Date start = settings.calendar.first_day(first), end = settings.calendar.first_day(last);
    const Date last_end = settings.calendar.last_day(last);
    const auto figure = figure_of(measure.roll_up);
    const auto amber = plain_amber(rules_in_force(settings, start));
    const bool has_targets =
        std::ranges::any_of(content.targets, [&](const Target& target) { return target.measure == measure.code; });
    const bool has_way = measure.polarity == Polarity::higher || measure.polarity == Polarity::lower;
    const bool is_usual =
        !measure.judged || *measure.judged == (is_built_up(measure) ? Judged::to_date : Judged::latest);
    if (!figure || !amber || has_targets || !has_way || !is_usual ||
        changes_tolerance(content, measure, settings.calendar.last_day(first), last_end) ||
        changes_between(settings, start, end))
        return {};
    GridRule rule;
    rule.figure = *figure;
    rule.higher_is_better = measure.polarity == Polarity::higher;
    rule.has_amber = *amber;
    rule.rolls_up = measure.area_roll_up == AreaRollUp::parts;
    rule.rolls_targets_up = measure.target_roll_up == TargetRollUp::denominators;
    rule.missing = measure.missing;
    rule.per = multiplier(measure);
    if (!take_margin(rule, tolerance_in_force(content, measure, last_end, last_end))) return {};
    return rule;
}

} // namespace qd::inline engine
