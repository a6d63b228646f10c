#include "charts/trend_layout.hpp"

#include <algorithm>

namespace qd::inline charts {

std::vector<Decimal> drawn_values(const TrendInput& input) {
    std::vector<Decimal> values;
    const auto add = [&](const std::optional<Decimal>& value) {
        if (value) values.push_back(*value);
    };
    for (const TrendPoint& point : input.points) {
        if (point.value.has_value()) values.push_back(point.value.value());
        add(point.target);
        add(point.target_upper);
    }
    add(input.year_end);
    add(input.forecast);
    if (values.empty()) values.emplace_back(0);
    return values;
}

TrendLayout lay_out(const TrendInput& input, Form form, const std::vector<std::string>& end_words) {
    TrendLayout layout;
    layout.form = form;
    layout.count = input.points.size();
    layout.scale = scale_for(drawn_values(input), input.ceiling);
    double end_width = 0;
    for (const std::string& words : end_words) end_width = std::max(end_width, text_width(words, 14, Weight::bold));
    if (form == Form::narrow) {
        layout.width = 360;
        layout.key_rows = end_words.size();
        layout.height = 318 + 21 * static_cast<double>(layout.key_rows);
    }
    layout.left = tick_room(layout.scale, input.show_tick);
    layout.right = form == Form::wide ? layout.width - std::min(end_width, 250.0) - 20 : layout.width - 8;
    layout.top = 24;
    layout.bottom = layout.height - 50 - 21 * static_cast<double>(layout.key_rows);
    layout.spread_points();
    return layout;
}

std::vector<AxisTick> ticks_of(const TrendInput& input) {
    std::vector<AxisTick> ticks;
    for (const TrendPoint& point : input.points) ticks.push_back({point.tick, point.group});
    return ticks;
}

} // namespace qd::inline charts
