#include "checks/said/facts_of.hpp"

#include "domain/programme_progress.hpp"
#include "domain/risk_register.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

void add_value(std::vector<Decimal>& values, const std::optional<Decimal>& value) {
    if (value && std::ranges::find(values, *value) == values.end()) values.push_back(*value);
}

} // namespace

std::optional<Facts> facts_of(const CheckInput& input, const Risk& risk) {
    const RiskRegister all = risk_register(input.content, input.period, input.as_at);
    const auto line = std::ranges::find_if(all.lines, [&](const RiskLine& one) { return one.risk.code == risk.code; });
    if (line == all.lines.end() || !line->residual.score) return {};
    Facts facts;
    facts.subject = {SubjectKind::risk, risk.code.text()};
    facts.name = risk.title;
    facts.stems = stems_of(risk.title);
    facts.stems.insert({"risk", "scor"});
    facts.shown.polarity = risk.kind == RiskKind::risk ? Polarity::lower : Polarity::higher;
    facts.shown.quantity = Quantity::score;
    const Calendar& calendar = input.content.settings.calendar;
    facts.now.period = input.period;
    facts.now.first = calendar.first_day(input.period);
    facts.now.last = calendar.last_day(input.period);
    facts.now.values = {Decimal(*line->residual.score)};
    facts.now.status = line->residual.status;
    facts.now.status_name = line->residual.band;
    if (line->residual_before.score) {
        facts.before = {Decimal(*line->residual_before.score)};
        facts.since_before = {{facts.before.front(), facts.value(), ""}};
    }
    if (all.before) facts.before_label = calendar.label(*all.before);
    if (line->inherent.score) facts.others.push_back(Decimal(*line->inherent.score));
    if (line->target.score) {
        facts.targets.push_back(Decimal(*line->target.score));
        Goal goal;
        goal.upper = goal.aim = Decimal(*line->target.score);
        facts.now.goal = goal;
    }
    for (const RiskRating* rating : {&line->residual, &line->inherent, &line->target}) {
        if (rating->impact) facts.others.push_back(Decimal(rating->impact->number));
        if (rating->likelihood) facts.others.push_back(Decimal(rating->likelihood->number));
    }
    for (const RiskLine& then : risk_history(input.content, risk, input.as_at)) {
        if (!then.review || !then.residual.score || calendar.last_day(then.review->period) >= facts.now.last) continue;
        KnownPoint point;
        point.period = then.review->period;
        point.first = calendar.first_day(point.period);
        point.last = calendar.last_day(point.period);
        point.values = {Decimal(*then.residual.score)};
        facts.points.push_back(point);
    }
    std::ranges::sort(facts.points, {}, &KnownPoint::last);
    facts.points.push_back(facts.now);
    return facts;
}

std::optional<Facts> facts_of(const CheckInput& input, const Deliverable& deliverable) {
    const Delivery* now = nullptr;
    const Delivery* before = nullptr;
    for (const Delivery& row : input.content.delivery) {
        if (row.deliverable != deliverable.code || !row.area.empty() || !row.body.empty()) continue;
        if (row.known_at && *row.known_at > input.as_at) continue;
        const Calendar& calendar = input.content.settings.calendar;
        if (calendar.last_day(row.period) > calendar.last_day(input.period)) continue;
        if (!now || calendar.last_day(row.period) >= calendar.last_day(now->period)) {
            if (now && now->period != row.period) before = now;
            now = &row;
        }
    }
    if (!now || !now->delivered) return {};
    Facts facts;
    facts.subject = {SubjectKind::deliverable, deliverable.code.text()};
    facts.name = deliverable.title;
    facts.stems = stems_of(deliverable.title + " " + deliverable.counted);
    facts.shown.quantity = Quantity::count;
    const Calendar& calendar = input.content.settings.calendar;
    facts.now.period = input.period;
    facts.now.first = calendar.first_day(now->period);
    facts.now.last = calendar.last_day(now->period);
    facts.now.values = {*now->delivered};
    if (now->profile) {
        Goal goal;
        goal.lower = goal.aim = now->profile;
        facts.now.goal = goal;
        facts.targets.push_back(*now->profile);
    }
    for (const auto& more : {now->evidenced, now->claimed, now->paid, deliverable.total}) add_value(facts.others, more);
    add_value(facts.targets, deliverable.total);
    if (before) add_value(facts.before, before->delivered);
    if (!facts.before.empty())
        facts.since_before = {{facts.before.front(), facts.value(), calendar.label(before->period)}};
    facts.points = {facts.now};
    return facts;
}

} // namespace qd::inline checks
