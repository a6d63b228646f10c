#include "engine/grid/outline.hpp"

#include "engine/grid/areas.hpp"
#include "engine/ratio.hpp"
#include "engine/scorecard.hpp"

#include <numeric>
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

Cell cell_of(const GridBlock& block, GridRule::Figure figure, std::size_t cell) {
    return std::visit(
        [&](const auto& parts) -> Cell {
            const auto [numerator, denominator] = shown_parts(parts, figure, cell);
            if (denominator == 0) return GapReason::not_available;
            return Ratio::fraction(Wide{numerator} * block.rule.per, Wide{denominator}).rounded();
        },
        block.parts);
}

StretchKind stretch_at(const GridBlock& block, std::size_t period) {
    switch (block.rule.figure) {
    case GridRule::Figure::year_to_date:
        return block.periods[period].starts_year ? StretchKind::own : StretchKind::to_date;
    case GridRule::Figure::rolling_year: return StretchKind::rolling;
    default: return StretchKind::latest;
    }
}

Series outline_of(const GridBlock& block, std::uint32_t number, const AreaCode& area) {
    Series outline{block.measure, area, {}, true};
    for (std::size_t i = 0; i < block.periods.size(); ++i) {
        const std::size_t cell = block.cell(number, i);
        if (block.states[cell] == cell_state::missing) continue;
        Figure& point = outline.points.emplace_back();
        point.measure = block.measure;
        point.area = area;
        point.period = point.described = period_at(block.grain, block.first + static_cast<int>(i));
        point.stretch = stretch_at(block, i);
        point.actual = cell_of(block, block.rule.figure, cell);
        if (block.rule.figure != GridRule::Figure::own) point.in_period = cell_of(block, GridRule::Figure::own, cell);
    }
    return outline;
}

// Puts those at the given places of the measures.
void put(Courses& courses, const std::vector<std::size_t>& places, const MeasuredContent& content, const Grid& grid,
         const AreaCode& area, Instant as_at) {
    const auto number = grid.areas().number(area);
    std::vector<std::size_t> others;
    for (const std::size_t i : places) {
        if (const GridBlock* block = grid.block(i); block != nullptr && number)
            courses[i] = std::make_shared<const Series>(outline_of(*block, *number, area));
        else
            others.push_back(i);
    }
    std::vector<Series> whole = compute_series(content, others, area, as_at);
    for (std::size_t i = 0; i < others.size(); ++i)
        courses[others[i]] = std::make_shared<const Series>(std::move(whole[i]));
}

} // namespace

Courses compute_courses(const MeasuredContent& content, const Grid& grid, const AreaCode& area, Instant as_at) {
    Courses courses(content.measures.size());
    std::vector<std::size_t> places(courses.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    put(courses, places, content, grid, area, as_at);
    return courses;
}

Courses compute_courses(const MeasuredContent& content, const Grid& grid, const AreaCode& area, Instant as_at,
                        Courses before, const std::set<MeasureCode>& measures) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < content.measures.size(); ++i)
        if (measures.contains(content.measures[i].code)) places.push_back(i);
    put(before, places, content, grid, area, as_at);
    return before;
}

} // namespace qd::inline engine
