#include "engine/grid/areas.hpp"
#include "engine/grid/block.hpp"
#include "engine/grid/ranking.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

// What the parts of one division come to, period by period.
template <class Parts> struct Totals {
    explicit Totals(std::size_t periods)
        : numerators(periods), denominators(periods), weights(periods), numbers(periods), empty(periods),
          missing(periods), said(periods), untargeted(periods) {}
    std::vector<typename Parts::Int> numerators, denominators;
    std::vector<typename Parts::Wide> weights;
    std::vector<std::uint32_t> numbers, empty, missing, said, untargeted; // how many parts of which sort
};

// From the cells that were handed in to those that follow from them: over areas, then over time.
template <class Parts> class RollingUp {
    using Int = typename Parts::Int;
    using Wide = typename Parts::Wide;

public:
    RollingUp(GridBlock& block, Parts& parts, const GridAreas& areas)
        : block_(block), parts_(parts), areas_(areas), periods_(block.periods.size()) {}

    void run() {
        forget();
        if (block_.rule.rolls_up)
            for (const Division& division : areas_.divisions()) roll_up(division);
        for (const Succession& succession : areas_.successions()) follow(succession);
        for (std::size_t area = 0; area < block_.areas; ++area) {
            year_to_date(static_cast<std::uint32_t>(area));
            rolling_year(static_cast<std::uint32_t>(area));
        }
    }

private:
    void forget() {
        for (std::size_t area = 0, cell = 0; area < block_.areas; ++area) {
            for (std::size_t period = 0; period < periods_; ++period, ++cell) {
                if ((block_.states[cell] & cell_state::handed_in) != 0) continue;
                const bool is_wanted =
                    block_.periods[period].is_active && exists(static_cast<std::uint32_t>(area), period);
                block_.states[cell] = is_wanted ? cell_state::missing : cell_state::no_part;
                parts_.numerators[cell] = parts_.denominators[cell] = 0;
            }
        }
        std::fill_n(parts_.target_weights.data(), parts_.target_weights.size(), Parts::no_weight);
    }

    void roll_up(const Division& division) {
        Totals<Parts> totals(periods_);
        for (const std::uint32_t part : division.parts) {
            count(part, totals, Those::there);
            if (block_.rule.rolls_targets_up) weigh(part, totals);
        }
        for (std::size_t period = 0; period < periods_; ++period) take(totals, division.whole, period);
    }

    // Before an area existed, those it replaced are used for it.
    void follow(const Succession& succession) {
        Totals<Parts> totals(periods_);
        for (const std::uint32_t part : succession.before) count(part, totals, Those::all);
        std::ranges::fill(totals.untargeted, 1); // their targets were theirs
        for (std::size_t period = 0; period < periods_; ++period)
            if (block_.periods[period].last < succession.begins) take(totals, succession.area, period);
    }

    bool was_said(std::size_t cell) const {
        return (block_.states[cell] & (cell_state::handed_in | cell_state::rolled_up)) != 0;
    }

    bool exists(std::uint32_t area, std::size_t period) const {
        return !areas_.are_dated() || areas_.exists(area, block_.periods[period].last);
    }

    enum class Those { there, all }; // areas that are there at a period's end, or whatever is known of them
    void count(std::uint32_t area, Totals<Parts>& totals, Those those) {
        const std::size_t start = area * periods_;
        const CellState* states = block_.states.data() + start;
        const Int *numerators = parts_.numerators.data() + start, *denominators = parts_.denominators.data() + start;
        for (std::size_t period = 0; period < periods_; ++period) {
            if (those == Those::there && !exists(area, period)) continue;
            const CellState state = states[period];
            totals.said[period] += (state & (cell_state::handed_in | cell_state::rolled_up)) != 0;
            totals.numbers[period] += cell_state::kind_of(state) == cell_state::number;
            totals.empty[period] += cell_state::kind_of(state) == cell_state::nothing_to_divide_by;
            totals.missing[period] += cell_state::kind_of(state) == cell_state::missing;
            totals.numerators[period] += numerators[period];
            totals.denominators[period] += denominators[period];
        }
    }

    // Target × denominator.
    void weigh(std::uint32_t area, Totals<Parts>& totals) {
        const std::size_t start = area * periods_;
        const std::uint32_t slot = block_.whole_slots[area];
        const Wide* weights = slot == GridBlock::no_slot ? nullptr : parts_.target_weights.data() + slot * periods_;
        for (std::size_t period = 0; period < periods_; ++period) {
            if (cell_state::kind_of(block_.states[start + period]) != cell_state::number || !exists(area, period))
                continue;
            Wide weight = weights ? weights[period] : Parts::no_weight;
            if (const Int target = parts_.targets[start + period]; target != Parts::no_target)
                weight = static_cast<Wide>(target) * parts_.denominators[start + period];
            totals.untargeted[period] += weight == Parts::no_weight;
            totals.weights[period] += weight == Parts::no_weight ? 0 : weight;
        }
    }

    void take(const Totals<Parts>& totals, std::uint32_t whole, std::size_t period) {
        const std::size_t cell = whole * periods_ + period;
        CellState& state = block_.states[cell];
        if (was_said(cell) || totals.said[period] == 0) return;
        const bool lacks = totals.missing[period] > 0 && block_.rule.missing == MissingParts::withhold;
        if (!lacks && totals.numbers[period] > 0)
            state = cell_state::rolled_up | cell_state::number;
        else if (!lacks && totals.empty[period] > 0)
            state = cell_state::rolled_up | cell_state::nothing_to_divide_by;
        else
            state = cell_state::rolled_up | (totals.missing[period] > 0 ? cell_state::missing : cell_state::no_part);
        if (cell_state::kind_of(state) != cell_state::number) return;
        parts_.numerators[cell] = totals.numerators[period];
        parts_.denominators[cell] = totals.denominators[period];
        if (block_.rule.rolls_targets_up && totals.untargeted[period] == 0)
            parts_.target_weights[block_.whole_slots[whole] * periods_ + period] = totals.weights[period];
    }

    void year_to_date(std::uint32_t area) {
        const std::size_t start = area * periods_;
        const bool withholds = block_.rule.missing == MissingParts::withhold;
        Int numerator = 0, denominator = 0;
        bool lacks = std::ranges::any_of(block_.missing_start,
                                         [&](Date last) { return !areas_.are_dated() || areas_.exists(area, last); });
        for (std::size_t period = 0; period < periods_; ++period) {
            const std::size_t cell = start + period;
            if (block_.periods[period].starts_year) {
                numerator = denominator = 0;
                lacks = false;
            }
            numerator += parts_.numerators[cell];
            denominator += parts_.denominators[cell];
            lacks |= cell_state::kind_of(block_.states[cell]) == cell_state::missing;
            const bool is_gone = !exists(area, period) && !was_said(cell);
            const bool withheld = (lacks && withholds) || is_gone;
            parts_.year_numerators[cell] = withheld ? 0 : numerator;
            parts_.year_denominators[cell] = withheld ? 0 : denominator;
        }
    }

    // The sum of the twelve months moves on by a period at a time: one comes in, one falls out.
    void rolling_year(std::uint32_t area) {
        const std::size_t start = area * periods_;
        const std::size_t span = periods_a_year(block_.grain);
        Int numerator = 0, denominator = 0;
        std::size_t lacking = 0;
        const auto lacks = [&](std::size_t period) {
            return cell_state::kind_of(block_.states[start + period]) == cell_state::missing ||
                   !block_.periods[period].is_active || (!exists(area, period) && !was_said(start + period));
        };
        for (std::size_t period = 0; period < periods_; ++period) {
            const std::size_t cell = start + period;
            numerator += parts_.numerators[cell];
            denominator += parts_.denominators[cell];
            lacking += lacks(period);
            if (period >= span) {
                numerator -= parts_.numerators[cell - span];
                denominator -= parts_.denominators[cell - span];
                lacking -= lacks(period - span);
            }
            const bool whole = lacking == 0 && period + 1 >= span;
            parts_.rolling_numerators[cell] = whole ? numerator : 0;
            parts_.rolling_denominators[cell] = whole ? denominator : 0;
        }
    }

    GridBlock& block_;
    Parts& parts_;
    const GridAreas& areas_;
    std::size_t periods_;
};

// Target × denominator of one period, or none where it has no figure or no target.
template <class Parts>
typename Parts::Wide weight_of(const GridBlock& block, const Parts& parts, std::size_t area, std::size_t period) {
    const std::size_t cell = block.cell(area, period);
    if (cell_state::kind_of(block.states[cell]) != cell_state::number) return Parts::no_weight;
    if (parts.targets[cell] != Parts::no_target)
        return static_cast<typename Parts::Wide>(parts.targets[cell]) * parts.denominators[cell];
    const std::uint32_t slot = block.whole_slots[area];
    return slot == GridBlock::no_slot ? Parts::no_weight : parts.target_weights[slot * block.periods.size() + period];
}

// From the figures to what they mean: rate, status, rank.
template <class Parts> class Judging {
    using Int = typename Parts::Int;
    using Wide = typename Parts::Wide;

public:
    Judging(GridBlock& block, const Parts& parts, const GridAreas& areas)
        : block_(block), parts_(parts), areas_(areas), periods_(block.periods.size()),
          numerators_(shown(parts.numerators, parts.year_numerators, parts.rolling_numerators)),
          denominators_(shown(parts.denominators, parts.year_denominators, parts.rolling_denominators)) {}

    void run() {
        for (std::size_t area = 0; area < block_.areas; ++area) {
            rate(area * periods_);
            judge(area);
        }
        for (const auto& peers : areas_.peers())
            for (std::size_t period = 0; period < periods_; ++period) rank(peers, period);
    }

private:
    const Int* shown(const GridColumn<Int>& own, const GridColumn<Int>& year_to_date,
                     const GridColumn<Int>& rolling) const {
        switch (block_.rule.figure) {
        case GridRule::Figure::year_to_date: return year_to_date.data();
        case GridRule::Figure::rolling_year: return rolling.data();
        default: return own.data();
        }
    }

    void rate(std::size_t start) {
        const auto per = static_cast<double>(block_.rule.per);
        for (std::size_t cell = start; cell < start + periods_; ++cell) {
            const auto of = static_cast<double>(denominators_[cell]);
            block_.rates[cell] = static_cast<double>(numerators_[cell]) * per / (of == 0 ? 1 : of);
        }
    }

    // Exact; figure and target are brought to whole numbers by the same factor, and the boundary has the better status.
    void judge(std::size_t area) {
        weights_of_shown_targets(block_, parts_, area, weights_);
        const Wide scale = static_cast<Wide>(block_.rule.per) * (Decimal::scale / block_.target_unit);
        for (std::size_t period = 0; period < periods_; ++period) {
            const std::size_t cell = area * periods_ + period;
            const Wide figure = static_cast<Wide>(numerators_[cell]) * scale, of = denominators_[cell];
            block_.ratings[cell] =
                of == 0 || weights_[period] == Parts::no_weight ? Rating::none : rated(figure, weights_[period], of);
        }
    }

    // Without branches: which status it is cannot be foreseen, and there are millions.
    Rating rated(Wide figure, Wide target, Wide of) const {
        const GridRule& rule = block_.rule;
        const Wide size =
            rule.margin_is_relative ? (target < 0 ? -target : target) : of * (Decimal::scale / block_.target_unit);
        const Wide ahead = rule.higher_is_better ? figure - target : target - figure;
        const bool meets = ahead >= 0, is_near = ahead * rule.margin_of + size * rule.margin_parts >= 0;
        return static_cast<Rating>(1 + static_cast<int>(meets) + static_cast<int>(meets | (is_near & rule.has_amber)));
    }

    void rank(const std::vector<std::uint32_t>& peers, std::size_t period) {
        const double sign = block_.rule.higher_is_better ? -1 : 1;
        unsorted_.clear();
        for (const std::uint32_t area : peers) {
            const std::size_t cell = area * periods_ + period;
            block_.ranks[cell] = 0;
            block_.quarters[cell] = 0;
            const bool is_there = !areas_.are_dated() || areas_.exists(area, block_.periods[period].last);
            if (denominators_[cell] != 0 && is_there)
                unsorted_.push_back({sign * block_.rates[cell], static_cast<std::uint32_t>(cell)});
        }
        // Division rounds, but never swaps two rates: only those that round to the same value are compared exactly.
        const auto is_better = [this](const Placed& a, const Placed& b) {
            const qd::Wide left = static_cast<qd::Wide>(numerators_[a.cell]) * denominators_[b.cell],
                           right = static_cast<qd::Wide>(numerators_[b.cell]) * denominators_[a.cell];
            return block_.rule.higher_is_better ? left > right : left < right;
        };
        const std::span<const Placed> sorted = ranking_.sort(unsorted_, is_better);
        std::size_t first = 0, quarter = 1;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            if (i > 0 && (sorted[i].key != sorted[i - 1].key || is_better(sorted[i - 1], sorted[i]))) first = i;
            while (first * 4 >= quarter * sorted.size()) ++quarter;
            block_.ranks[sorted[i].cell] = static_cast<std::uint16_t>(first + 1);
            block_.quarters[sorted[i].cell] = static_cast<std::uint8_t>(quarter);
        }
    }

    GridBlock& block_;
    const Parts& parts_;
    const GridAreas& areas_;
    std::size_t periods_;
    const Int *numerators_, *denominators_; // of the figure that is shown
    std::vector<Wide> weights_;             // of the targets that the figures of one area are compared with
    std::vector<Placed> unsorted_;
    Ranking ranking_;
};

} // namespace

int ordinal_of(Period period) {
    return period.start_year() * static_cast<int>(periods_a_year(period.grain())) + period.number() - 1;
}

Period period_at(Grain grain, int ordinal) {
    const int positions = static_cast<int>(periods_a_year(grain)), year = ordinal / positions,
              number = ordinal % positions + 1;
    switch (grain) {
    case Grain::month: return Period::month(year, number);
    case Grain::quarter: return Period::quarter(year, number);
    case Grain::half: return Period::half(year, number);
    default: return Period::year(year);
    }
}

template <class Parts>
void weights_of_shown_targets(const GridBlock& block, const Parts& parts, std::size_t area,
                              std::vector<typename Parts::Wide>& weights) {
    using Wide = typename Parts::Wide;
    const std::size_t periods = block.periods.size(), span = periods_a_year(block.grain);
    weights.resize(periods);
    for (std::size_t period = 0; period < periods; ++period) weights[period] = weight_of(block, parts, area, period);
    if (block.rule.figure == GridRule::Figure::own) return;
    const bool is_rolling = block.rule.figure == GridRule::Figure::rolling_year;
    const std::vector<Wide> own = weights;
    Wide sum = 0;
    std::size_t lacking = 0; // periods with a figure and no target
    const auto lacks = [&](std::size_t period) {
        return own[period] == Parts::no_weight &&
               cell_state::kind_of(block.states[block.cell(area, period)]) == cell_state::number;
    };
    const auto part = [&](std::size_t period) { return own[period] == Parts::no_weight ? Wide{0} : own[period]; };
    for (std::size_t period = 0; period < periods; ++period) {
        if (!is_rolling && block.periods[period].starts_year) {
            sum = 0;
            lacking = 0;
        }
        sum += part(period);
        lacking += lacks(period);
        if (is_rolling && period >= span) {
            sum -= part(period - span);
            lacking -= lacks(period - span);
        }
        weights[period] = lacking == 0 ? sum : Parts::no_weight;
    }
}

template void weights_of_shown_targets(const GridBlock&, const NarrowParts&, std::size_t,
                                       std::vector<NarrowParts::Wide>&);
template void weights_of_shown_targets(const GridBlock&, const WideParts&, std::size_t, std::vector<WideParts::Wide>&);

void compute(GridBlock& block, const GridAreas& areas) {
    std::visit(
        [&](auto& parts) {
            RollingUp(block, parts, areas).run();
            Judging(block, parts, areas).run();
        },
        block.parts);
}

} // namespace qd::inline engine
