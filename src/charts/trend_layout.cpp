#include "charts/trend_layout.hpp"

#include <algorithm>

namespace qd::inline charts {
namespace {

constexpr double tick_size = 13, inset = 14; // inset: from the axis to the first point

// Which of the labels to write so that each keeps a space to the next: every k-th, counted back from the last.
std::vector<std::size_t> thinned(const std::vector<double>& centres, const std::vector<double>& widths) {
    for (std::size_t stride = 1; stride < centres.size(); ++stride) {
        std::vector<std::size_t> kept;
        for (std::size_t i = centres.size(); i-- > 0;)
            if ((centres.size() - 1 - i) % stride == 0) kept.push_back(i);
        bool fits = true;
        for (std::size_t k = 1; k < kept.size(); ++k)
            fits = fits && centres[kept[k - 1]] - centres[kept[k]] >= (widths[kept[k - 1]] + widths[kept[k]]) / 2 + 7;
        if (fits) return kept;
    }
    return centres.empty() ? std::vector<std::size_t>{} : std::vector<std::size_t>{centres.size() - 1};
}

void write_labels(Drawing& drawing, const TrendLayout& layout, const std::vector<double>& centres,
                  const std::vector<std::string>& words, double y) {
    std::vector<double> widths;
    for (const std::string& word : words) widths.push_back(text_width(word, tick_size));
    for (const std::size_t i : thinned(centres, widths)) {
        const double centre =
            std::clamp(centres[i], widths[i] / 2, std::max(widths[i] / 2, layout.width - widths[i] / 2));
        drawing.text({centre, y}, words[i], {palette::quiet, tick_size, Weight::normal, Anchor::middle});
    }
}

} // namespace

double TrendLayout::x(std::size_t index) const {
    return count == 1 ? (left + right) / 2 : left + inset + static_cast<double>(index) * step;
}

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

TrendLayout lay_out(const TrendInput& input, TrendForm form, const std::vector<std::string>& end_words) {
    TrendLayout layout;
    layout.form = form;
    layout.count = input.points.size();
    layout.scale = scale_for(drawn_values(input), input.ceiling);
    double tick_width = 0, end_width = 0;
    for (const Decimal tick : layout.scale.ticks)
        tick_width = std::max(tick_width, text_width(input.show_tick(tick), tick_size));
    for (const std::string& words : end_words) end_width = std::max(end_width, text_width(words, 14, Weight::bold));
    if (form == TrendForm::narrow) {
        layout.width = 360;
        layout.key_rows = end_words.size();
        layout.height = 318 + 21 * static_cast<double>(layout.key_rows);
    }
    layout.left = tick_width + 9;
    layout.right = form == TrendForm::wide ? layout.width - std::min(end_width, 250.0) - 20 : layout.width - 8;
    layout.top = 24;
    layout.bottom = layout.height - 50 - 21 * static_cast<double>(layout.key_rows);
    if (layout.count > 1)
        layout.step = (layout.right - layout.left - 2 * inset) / static_cast<double>(layout.count - 1);
    return layout;
}

void draw_axes(Drawing& drawing, const TrendInput& input, const TrendLayout& layout) {
    for (const Decimal tick : layout.scale.ticks) {
        const double y = layout.y(tick);
        if (tick != layout.scale.least)
            drawing.line({layout.left, y}, {layout.right, y}, {tick.is_zero() ? palette::axis : palette::grid});
        drawing.text({layout.left - 7, y + 4.5}, input.show_tick(tick),
                     {palette::quiet, tick_size, Weight::normal, Anchor::end});
    }
    drawing.line({layout.left, layout.bottom}, {layout.right, layout.bottom}, {palette::axis});

    std::vector<double> centres;
    std::vector<std::string> ticks;
    std::vector<std::size_t> starts; // of the groups
    for (std::size_t i = 0; i < layout.count; ++i) {
        centres.push_back(layout.x(i));
        ticks.push_back(input.points[i].tick);
        if (i == 0 || input.points[i].group != input.points[i - 1].group) starts.push_back(i);
    }
    const bool grouped = std::ranges::any_of(input.points, [](const TrendPoint& p) { return !p.group.empty(); });
    double widest = 0;
    for (const std::string& tick : ticks) widest = std::max(widest, text_width(tick, tick_size));
    // Where not every tick has room, groups alone say it better than every third quarter.
    const bool ticks_fit = layout.count == 1 || layout.step >= widest + 5;
    if (!grouped || ticks_fit) write_labels(drawing, layout, centres, ticks, layout.bottom + 18);
    if (!grouped) return;
    std::vector<double> middles;
    std::vector<std::string> groups;
    for (std::size_t g = 0; g < starts.size(); ++g) {
        const std::size_t end = g + 1 < starts.size() ? starts[g + 1] - 1 : layout.count - 1;
        middles.push_back((layout.x(starts[g]) + layout.x(end)) / 2);
        groups.push_back(input.points[starts[g]].group);
        if (!ticks_fit)
            drawing.line({layout.x(starts[g]), layout.bottom}, {layout.x(starts[g]), layout.bottom + 5},
                         {palette::axis});
        else if (g > 0)
            drawing.line({layout.x(starts[g]) - layout.step / 2, layout.bottom + 8},
                         {layout.x(starts[g]) - layout.step / 2, layout.bottom + 40}, {palette::grid});
    }
    write_labels(drawing, layout, middles, groups, layout.bottom + (ticks_fit ? 37 : 20));
}

} // namespace qd::inline charts
