#include "engine/peers.hpp"

#include "statistics/ranking.hpp"

namespace qd::inline engine {
namespace {

bool is_same_stretch(const Sheet& sheet, const Shown& a, const Shown& b) {
    return sheet.stretch(a.described) == sheet.stretch(b.described);
}

ConfidenceInterval doubles(Decimal lower, Decimal upper) { return {lower.to_double(), upper.to_double()}; }

} // namespace

std::variant<BenchmarkReading, std::string> benchmark_of(const Sheet& sheet, const AreaCode& area, Period reporting,
                                                         const Shown& shown,
                                                         const std::optional<IntervalReading>& interval) {
    const Area* self = sheet.known().areas.find(area);
    const Area* around = self && !self->parent.empty() ? sheet.known().areas.find(self->parent) : nullptr;
    if (!around) return "No area is known around it.";
    if (!interval) return "Without an interval it cannot be compared.";
    const Shown other = sheet.shown(around->code, reporting);
    if (!other.actual.number || !is_same_stretch(sheet, shown, other))
        return around->name + " has no figure for the same time.";
    const Decimal value = other.actual.number->rounded();
    return BenchmarkReading{around->code, value,
                            compare(doubles(interval->lower, interval->upper),
                                    doubles(interval->far_lower, interval->far_upper), value.to_double(),
                                    good_of(sheet.measure().polarity))};
}

std::optional<RankReading> rank_among(const Measure& measure, const Yardstick& yardstick, const Ratio& figure,
                                      const std::vector<Ratio>& all, std::size_t areas) {
    RankReading rank{1, 0, all.size(), areas, {}};
    for (const Ratio& other : all) {
        const auto order = compare_goodness(measure.polarity, yardstick, other, figure);
        if (!order) return {};
        if (*order > 0) ++rank.position;
        if (*order == 0) ++rank.shared_by;
    }
    rank.quartile = part_of_rank(rank.position, rank.of, 4);
    return rank;
}

std::variant<RankReading, std::string> rank_of(const Sheet& sheet, const AreaCode& area, Period reporting,
                                               const Shown& shown, const Yardstick& yardstick) {
    if (!shown.actual.number) return "There is no figure.";
    const Date end = sheet.stretch(shown.described).last;
    std::vector<Ratio> all;
    std::size_t areas = 0;
    for (const AreaCode& sibling : sheet.known().areas.siblings(area)) {
        if (!sheet.known().areas.exists(sibling, end)) continue;
        ++areas;
        if (sibling == area) {
            all.push_back(*shown.actual.number);
            continue;
        }
        const Shown other = sheet.shown(sibling, reporting);
        if (other.actual.number && is_same_stretch(sheet, shown, other)) all.push_back(*other.actual.number);
    }
    if (areas < 2) return "No other area of its kind is known.";
    if (all.size() < 2) return "No other area of its kind has a figure for the same time.";
    if (const auto rank = rank_among(sheet.measure(), yardstick, *shown.actual.number, all, areas)) return *rank;
    return "Neither way is good, so none is first.";
}

} // namespace qd::inline engine
