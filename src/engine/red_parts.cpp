#include "engine/red_parts.hpp"

#include "engine/find_measure.hpp"
#include "engine/grid/grid.hpp"
#include "engine/judging.hpp"
#include "engine/share_out.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

// What the grid says of a cell; none where it has none.
std::optional<Rating> rating_in(const Grid& grid, const MeasureCode& measure, const AreaCode& area, Period period) {
    const auto found = grid.find(measure, area);
    if (!found.block || found.block->grain != period.grain()) return {};
    const int place = ordinal_of(period) - found.block->first;
    if (place < 0 || place >= static_cast<int>(found.block->periods.size())) return {};
    return found.block->ratings[found.block->cell(found.area, static_cast<std::size_t>(place))];
}

std::vector<AreaCode> red_below(const Known& known, const Grid& grid, const Figure& figure) {
    const Measure& measure = find_measure(known.content, figure.measure);
    std::vector<AreaCode> red;
    std::optional<Sheet> sheet;
    for (const auto& division : known.areas.divisions(figure.area, known.calendar().last_day(figure.period)))
        for (const AreaCode& part : division) {
            const auto rating = rating_in(grid, figure.measure, part, figure.period);
            bool is_red = rating == Rating::red;
            if (!rating) {
                if (!sheet) sheet.emplace(known, measure, figure.area);
                is_red =
                    judge(*sheet, part, figure.period, sheet->shown(part, figure.period)).status.status == Status::red;
            }
            if (is_red) red.push_back(part);
        }
    return red;
}

} // namespace

bool has_parts(const MeasuredContent& content, const AreaCode& area, Period period) {
    const Date on = content.settings.calendar.last_day(period);
    return !AreaTree(content.areas).divisions(area, on).empty();
}

Scorecard with_red_parts(const MeasuredContent& content, Scorecard scorecard, const Grid& grid) {
    return with_red_parts(content, std::move(scorecard), grid, [](const MeasureCode&) { return true; });
}

Scorecard with_red_parts(const MeasuredContent& content, Scorecard scorecard, const Grid& grid,
                         const std::function<bool(const MeasureCode&)>& is_wanted) {
    const Known known(content, scorecard.as_at);
    share_out(content, scorecard.figures.size(), [&](std::size_t i) {
        Figure& figure = scorecard.figures[i];
        if (!is_wanted(figure.measure)) return;
        const bool hides = figure.status.status == Status::green &&
                           find_measure(content, figure.measure).area_roll_up == AreaRollUp::parts;
        if (hides) figure.red_parts = red_below(known, grid, figure);
    });
    return scorecard;
}

} // namespace qd::inline engine
