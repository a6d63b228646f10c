#include "engine/handed_in_goal.hpp"

#include "engine/bounds.hpp"
#include "engine/cell_target.hpp"

namespace qd::inline engine {
namespace {

std::optional<Ratio> number_of(const Target* annual) {
    const bool is_plain = annual && annual->kind == TargetKind::value && annual->state == TargetState::in_force;
    return is_plain && annual->value ? std::optional(Ratio(*annual->value)) : std::nullopt;
}

bool repeats_year(const Sheet& sheet, const Target* annual, const Stretch& of, const std::optional<Ratio>& target) {
    const auto year = number_of(annual);
    return year && target && adds_up(sheet.measure()) && *target == *year && !year->is_zero() &&
           sheet.stretch(annual->period).days() > of.days();
}

// What came with years to date that are made by hand.
class TargetsToDate {
public:
    TargetsToDate(const Sheet& sheet, const AreaCode& area, Period own) : sheet_(sheet), area_(area), own_(own) {
        const Calendar& calendar = sheet.calendar();
        position_ = calendar.position_in_year(own);
        periods_ = calendar.periods_a_year(own.grain());
        now_ = at(own);
        if (position_ > 1) before_ = at(*calendar.previous(own));
    }

    const std::optional<Ratio>& now() const { return now_; }
    // A target to date that does not grow is not one: somebody wrote each period's own next to the year to date.
    bool is_of_period() const { return now_ && before_ && !now_->is_zero() && *now_ <= *before_; }
    bool makes_year(const std::optional<Ratio>& year) const {
        return year && *now_ == *before_ && now_->scaled(periods_, 1) == *year;
    }
    std::optional<Ratio> of_stretch(StretchKind stretch) const {
        if (stretch != StretchKind::own || position_ == 1) return now_;
        return before_ ? std::optional(*now_ + -*before_) : std::nullopt;
    }
    Ratio of_period(StretchKind stretch) const {
        return stretch == StretchKind::own ? *now_ : now_->scaled(position_, 1);
    }

private:
    std::optional<Ratio> at(Period period) const {
        return cell_target(sheet_, area_, sheet_.stretch(sheet_.calendar().year_to_date(period)));
    }

    const Sheet& sheet_;
    const AreaCode& area_;
    Period own_;
    int position_ = 1, periods_ = 1;
    std::optional<Ratio> now_, before_;
};

std::optional<Yardstick> by_hand_goal(const Sheet& sheet, const AreaCode& area, const Shown& shown,
                                      const StretchFigure& figure, const Target* annual) {
    const TargetsToDate targets(sheet, area, *shown.own);
    if (!targets.now() || repeats_year(sheet, annual, sheet.stretch(*shown.own), targets.now())) return {};
    std::optional<Ratio> target = targets.of_stretch(figure.stretch);
    if (targets.is_of_period()) {
        if (!targets.makes_year(number_of(annual))) {
            Yardstick none;
            none.goal.period = *shown.own;
            none.goal.aim = targets.now()->rounded();
            none.why_none = "the target given with the year to date is no more than the one for the period before, so "
                            "it is not for the year to date";
            return none;
        }
        target = targets.of_period(figure.stretch);
    }
    if (!target) return {};
    return yardstick_at(sheet.measure(), *shown.own, *target);
}

} // namespace

std::optional<Yardstick> handed_in_goal(const Sheet& sheet, const AreaCode& area, const Shown& shown,
                                        const StretchFigure& figure, const Target* annual) {
    const Measure& measure = sheet.measure();
    const bool is_part = shown.own && shown.own->grain() != Grain::year && shown.own->grain() != Grain::academic_year;
    if (measure.roll_up == RollUp::by_hand && adds_up(measure) && is_part)
        return by_hand_goal(sheet, area, shown, figure, annual);
    const Period named = shown.own.value_or(shown.described);
    std::vector<Stretch> places;
    if (shown.own && is_part) { // a year's own target given with one of its parts says nothing about the parts
        const Stretch own = sheet.stretch(*shown.own);
        if (repeats_year(sheet, annual, own, cell_target(sheet, area, own))) return {};
        if (figure.stretch == StretchKind::latest) places.push_back(own);
    }
    places.push_back(sheet.stretch(figure.described));
    for (const Stretch& place : places)
        if (const auto target = cell_target(sheet, area, place)) return yardstick_at(measure, named, *target);
    const bool is_year = annual && sheet.stretch(annual->period) == sheet.stretch(figure.described);
    const auto target = is_year ? std::nullopt : target_of_parts(sheet, area, figure.described);
    return target ? std::optional(yardstick_at(measure, named, *target)) : std::nullopt;
}

} // namespace qd::inline engine
