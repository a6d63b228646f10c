#include "charts/trend_chart.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::inline charts {
namespace {

// Only points with a number, oldest first.
std::vector<const TrendPoint*> known(const TrendInput& input) {
    std::vector<const TrendPoint*> out;
    for (const TrendPoint& point : input.points)
        if (point.value.has_value()) out.push_back(&point);
    return out;
}

bool same_shown(const TrendInput& input, Decimal a, Decimal b) { return input.show(a) == input.show(b); }

// −1, 0, 1: the way from a to b, at the precision that is shown.
int way(const TrendInput& input, Decimal a, Decimal b) { return same_shown(input, a, b) ? 0 : a < b ? 1 : -1; }

std::string magnitude(const TrendInput& input, Decimal a, Decimal b) {
    std::string text = input.show_difference((a - b).abs());
    return text.starts_with('+') ? text.substr(1) : text;
}

struct Movement {
    std::string words;
    int good = 0; // −1 worse, 0 neither, 1 better
};

std::string bearing_words(Bearing bearing) {
    switch (bearing) {
    case Bearing::steady: return "no clear change";
    case Bearing::rising: return "rising";
    case Bearing::falling: return "falling";
    case Bearing::higher: return "higher than before";
    case Bearing::lower: return "lower than before";
    case Bearing::unknown: break;
    }
    return "";
}

int good_of(const TrendInput& input, int way) {
    return input.polarity == Polarity::higher ? way : input.polarity == Polarity::lower ? -way : 0;
}

Movement movement(const TrendInput& input, const std::vector<const TrendPoint*>& points) {
    const std::size_t n = points.size();
    if (n < 2) return {};
    if (input.bearing != Bearing::unknown) return {bearing_words(input.bearing), good_of(input, way_of(input.bearing))};
    if (input.kind == TrendInput::Points::built_up || !input.has_last_step) return {};
    const Decimal before = points[n - 2]->value.value(), now = points[n - 1]->value.value();
    const int last = way(input, before, now);
    if (last == 0) return {"unchanged", 0};
    return {(last > 0 ? "up " : "down ") + magnitude(input, now, before) + " on the figure before",
            good_of(input, last)};
}

struct Distance {
    std::string words;
    int good = 0;
};

Distance distance(const TrendInput& input, const TrendPoint& point) {
    if (!point.target) return {};
    const Decimal value = point.value.value(), target = *point.target;
    const std::string the = "the " + input.target_word;
    if (point.target_upper) {
        if (value < target) return {magnitude(input, value, target) + " below the target range", -1};
        if (value > *point.target_upper)
            return {magnitude(input, value, *point.target_upper) + " above the target range", -1};
        return {"inside the target range", 1};
    }
    if (same_shown(input, value, target)) return {"on " + the, 1};
    const std::string amount = magnitude(input, value, target);
    const bool above = value > target;
    if (input.polarity == Polarity::higher)
        return above ? Distance{amount + (input.target_word == "profile" ? " ahead of " : " above ") + the, 1}
                     : Distance{amount + (input.target_word == "profile" ? " behind " : " short of ") + the, -1};
    const int good = input.polarity == Polarity::lower ? (above ? -1 : 1) : 0;
    return {amount + (above ? " above " : " below ") + the, good};
}

} // namespace

std::string show_set(const TrendInput& input, Decimal value) {
    return input.show_set ? input.show_set(value) : input.show(value);
}

std::string trend_headline(const TrendInput& input) {
    const auto points = known(input);
    if (points.empty()) return "No figure has been handed in";
    const TrendPoint& last = *points.back();
    const Movement moved = movement(input, points);
    const Distance gap = distance(input, last);
    if (moved.words.empty()) {
        if (!gap.words.empty()) return input.show(last.value.value()) + ", " + gap.words;
        return points.size() == 1 ? "One figure so far: " + input.show(last.value.value())
                                  : input.show(last.value.value()) + "; there is no target";
    }
    if (gap.words.empty())
        return capitalised(moved.words) + ", at " + input.show(last.value.value()) + "; there is no target";
    const bool at_odds = moved.good * gap.good < 0;
    return capitalised(moved.words) + (at_odds ? ", but " : ", and ") + (at_odds && gap.good > 0 ? "still " : "") +
           gap.words;
}

std::string trend_summary(const TrendInput& input) {
    const auto points = known(input);
    std::string out;
    if (points.empty())
        out = "No figure has been handed in for any of the periods.";
    else {
        const TrendPoint &first = *points.front(), &last = *points.back();
        out = points.size() == 1 ? input.show(last.value.value()) + " in " + last.label
                                 : "From " + input.show(first.value.value()) + " in " + first.label + " to " +
                                       input.show(last.value.value()) + " in " + last.label;
        if (last.target && last.target_upper)
            out += ", against a range from " + show_set(input, *last.target) + " to " +
                   show_set(input, *last.target_upper);
        else if (last.target)
            out += ", against a " + input.target_word + " of " + show_set(input, *last.target);
        out += ".";
    }
    std::string ahead;
    if (input.forecast) ahead = "the officer expects " + show_set(input, *input.forecast);
    if (input.year_end && !(points.size() && points.back()->target == input.year_end && !input.forecast))
        ahead += std::string(ahead.empty() ? "" : "; ") + "the target is " + show_set(input, *input.year_end);
    if (!ahead.empty()) out += " For " + input.points.back().label + " " + ahead + ".";
    const auto missing = std::ranges::count_if(
        input.points, [](const TrendPoint& p) { return !p.value.has_value() && p.value.gap() != GapReason::not_due; });
    if (missing > 0 && !points.empty())
        out += " " + std::to_string(missing) + (missing == 1 ? " period has no figure." : " periods have no figure.");
    return out;
}

ChartTable trend_table(const TrendInput& input) {
    ChartTable table;
    const bool targets = std::ranges::any_of(input.points, [](const TrendPoint& p) { return p.target.has_value(); });
    table.headings = {"Period", "Actual"};
    if (targets) table.headings.push_back(capitalised(input.target_word));
    for (const TrendPoint& point : input.points) {
        std::vector<std::string> row{point.label, point.value.has_value() ? input.show(point.value.value())
                                                                          : label(point.value.gap())};
        if (targets) {
            if (point.target && point.target_upper)
                row.push_back(show_set(input, *point.target) + " to " + show_set(input, *point.target_upper));
            else
                row.push_back(point.target ? show_set(input, *point.target) : "none");
        }
        table.rows.push_back(std::move(row));
    }
    const auto extra = [&](const std::string& words, Decimal value) {
        std::vector<std::string> row{words, show_set(input, value)};
        if (targets) row.push_back(input.year_end ? show_set(input, *input.year_end) : "none");
        table.rows.push_back(std::move(row));
    };
    if (input.forecast) extra("Officer’s forecast for " + input.points.back().label, *input.forecast);
    return table;
}

} // namespace qd::inline charts
