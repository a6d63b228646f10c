#include "charts/plot.hpp"

#include "base/text.hpp"

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

void write_labels(Drawing& drawing, const Plot& plot, const std::vector<double>& centres,
                  const std::vector<std::string>& words, double y) {
    std::vector<double> widths;
    for (const std::string& word : words) widths.push_back(text_width(word, tick_size));
    for (const std::size_t i : thinned(centres, widths)) {
        const double centre =
            std::clamp(centres[i], widths[i] / 2, std::max(widths[i] / 2, plot.width - widths[i] / 2));
        drawing.text({centre, y}, words[i], {palette::quiet, tick_size, Weight::normal, Anchor::middle});
    }
}

bool grouped(const std::vector<AxisTick>& ticks) {
    return std::ranges::any_of(ticks, [](const AxisTick& tick) { return !tick.group.empty(); });
}

// Where not every tick has room, groups alone say it better than every third quarter.
bool ticks_fit(const Plot& plot, const std::vector<AxisTick>& ticks) {
    double widest = 0;
    for (const AxisTick& tick : ticks) widest = std::max(widest, text_width(tick.tick, tick_size));
    return plot.count == 1 || plot.step >= widest + 5;
}

} // namespace

double Plot::x(std::size_t index) const {
    return count == 1 ? (left + right) / 2 : left + inset + static_cast<double>(index) * step;
}

void Plot::spread_points() {
    if (count > 1) step = (right - left - 2 * inset) / static_cast<double>(count - 1);
}

std::string on_scale(const std::string& subject, const Scale& scale, const ShowValue& show_tick) {
    return subject + (scale.starts_at_zero() ? "." : "; the scale starts at " + show_tick(scale.least) + ".");
}

double tick_room(const Scale& scale, const ShowValue& show_tick) {
    double widest = 0;
    for (const Decimal tick : scale.ticks) widest = std::max(widest, text_width(show_tick(tick), tick_size));
    return widest + 9;
}

void draw_axes(Drawing& drawing, const Plot& plot, const std::vector<AxisTick>& ticks, const ShowValue& show_tick) {
    for (const Decimal tick : plot.scale.ticks) {
        const double y = plot.y(tick);
        if (tick != plot.scale.least)
            drawing.line({plot.left, y}, {plot.right, y}, {tick.is_zero() ? palette::axis : palette::grid});
        drawing.text({plot.left - 7, y + 4.5}, show_tick(tick),
                     {palette::quiet, tick_size, Weight::normal, Anchor::end});
    }
    drawing.line({plot.left, plot.bottom}, {plot.right, plot.bottom}, {palette::axis});

    std::vector<double> centres;
    std::vector<std::string> words;
    std::vector<std::size_t> starts; // of the groups
    for (std::size_t i = 0; i < plot.count; ++i) {
        centres.push_back(plot.x(i));
        words.push_back(ticks[i].tick);
        if (i == 0 || ticks[i].group != ticks[i - 1].group) starts.push_back(i);
    }
    const bool fit = ticks_fit(plot, ticks);
    if (!grouped(ticks) || fit) write_labels(drawing, plot, centres, words, plot.bottom + 18);
    if (!grouped(ticks)) return;
    std::vector<double> middles;
    std::vector<std::string> groups;
    for (std::size_t g = 0; g < starts.size(); ++g) {
        const std::size_t end = g + 1 < starts.size() ? starts[g + 1] - 1 : plot.count - 1;
        middles.push_back((plot.x(starts[g]) + plot.x(end)) / 2);
        groups.push_back(ticks[starts[g]].group);
        if (!fit)
            drawing.line({plot.x(starts[g]), plot.bottom}, {plot.x(starts[g]), plot.bottom + 5}, {palette::axis});
        else if (g > 0)
            drawing.line({plot.x(starts[g]) - plot.step / 2, plot.bottom + 8},
                         {plot.x(starts[g]) - plot.step / 2, plot.bottom + 40}, {palette::grid});
    }
    write_labels(drawing, plot, middles, groups, plot.bottom + (fit ? 37 : 20));
}

double axis_room(const Plot& plot, const std::vector<AxisTick>& ticks) {
    return grouped(ticks) && ticks_fit(plot, ticks) ? 42 : 24;
}

std::vector<std::string> wrapped(std::string_view words, double width, double size, Weight weight) {
    std::vector<std::string> lines;
    for (const std::string& word : split(words, ' ')) {
        const std::string longer = lines.empty() ? word : lines.back() + " " + word;
        if (!lines.empty() && text_width(longer, size, weight) <= width)
            lines.back() = longer;
        else
            lines.push_back(word);
    }
    return lines;
}

} // namespace qd::inline charts
