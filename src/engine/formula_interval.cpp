#include "engine/formula_interval.hpp"

#include "engine/formula_value.hpp"
#include "engine/rate.hpp"
#include "statistics/confidence.hpp"

#include <algorithm>
#include <cmath>

namespace qd::inline engine {
namespace {

using Given = std::vector<std::optional<double>>;

bool has_interval(const Formula& formula) {
    const Formula::Node& top = formula.root();
    return top.kind == Formula::Kind::call &&
           (top.function == FormulaFunction::dsr || top.function == FormulaFunction::sampled);
}

std::optional<Estimate> standardised(const Given& given, double per, double confidence) {
    std::vector<AgeGroup> groups;
    std::vector<double> weights;
    for (std::size_t i = 0; i + 2 < given.size(); i += 3) {
        groups.push_back({*given[i], *given[i + 1]});
        weights.push_back(*given[i + 2]);
        if (!(groups.back().events >= 0 && groups.back().population > 0 && weights.back() >= 0)) return {};
    }
    return estimate_standardised_rate(groups, weights, per, confidence);
}

std::optional<Estimate> estimate(const Formula& formula, const Measure& measure, const Given& given,
                                 double confidence) {
    if (formula.root().function == FormulaFunction::dsr)
        return standardised(given, static_cast<double>(multiplier(measure)), confidence);
    return estimate_sampled_mean(*given[0], *given[1], *given[2], confidence);
}

} // namespace

FormulaIntervals::FormulaIntervals(const Known& known, const Measure& measure, const std::vector<AreaCode>& areas)
    : known_(known), measure_(measure) {
    if (measure.formula.empty()) return;
    auto formula = Formula::parse(measure.formula);
    if (!formula || !has_interval(*formula)) return;
    std::vector<AreaCode> all;
    for (const AreaCode& area : areas) std::ranges::copy(known.areas.with_all_below(area), std::back_inserter(all));
    for (const MeasureCode& code : formula->inputs()) {
        const Measure* input = find_row(known.content.measures, code);
        if (input == nullptr) return;
        InputCells& said = inputs_.try_emplace(code, *input, known.calendar(), known.areas).first->second;
        const Cells cells = known.ledger.cells(code, all);
        for (const AreaCode& area : all)
            for (const CellPlace& place : cells.of(area))
                said.take(area, place.stretch,
                          amount_of(*input, known.content.returns[place.return_index].observations, place.row,
                                    place.return_index));
    }
    formula_ = *std::move(formula);
}

OrWhy<IntervalReading> FormulaIntervals::of(const AreaCode& area, Period described, const Amount& figure) const {
    if (!figure.number) return "There is no figure.";
    const bool is_made = figure.return_index && known_.content.returns[*figure.return_index].origin == Origin::computed;
    if (!is_made) return "The figure is not what the formula makes of one period, so its interval is not known.";
    const Given given = operands_of(*formula_, [&](const MeasureCode& input, const std::optional<Period>& base) {
        const auto found = inputs_.at(input).standing_for(area, base.value_or(described));
        return found ? std::optional(found->amount) : std::nullopt;
    });
    if (std::ranges::any_of(given, [](const auto& each) { return !each; }))
        return "Some of what its interval is made from is not known.";
    const auto near = estimate(*formula_, measure_, given, ninety_five),
               far = estimate(*formula_, measure_, given, ninety_nine_eight);
    if (!near || !far)
        return "Its interval is made from something other than the deviation of a sample, or from too few cases.";
    const auto lower = Decimal::nearest(near->interval.lower), upper = Decimal::nearest(near->interval.upper),
               far_lower = Decimal::nearest(far->interval.lower), far_upper = Decimal::nearest(far->interval.upper);
    if (!lower || !upper || !far_lower || !far_upper) return "Its interval is too wide to be stored.";
    return IntervalReading{near->method, *lower, *upper, *far_lower, *far_upper};
}

} // namespace qd::inline engine
