#include "web/view/target_rows.hpp"

#include "base/text.hpp"
#include "domain/goal_beside.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

namespace qd::web {
namespace {

Fields reach_row(const Measure& measure, const Figure& figure, const std::string& label,
                 const std::optional<Goal>& goal) {
    const std::optional<Decimal> more = goal ? short_by(measure, figure, goal) : std::nullopt;
    const Decimal step = more.value_or(Decimal{0});
    const Decimal all = measure.polarity == Polarity::lower ? *figure.numerator - step : *figure.numerator + step;
    return Fields{}
        .text("label", label)
        .text("all", print_grouped(all, 0))
        .text("more", more ? print_grouped(*more, 0) : std::string{});
}

std::vector<Fields> reach_rows(const Measure& measure, const Figure& figure) {
    std::vector<Fields> rows;
    rows.push_back(reach_row(measure, figure, show(measure, figure.actual.value()) + ", today", std::nullopt));
    if (short_by(measure, figure, figure.goal))
        rows.push_back(reach_row(measure, figure,
                                 goal_words(measure, figure.goal) +
                                     (figure.goal->role == TargetRole::profile ? ", the profile now" : ", the target"),
                                 figure.goal));
    const bool other = figure.year_end && (!figure.goal || figure.goal->aim != figure.year_end->aim);
    if (other && short_by(measure, figure, figure.year_end))
        rows.push_back(
            reach_row(measure, figure, goal_words(measure, figure.year_end) + ", the year’s target", figure.year_end));
    return rows;
}

std::string target_value(const Calendar& calendar, const Measure& measure, const Target& target) {
    if (target.state != TargetState::in_force) return std::string{print(target.state)};
    if (target.lower && target.upper)
        return show_set(measure, *target.lower) + " to " + show_set(measure, *target.upper);
    const std::string from = target.baseline          ? "the baseline"
                             : target.baseline_period ? calendar.label(*target.baseline_period)
                                                      : calendar.label(calendar.year_before(target.period));
    const bool relative = target.kind == TargetKind::change || target.kind == TargetKind::change_percent;
    if (target.value && !relative && target.kind != TargetKind::peer_quartile) return show_set(measure, *target.value);
    if (target.value && target.kind == TargetKind::change_percent) return print(*target.value) + "% on " + from;
    if (target.value) return show_difference(measure, *target.value) + " on " + from;
    if (target.kind == TargetKind::peer_quartile && target.value)
        return "quarter " + print(*target.value) + " of " + (target.peers.empty() ? "its kind" : target.peers);
    return target.words.empty() ? replace_all(std::string{print(target.kind)}, "_", " ") : target.words;
}

std::vector<Fields> year_targets(const Visit& visit, const Measure& measure) {
    const Content& content = visit.snapshot.content();
    const Calendar& calendar = content.settings.calendar;
    const Period year = calendar.year_of(visit.view().period);
    std::vector<Fields> rows;
    for (const Target& target : content.targets) {
        const bool here =
            target.area == visit.view().area || (target.area.empty() && visit.view().area == content.settings.area);
        if (target.measure != measure.code || !here || calendar.last_day(target.period) > calendar.last_day(year))
            continue;
        if (target.period.grain() != Grain::academic_year && calendar.year_of(target.period) != year) continue;
        std::string label = calendar.label(target.period);
        if (target.role != TargetRole::annual) label += ", " + std::string{print(target.role)};
        std::string why = target.reason;
        if (target.set_on) why += (why.empty() ? "set on " : ", set on ") + print_long(*target.set_on);
        if (target.from) why += (why.empty() ? "in force from " : ", in force from ") + print_long(*target.from);
        if (target.baseline) why += (why.empty() ? "baseline " : ", baseline ") + show_set(measure, *target.baseline);
        rows.push_back(
            Fields{}.text("for", label).text("why", why).text("target_value", target_value(calendar, measure, target)));
    }
    return rows;
}

} // namespace

void add_targets(Fields& fields, const Visit& visit, const Measure& measure, const Figure& figure) {
    const bool reach =
        short_by(measure, figure, figure.goal).has_value() || short_by(measure, figure, figure.year_end).has_value();
    std::vector<Fields> targets = reach ? std::vector<Fields>{} : year_targets(visit, measure);
    fields.flag("reach", reach).flag("any_targets", reach || !targets.empty()).list("targets", std::move(targets));
    fields.list("reach_rows", reach ? reach_rows(measure, figure) : std::vector<Fields>{});
    fields.text("reach_word", measure.polarity == Polarity::lower ? "Fewer" : "More");
    fields.text("reach_of", reach ? print_grouped(*figure.denominator, 0) : std::string{});
    std::vector<Fields> beside;
    for (const GoalBeside& goal : figure.other_goals)
        beside.push_back(
            Fields{}
                .text("for", label(goal.goal.role))
                .text("stands", standing_words(visit.snapshot.content().settings.calendar, measure, figure, goal)));
    fields.flag("any_beside", !beside.empty()).list("beside", std::move(beside));
    const Content& content = visit.snapshot.content();
    const Tolerance& tolerance = tolerance_in_force(content, measure, content.settings.calendar.last_day(figure.period),
                                                    visit.view().as_at.date());
    fields.text("tolerance", tolerance.kind == Tolerance::Kind::none ? std::string{} : print(tolerance));
}

} // namespace qd::web
