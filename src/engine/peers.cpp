#include "engine/peers.hpp"

#include "engine/rate.hpp"
#include "engine/roll_up.hpp"
#include "statistics/ranking.hpp"
#include "statistics/share_comparison.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

bool is_same_stretch(const Sheet& sheet, const Shown& a, const Shown& b) {
    return sheet.stretch(a.described) == sheet.stretch(b.described);
}

ConfidenceInterval doubles(Decimal lower, Decimal upper) { return {lower.to_double(), upper.to_double()}; }

// The figures of peers for the stretch of time that is shown.
std::vector<Amount> figures_of(const Sheet& sheet, const Peers& peers, Period reporting, const Shown& shown) {
    std::vector<Amount> found;
    for (const Peers::Peer& peer : peers.areas) {
        Shown other = sheet.shown(peer.area, reporting);
        if (other.actual.number && is_same_stretch(sheet, shown, other)) found.push_back(std::move(other.actual));
    }
    return found;
}

// By the figure's own interval; a share by the chance of it where it is of few cases, as the funnel of its areas has it.
BenchmarkReading against(const AreaCode& area, Decimal value, const IntervalReading& interval, const Measure& measure,
                         const Amount& figure) {
    const Good good = good_of(measure.polarity);
    const double average = value.to_double() / static_cast<double>(multiplier(measure));
    const bool is_share = measure.quantity == Quantity::percent && interval.method == IntervalMethod::wilson &&
                          figure.numerator && figure.denominator && average >= 0 && average <= 1;
    if (is_share)
        return {area, value,
                compare_share(figure.numerator->to_double(), figure.denominator->to_double(), average, good)};
    return {area, value,
            compare(doubles(interval.lower, interval.upper), doubles(interval.far_lower, interval.far_upper),
                    value.to_double(), good)};
}

} // namespace

OrWhy<BenchmarkReading> benchmark_of(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                                     const OrWhy<IntervalReading>& interval) {
    const Area* self = sheet.known().areas.find(area);
    const Area* around = self && !self->parent.empty() ? sheet.known().areas.find(self->parent) : nullptr;
    if (!around) return "No area around it is known.";
    if (!interval) return "Without an interval it cannot be compared.";
    const Shown other = sheet.shown(around->code, reporting);
    if (!other.actual.number || !is_same_stretch(sheet, shown, other))
        return around->name + " has no figure for the same time.";
    return against(around->code, other.actual.number->rounded(), *interval, sheet.measure(), shown.actual);
}

std::vector<PlainDifference> differences_around(const Sheet& sheet, const AreaCode& area, Period reporting,
                                                const Shown& shown) {
    std::vector<PlainDifference> differences;
    const Quantity quantity = sheet.measure().quantity;
    const bool comparable =
        quantity != Quantity::count && quantity != Quantity::money; // what is larger has more of them
    if (!shown.actual.number || !comparable) return differences;
    const Area* around = sheet.known().areas.find(area);
    for (bool is_next = true; around && !around->parent.empty(); is_next = false) { // the tree has no rings
        around = sheet.known().areas.find(around->parent);
        if (!around) break;
        // Of the areas further out the sheet reads what was handed in for them alone.
        if (!is_next && !sheet.cells().find(around->code, sheet.stretch(shown.described))) continue;
        const Shown other = sheet.shown(around->code, reporting);
        if (!other.actual.number || !is_same_stretch(sheet, shown, other)) continue;
        const Decimal value = other.actual.number->rounded();
        differences.push_back({around->code, value, shown.actual.number->rounded() - value});
    }
    return differences;
}

OrWhy<BenchmarkReading> beside_neighbours(const Sheet& sheet, const Peers& peers, Period reporting, const Shown& shown,
                                          const OrWhy<IntervalReading>& interval) {
    if (peers.kind == PeerKind::siblings) return "No neighbours are known for it.";
    if (!interval) return "Without an interval it cannot be compared.";
    const std::vector<Amount> figures = figures_of(sheet, peers, reporting, shown);
    if (figures.empty()) return "No neighbour has a figure for the same time.";
    const bool in_parts =
        std::ranges::all_of(figures, [](const Amount& each) { return each.numerator && each.denominator; });
    const Amount together = in_parts ? add_parts(sheet.measure(), figures) : mean_of(figures);
    if (!together.number) return "The figures of its neighbours cannot be combined.";
    return against({}, together.number->rounded(), *interval, sheet.measure(), shown.actual);
}

std::optional<RankReading> rank_among(const Measure& measure, const Yardstick& yardstick, const Ratio& figure,
                                      const std::vector<Ratio>& all, std::size_t areas) {
    RankReading rank{1, 0, all.size(), areas, {}, {}};
    for (const Ratio& other : all) {
        const auto order = compare_goodness(measure.polarity, yardstick, other, figure);
        if (!order) return {};
        if (*order > 0) ++rank.position;
        if (*order == 0) ++rank.shared_by;
    }
    rank.quartile = part_of_rank(rank.position, rank.of, 4);
    rank.quintile = part_of_rank(rank.position, rank.of, 5);
    return rank;
}

OrWhy<RankReading> rank_of(const Sheet& sheet, const Peers& peers, Period reporting, const Shown& shown,
                           const Yardstick& yardstick) {
    if (!shown.actual.number) return "There is no figure.";
    const std::string other = peers.kind == PeerKind::siblings ? "other area of its kind" : "neighbour of it";
    if (peers.areas.empty()) return "No " + other + " is known.";
    std::vector<Ratio> all{*shown.actual.number};
    for (const Amount& each : figures_of(sheet, peers, reporting, shown)) all.push_back(*each.number);
    if (all.size() < 2) return "No " + other + " has a figure for the same time.";
    if (const auto rank = rank_among(sheet.measure(), yardstick, *shown.actual.number, all, peers.areas.size() + 1))
        return *rank;
    return "Neither way is good, so none is first.";
}

} // namespace qd::inline engine
