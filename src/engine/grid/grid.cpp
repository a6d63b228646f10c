#include "engine/grid/grid.hpp"

#include "base/parallel.hpp"
#include "engine/cells.hpp"
#include "engine/grid/areas.hpp"
#include "engine/grid/make_block.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

template <class Int> std::optional<double> ratio(Int numerator, Int denominator, std::int64_t per) {
    if (denominator == 0) return {};
    return static_cast<double>(numerator) * static_cast<double>(per) / static_cast<double>(denominator);
}

// In the measure's unit.
template <class Parts>
std::optional<double> target_of(const GridBlock& block, const Parts& parts, std::size_t cell,
                                typename Parts::Wide weight) {
    const auto of = [&] {
        switch (block.rule.figure) {
        case GridRule::Figure::year_to_date: return parts.year_denominators[cell];
        case GridRule::Figure::rolling_year: return parts.rolling_denominators[cell];
        default: return parts.denominators[cell];
        }
    }();
    if (of == 0 || weight == Parts::no_weight) return {};
    const auto steps = static_cast<double>(Decimal::scale / block.target_unit);
    return static_cast<double>(weight) / static_cast<double>(of) / steps;
}

template <class Parts>
Grid::Line line_of(const GridBlock& block, const Parts& parts, std::uint32_t area, std::size_t period,
                   typename Parts::Wide target_weight) {
    const std::size_t cell = block.cell(area, period);
    Grid::Line line;
    line.rate = block.rates[cell];
    line.target = target_of(block, parts, cell, target_weight);
    line.year_to_date = ratio(parts.year_numerators[cell], parts.year_denominators[cell], block.rule.per);
    line.rolling_year = ratio(parts.rolling_numerators[cell], parts.rolling_denominators[cell], block.rule.per);
    const std::size_t year = periods_a_year(block.grain);
    const auto has_figure = [&](std::size_t each) {
        switch (block.rule.figure) {
        case GridRule::Figure::year_to_date: return parts.year_denominators[each] != 0;
        case GridRule::Figure::rolling_year: return parts.rolling_denominators[each] != 0;
        default: return parts.denominators[each] != 0;
        }
    };
    if (period >= year && has_figure(cell - year)) line.against_last_year = line.rate - block.rates[cell - year];
    line.rating = block.ratings[cell];
    line.rank = block.ranks[cell];
    line.quarter = block.quarters[cell];
    return line;
}

// Whether nothing that counts was known later than the last return: then it stands over all others of its measure.
bool is_newest(const MeasuredContent& content) {
    const Return& last = content.returns.back();
    return std::ranges::none_of(content.returns, [&](const Return& other) {
        return other.measure == last.measure && other.known_at > last.known_at;
    });
}

} // namespace

Grid::Grid(const MeasuredContent& content, Instant as_at)
    : areas_(std::make_shared<const GridAreas>(content)), as_at_(as_at), blocks_(content.measures.size()) {
    for (std::uint32_t i = 0; i < content.measures.size(); ++i) numbers_.emplace(content.measures[i].code, i);
    const Ledger ledger(content, as_at);
    in_parallel(blocks_.size(), [&](std::size_t i) {
        if (auto block = make_block(content, ledger, *areas_, content.measures[i]))
            blocks_[i] = std::make_shared<const GridBlock>(*std::move(block));
    });
    make_tallies();
}

Grid Grid::with_last_return(const MeasuredContent& content) const {
    const Return& handed_in = content.returns.back();
    Grid next = *this;
    if (!counts_for(handed_in, as_at_)) return next;
    const std::size_t number = numbers_.at(handed_in.measure);
    const Block& block = blocks_[number];
    std::optional<GridBlock> made =
        block && is_newest(content) ? with_return(*block, handed_in, *areas_) : std::nullopt;
    if (!made) made = make_block(content, Ledger(content, as_at_), *areas_, content.measures[number]);
    next.replace(number, std::move(made));
    return next;
}

Grid Grid::with_returns_of(const std::set<MeasureCode>& measures, const MeasuredContent& content) const {
    Grid next = *this;
    const Ledger ledger(content, as_at_);
    for (const MeasureCode& measure : measures)
        if (const auto number = numbers_.find(measure); number != numbers_.end())
            next.replace(number->second, make_block(content, ledger, *areas_, content.measures[number->second]));
    return next;
}

void Grid::replace(std::size_t measure, std::optional<GridBlock> made) {
    Block& block = blocks_[measure];
    const Block before = std::exchange(block, made ? std::make_shared<const GridBlock>(*std::move(made)) : nullptr);
    if (!before && !block) return;
    const bool is_as_long =
        before && block && before->first == block->first && before->periods.size() == block->periods.size();
    if (!is_as_long) return make_tallies();
    for (std::size_t area = 0; area < areas_->size(); ++area) {
        tally(*before, area, static_cast<std::uint32_t>(-1)); // takes away what it added
        tally(*block, area, 1);
    }
}

Grid::Found Grid::find(const MeasureCode& measure, const AreaCode& area) const {
    const auto number = numbers_.find(measure);
    const auto place = areas_->number(area);
    if (number == numbers_.end() || !place) return {};
    return {blocks_[number->second].get(), *place};
}

void Grid::make_tallies() {
    tallies_.clear();
    for (const Block& block : blocks_) {
        if (!block) continue;
        const auto [found, fresh] = tallies_.try_emplace(block->grain);
        Tally& tally = found->second;
        const int last = block->first + static_cast<int>(block->periods.size()) - 1;
        tally.first = fresh ? block->first : std::min(tally.first, block->first);
        tally.last = fresh ? last : std::max(tally.last, last);
    }
    for (auto& [grain, tally] : tallies_)
        tally.cells.resize(areas_->size() * static_cast<std::size_t>(tally.last - tally.first + 1));
    in_parallel(areas_->size(), [this](std::size_t area) {
        for (const Block& block : blocks_)
            if (block) tally(*block, area, 1);
    });
}

void Grid::tally(const GridBlock& block, std::size_t area, std::uint32_t by) {
    Tally& tally = tallies_.at(block.grain);
    const auto length = static_cast<std::size_t>(tally.last - tally.first + 1),
               offset = static_cast<std::size_t>(block.first - tally.first);
    for (std::size_t period = 0; period < block.periods.size(); ++period) {
        Counts& counts = tally.cells[area * length + offset + period];
        const Rating rating = block.ratings[block.cell(area, period)];
        counts.green += rating == Rating::green ? by : 0;
        counts.amber += rating == Rating::amber ? by : 0;
        counts.red += rating == Rating::red ? by : 0;
    }
}

std::vector<Grid::Line> Grid::lines(std::uint32_t area, std::size_t first, std::size_t count, Period since) const {
    std::vector<Line> lines;
    for (std::size_t measure = first; measure < std::min(first + count, blocks_.size()); ++measure) {
        const GridBlock* block = blocks_[measure].get();
        if (!block || block->grain != since.grain()) continue;
        const int from = std::max(0, ordinal_of(since) - block->first);
        std::visit(
            [&](const auto& parts) {
                std::vector<typename std::remove_cvref_t<decltype(parts)>::Wide> weights;
                weights_of_shown_targets(*block, parts, area, weights);
                for (auto period = static_cast<std::size_t>(from); period < block->periods.size(); ++period) {
                    if (block->ranks[block->cell(area, period)] == 0) continue;
                    lines.push_back(line_of(*block, parts, area, period, weights[period]));
                    lines.back().measure = static_cast<std::uint32_t>(measure);
                    lines.back().period = period_at(block->grain, block->first + static_cast<int>(period));
                }
            },
            block->parts);
    }
    return lines;
}

Grid::Counts Grid::counts(std::uint32_t area, Period period) const {
    const auto found = tallies_.find(period.grain());
    if (found == tallies_.end()) return {};
    const Tally& tally = found->second;
    const int ordinal = ordinal_of(period);
    if (ordinal < tally.first || ordinal > tally.last) return {};
    const auto length = static_cast<std::size_t>(tally.last - tally.first + 1);
    return tally.cells[area * length + static_cast<std::size_t>(ordinal - tally.first)];
}

} // namespace qd::inline engine
