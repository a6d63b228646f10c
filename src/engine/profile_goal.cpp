#include "engine/profile_goal.hpp"

#include "engine/bounds.hpp"

#include <algorithm>
#include <iterator>

namespace qd::inline engine {
namespace {

constexpr Grain parts_of_years[] = {Grain::half, Grain::quarter, Grain::month};

// Where the profile's position for a reporting period may be, most exact first: at the period itself, at what the
// figure describes, or at any part of a year that ends with it.
std::vector<Stretch> profile_places(const Sheet& sheet, Period reporting, const Shown& shown) {
    const Calendar& calendar = sheet.calendar();
    std::vector<Stretch> places{sheet.stretch(reporting), sheet.stretch(shown.described)};
    if (shown.own) places.push_back(sheet.stretch(*shown.own));
    const auto parts = calendar.parts(reporting, sheet.measure().grain);
    if (!parts.empty()) places.push_back(sheet.stretch(parts.back()));
    const Date end = calendar.last_day(shown.own.value_or(reporting));
    for (const Grain grain : parts_of_years) {
        const Stretch place = sheet.stretch(calendar.containing(grain, end));
        if (place.last == end) places.push_back(place);
    }
    return places;
}

const Target* position(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown, Date on) {
    for (const Stretch& place : profile_places(sheet, reporting, shown))
        if (const Target* target = target_in_force(sheet, area, place, TargetRole::profile, on)) return target;
    return nullptr;
}

// The position at the end of another period of the same year.
const Target* position_at(const Sheet& sheet, const AreaCode& area, Period period, Date on) {
    return position(sheet, area, period, {sheet.calendar().year_to_date(period), {}, period, {}}, on);
}

bool is_plain(const Target* target) {
    return target && target->kind == TargetKind::value && target->value && target->state == TargetState::in_force;
}

// The part of a year by which the year's positions are what each should add: they add up to the year's target, and do not end at
// it. Then they can be nothing else, though a position is otherwise what should be reached by then. Never a part longer than
// `own`.
std::optional<Grain> grain_of_added(const Sheet& sheet, const AreaCode& area, Period own, const Target* annual,
                                    Date on) {
    if (!is_plain(annual) || !adds_up(sheet.measure())) return {};
    const Calendar& calendar = sheet.calendar();
    for (const Grain grain : parts_of_years) {
        if (calendar.parts(own, grain).empty()) continue;
        Decimal sum;
        const Target* last = nullptr;
        const bool is_whole = std::ranges::all_of(calendar.parts(calendar.year_of(own), grain), [&](Period period) {
            last = target_in_force(sheet, area, sheet.stretch(period), TargetRole::profile, on);
            if (is_plain(last)) sum = sum + *last->value;
            return is_plain(last);
        });
        if (is_whole && last && sum == *annual->value && *last->value != *annual->value) return grain;
    }
    return {};
}

// What a figure is made of if it leaves something out, otherwise the whole stretch, split by a grain; empty if what it is
// made of is finer than that.
std::vector<Period> parts_of(const Calendar& calendar, const StretchFigure& figure, Period whole, Grain grain) {
    if (figure.amount.covered.empty()) {
        const Stretch stretch = stretch_of(calendar, whole);
        return calendar.parts(Period::span(stretch.first, stretch.last), grain);
    }
    std::vector<Period> parts;
    for (const Period each : figure.amount.covered) {
        const auto finer = each.grain() == grain ? std::vector{each} : calendar.parts(each, grain);
        if (finer.empty()) return {};
        std::ranges::copy(finer, std::back_inserter(parts));
    }
    return parts;
}

// What all these parts of a year should add.
Ratio added_positions(const Sheet& sheet, const AreaCode& area, const std::vector<Period>& parts, Date on) {
    Ratio sum;
    for (const Period part : parts)
        sum = sum + Ratio(*target_in_force(sheet, area, sheet.stretch(part), TargetRole::profile, on)->value);
    return sum;
}

// What the positions rise by in the periods that a figure covers: from the one before each run of them to the one at its end.
std::optional<Ratio> risen_in(const Sheet& sheet, const AreaCode& area, const std::vector<Period>& covered, Date on) {
    const Calendar& calendar = sheet.calendar();
    Ratio sum;
    for (std::size_t i = 0; i < covered.size(); ++i) {
        const bool begins = i == 0 || calendar.next(covered[i - 1]) != covered[i],
                   ends = i + 1 == covered.size() || calendar.next(covered[i]) != covered[i + 1];
        if (begins && calendar.position_in_year(covered[i]) > 1) {
            const Target* before = position_at(sheet, area, *calendar.previous(covered[i]), on);
            if (!is_plain(before)) return {};
            sum = sum + -Ratio(*before->value);
        }
        if (!ends) continue;
        const Target* at_end = position_at(sheet, area, covered[i], on);
        if (!is_plain(at_end)) return {};
        sum = sum + Ratio(*at_end->value);
    }
    return sum;
}

// The position moved to another number; without one, nothing to judge by.
Yardstick moved(Yardstick yardstick, const Target& from, const std::optional<Ratio>& to, const StretchFigure& figure) {
    if (to && is_plain(&from)) {
        shift(yardstick, *to + -Ratio(*from.value));
        return yardstick;
    }
    yardstick.lower.reset();
    yardstick.upper.reset();
    yardstick.why_none = "the figure is of " + words_of(figure.amount.coverage.value_or(Coverage{})) +
                         ", but the profile has no position for these alone";
    return yardstick;
}

} // namespace

std::optional<Yardstick> profile_goal(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                                      const StretchFigure& figure, const Target* annual) {
    const Calendar& calendar = sheet.calendar();
    const Date end = calendar.last_day(reporting);
    const Target* target = position(sheet, area, reporting, shown, end);
    if (!target) return {};
    Yardstick yardstick = brought_to_bounds(sheet, area, *target, shown, figure);
    if (!shown.own || !adds_up(sheet.measure())) return yardstick;
    if (const auto grain = grain_of_added(sheet, area, *shown.own, annual, end)) {
        const Period whole = figure.stretch == StretchKind::to_date ? calendar.year_to_date(*shown.own) : *shown.own;
        const std::vector<Period> parts = parts_of(calendar, figure, whole, *grain);
        return moved(std::move(yardstick), *target,
                     parts.empty() ? std::nullopt : std::optional(added_positions(sheet, area, parts, end)), figure);
    }
    const bool is_relative =
        target->kind == TargetKind::better_than_last_year || target->kind == TargetKind::peer_quartile;
    if (const auto& covered = figure.amount.covered; !covered.empty() && !is_relative)
        return moved(std::move(yardstick), *target, risen_in(sheet, area, covered, end), figure);
    if (calendar.position_in_year(*shown.own) == 1) return yardstick;
    if (figure.stretch != StretchKind::own || is_relative) return yardstick;
    const Target* before = position_at(sheet, area, *calendar.previous(*shown.own), end);
    if (!before || before->kind != target->kind || before->state != TargetState::in_force || !before->value) return {};
    shift(yardstick, -Ratio(*before->value));
    return yardstick;
}

} // namespace qd::inline engine
