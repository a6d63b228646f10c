#include "engine/grid/outline.hpp"

#include "engine/grid/areas.hpp"
#include "engine/ratio.hpp"
#include "engine/scorecard.hpp"

#include <utility>

namespace qd::inline engine {
namespace {

// The parts of the figure that is shown and judged.
template <class Parts>
auto shown_parts(const Parts& parts, GridRule::Figure figure, std::size_t cell)
    -> std::pair<typename Parts::Int, typename Parts::Int> {
    switch (figure) {
    case GridRule::Figure::own: return {parts.numerators[cell], parts.denominators[cell]};
    case GridRule::Figure::year_to_date: return {parts.year_numerators[cell], parts.year_denominators[cell]};
    case GridRule::Figure::rolling_year: return {parts.rolling_numerators[cell], parts.rolling_denominators[cell]};
    }
    return {};
}

Cell actual_of(const GridBlock& block, std::size_t cell) {
    return std::visit(
        [&](const auto& parts) -> Cell {
            const auto [numerator, denominator] = shown_parts(parts, block.rule.figure, cell);
            if (denominator == 0) return GapReason::not_available;
            return Ratio::fraction(Wide{numerator} * block.rule.per, Wide{denominator}).rounded();
        },
        block.parts);
}

Series outline_of(const GridBlock& block, std::uint32_t number, const AreaCode& area) {
    Series outline{block.measure, area, {}};
    for (std::size_t i = 0; i < block.periods.size(); ++i) {
        const std::size_t cell = block.cell(number, i);
        if (block.states[cell] == cell_state::missing) continue;
        Figure point;
        point.measure = block.measure;
        point.area = area;
        point.period = point.described = period_at(block.grain, block.first + static_cast<int>(i));
        point.actual = actual_of(block, cell);
        outline.points.push_back(std::move(point));
    }
    return outline;
}

} // namespace

std::vector<Series> compute_outlines(const Content& content, const Grid& grid, const AreaCode& area, Instant as_at) {
    const auto number = grid.areas().number(area);
    std::vector<Series> outlines(content.measures.size());
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < outlines.size(); ++i) {
        if (const GridBlock* block = grid.block(i); block != nullptr && number)
            outlines[i] = outline_of(*block, *number, area);
        else
            others.push_back(i);
    }
    std::vector<Series> whole = compute_series(content, others, area, as_at);
    for (std::size_t i = 0; i < others.size(); ++i) outlines[others[i]] = std::move(whole[i]);
    return outlines;
}

} // namespace qd::inline engine
