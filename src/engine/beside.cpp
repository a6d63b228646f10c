#include "engine/beside.hpp"

#include "domain/reading.hpp"
#include "engine/find_measure.hpp"
#include "engine/formula_interval.hpp"
#include "engine/judging.hpp"
#include "engine/rate.hpp"
#include "statistics/ranking.hpp"
#include "statistics/share_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <unordered_set>

namespace qd::inline engine {
namespace {

using Kinds = std::map<AreaKind, std::vector<AreaCode>>;

// The areas below that exist on the day, by kind; only kinds with something handed in, for two areas or more.
Kinds kinds_below(const Known& known, const Sheet& sheet, const AreaCode& whole, Date on) {
    const std::vector<AreaCode> below = known.areas.with_all_below(whole);
    const std::unordered_set<AreaCode> inside(below.begin() + 1, below.end());
    Kinds kinds;
    std::map<AreaKind, std::size_t> handed_in;
    for (const Area& area : known.content.areas) {
        const bool exists = (!area.valid_from || *area.valid_from <= on) && (!area.valid_to || on <= *area.valid_to);
        if (!exists || !inside.contains(area.code)) continue;
        kinds[area.kind].push_back(area.code);
        if (!sheet.cells().of(area.code).empty()) ++handed_in[area.kind];
    }
    std::erase_if(kinds, [&](const auto& entry) { return handed_in[entry.first] < 2; });
    return kinds;
}

// Whether a figure describes the same days as that of the whole; others are shown, but not compared.
bool is_comparable(const Beside& beside, const Figure& figure) {
    return figure.actual.has_value() && !has(figure.flags, Flag::forecast) &&
           (!beside.whole_figure || !beside.whole_figure->actual.has_value() ||
            beside.whole_figure->described == figure.described);
}

// Made of cases and what they are a share of, so that chance can be computed; for a forecast it cannot.
bool has_counts(const Measure& measure, const Figure& figure) {
    return figure.actual.has_value() && !has(figure.flags, Flag::forecast) &&
           why_not_counted(measure, figure.numerator, figure.denominator).empty();
}

ConfidenceInterval interval_of(const Measure& measure, const Figure& figure, double confidence) {
    const double events = figure.numerator->to_double(), of = figure.denominator->to_double();
    const auto times = static_cast<double>(multiplier(measure));
    if (measure.quantity == Quantity::rate) return estimate_rate(events, of, times, confidence).interval;
    const ConfidenceInterval share = estimate_proportion(events, of, confidence).interval;
    return {share.lower * times, share.upper * times};
}

// Between what bounds chance keeps an area of a size, around the figure of the whole.
ConfidenceInterval limits_at(const Measure& measure, double benchmark, double size, double confidence) {
    const auto times = static_cast<double>(multiplier(measure));
    const ConfidenceInterval limits = measure.quantity == Quantity::rate
                                          ? count_limits(benchmark / times * size, confidence)
                                          : proportion_limits(benchmark / times, size, confidence);
    const double scale = measure.quantity == Quantity::rate ? times / size : times;
    return {limits.lower * scale, limits.upper * scale};
}

// The 95 % and the 99.8 % interval of an area's figure, however they come.
using Both = std::optional<std::pair<ConfidenceInterval, ConfidenceInterval>>;
using Intervals = std::function<Both(const BesideArea&)>;

Both by_counts(const Measure& measure, const Figure& figure) {
    if (!has_counts(measure, figure)) return {};
    return std::pair(interval_of(measure, figure, ninety_five), interval_of(measure, figure, ninety_nine_eight));
}

Both by_formula(const FormulaIntervals& intervals, const AreaCode& area, const Shown& shown) {
    const auto interval = intervals.of(area, shown.described, shown.actual);
    if (!interval) return {};
    return std::pair(ConfidenceInterval{interval->lower.to_double(), interval->upper.to_double()},
                     ConfidenceInterval{interval->far_lower.to_double(), interval->far_upper.to_double()});
}

void compare_areas(Beside& beside, const Measure& measure, const Intervals& intervals) {
    const Good good = good_of(measure.polarity);
    std::optional<double> benchmark;
    if (beside.whole_figure && beside.whole_figure->actual.has_value() &&
        !has(beside.whole_figure->flags, Flag::forecast))
        benchmark = beside.whole_figure->actual.value().to_double();
    for (BesideArea& area : beside.areas) {
        const Both both = intervals(area);
        if (!both) continue;
        const auto& [near, far] = *both;
        area.lower = Decimal::nearest(near.lower);
        area.upper = Decimal::nearest(near.upper);
        if (!benchmark || !is_comparable(beside, area.figure)) continue;
        const bool counted = has_counts(measure, area.figure);
        const double average = *benchmark / static_cast<double>(multiplier(measure));
        if (counted && measure.quantity == Quantity::percent && average >= 0 && average <= 1) {
            const double events = area.figure.numerator->to_double(), of = area.figure.denominator->to_double();
            area.comparison = compare_share(events, of, average, good);
            area.funnel = funnel_class(events, of, average);
            continue;
        }
        area.comparison = compare(near, far, *benchmark, good);
        if (counted) area.funnel = funnel_class(near, far, *benchmark);
    }
}

// Limits for sizes in even steps of their logarithm, from a fifth of the smallest to beyond the largest.
void add_funnel(Beside& beside, const Measure& measure) {
    if (!beside.whole_figure || !beside.whole_figure->actual.has_value()) return;
    double least = 0, most = 0;
    std::size_t areas = 0;
    for (const BesideArea& area : beside.areas) {
        if (!has_counts(measure, area.figure)) continue;
        const double size = area.figure.denominator->to_double();
        least = areas == 0 ? size : std::min(least, size);
        most = std::max(most, size);
        ++areas;
    }
    const double benchmark = beside.whole_figure->actual.value().to_double();
    const bool possible = benchmark >= 0 && (measure.quantity != Quantity::percent || benchmark <= 100);
    if (areas < 3 || !possible) return;
    constexpr int steps = 48;
    const double from = std::max(std::min(1.0, least), least / 5), growth = std::pow(most * 1.6 / from, 1.0 / steps);
    double size = from;
    for (int i = 0; i <= steps; ++i, size *= growth) {
        const ConfidenceInterval near = limits_at(measure, benchmark, size, ninety_five),
                                 far = limits_at(measure, benchmark, size, ninety_nine_eight);
        const auto at = Decimal::nearest(size), lower = Decimal::nearest(near.lower),
                   upper = Decimal::nearest(near.upper), far_lower = Decimal::nearest(far.lower),
                   far_upper = Decimal::nearest(far.upper);
        if (at && lower && upper && far_lower && far_upper)
            beside.funnel.push_back({*at, *lower, *upper, *far_lower, *far_upper});
    }
}

std::optional<std::array<Decimal, 3>> quartiles_of(const std::vector<std::optional<double>>& figures) {
    std::array<Decimal, 3> found;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto bound = percentile(figures, static_cast<double>(i + 1) / 4);
        const auto kept = bound ? Decimal::nearest(*bound) : std::nullopt;
        if (!kept) return {};
        found[i] = *kept;
    }
    return found;
}

void rank_areas(Beside& beside, const Measure& measure) {
    const Good good = good_of(measure.polarity);
    std::vector<std::optional<double>> figures;
    for (const BesideArea& area : beside.areas)
        figures.push_back(is_comparable(beside, area.figure) ? std::optional(area.figure.actual.value().to_double())
                                                             : std::nullopt);
    beside.given = static_cast<std::size_t>(std::ranges::count_if(figures, &std::optional<double>::has_value));
    if (beside.given >= 4) beside.quartiles = quartiles_of(figures);
    if (measure.polarity == Polarity::range || measure.polarity == Polarity::middle) return; // neither end is first
    const auto places = ranks(figures, good);
    for (std::size_t i = 0; i < beside.areas.size(); ++i) {
        BesideArea& area = beside.areas[i];
        area.place = places[i];
        if (!places[i]) continue;
        area.sharing = static_cast<std::size_t>(std::ranges::count(places, places[i])) - 1;
        area.quarter = part_of_rank(*places[i], beside.given, 4);
        area.fifth = part_of_rank(*places[i], beside.given, 5);
    }
}

} // namespace

Beside compute_beside(const MeasuredContent& content, const MeasureCode& code, const AreaCode& area,
                      std::optional<AreaKind> kind, Period period, Instant as_at) {
    const Known known(content, as_at);
    known.refuse_unknown(area);
    const Measure& measure = find_measure(content, code);
    const Date on = known.calendar().last_day(period);
    Beside beside;
    beside.measure = code;
    beside.period = period;
    beside.own = beside.whole = area;
    std::optional<Sheet> sheet(std::in_place, known, measure, area);
    Kinds kinds = kinds_below(known, *sheet, area, on);
    const Area* self = known.areas.find(area);
    if (kinds.empty() && self && known.areas.find(self->parent)) {
        beside.whole = self->parent;
        sheet.emplace(known, measure, beside.whole);
        kinds = kinds_below(known, *sheet, beside.whole, on);
        std::erase_if(kinds, [&](const auto& entry) { return entry.first != self->kind; });
    }
    if (kinds.empty()) return beside;
    for (const auto& [each, codes] : kinds) beside.kinds.push_back(each);
    const auto most = std::ranges::max_element(kinds, {}, [](const auto& entry) { return entry.second.size(); });
    beside.kind = kind && kinds.contains(*kind) ? *kind : most->first;
    for (const AreaCode& part : kinds.at(beside.kind))
        beside.areas.emplace_back().figure = judge(*sheet, part, period, sheet->shown(part, period));
    beside.whole_figure = judge(*sheet, beside.whole, period, sheet->shown(beside.whole, period));
    const FormulaIntervals formula(known, measure, kinds.at(beside.kind));
    compare_areas(beside, measure, [&](const BesideArea& each) {
        if (!formula.suits()) return by_counts(measure, each.figure);
        return by_formula(formula, each.figure.area, sheet->shown(each.figure.area, period));
    });
    rank_areas(beside, measure);
    if (!formula.suits()) add_funnel(beside, measure); // its intervals are not those of the counts alone
    return beside;
}

} // namespace qd::inline engine
