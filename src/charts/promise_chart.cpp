#include "charts/promise_chart.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/framed.hpp"
#include "charts/tone.hpp"

#include <algorithm>

namespace qd::inline charts {
namespace {

constexpr std::string_view behind_fill = "#dfe3e8";
constexpr Stroke actual_stroke{palette::navy, 3, ""};
constexpr Stroke promised_stroke{palette::target, 1.5, "2 4"};
constexpr Stroke eased_stroke{palette::plum, 1.5, "7 4"};
constexpr Stroke later_stroke{palette::done, 1.5, ""};

using Value = std::optional<Decimal> PromisePoint::*;

bool is_behind(const PromiseInput& input, Decimal actual, Decimal promised) {
    return input.polarity == Polarity::lower ? actual > promised : actual < promised;
}

// The last point at which both are known; the count where there is none.
std::size_t last_both(const PromiseInput& input) {
    for (std::size_t i = input.points.size(); i-- > 0;)
        if (input.points[i].actual && input.points[i].promised) return i;
    return input.points.size();
}

bool has(const PromiseInput& input, Value value) {
    return std::ranges::any_of(input.points, [&](const PromisePoint& point) { return (point.*value).has_value(); });
}

const PromisePoint& last_of(const PromiseInput& input, Value value) {
    return *std::find_if(input.points.rbegin(), input.points.rend(),
                         [&](const PromisePoint& point) { return (point.*value).has_value(); });
}

std::vector<Decimal> drawn_values(const PromiseInput& input) {
    std::vector<Decimal> values;
    for (const PromisePoint& point : input.points)
        for (const Value value :
             {&PromisePoint::promised, &PromisePoint::eased, &PromisePoint::actual, &PromisePoint::later})
            if (point.*value) values.push_back(*(point.*value));
    return values;
}

std::vector<AxisTick> ticks_of(const PromiseInput& input) {
    std::vector<AxisTick> ticks;
    for (const PromisePoint& point : input.points) ticks.push_back(point.axis);
    return ticks;
}

std::vector<KeyEntry> key_of(const PromiseInput& input) {
    std::vector<KeyEntry> key{line_key(actual_stroke, input.actual), line_key(promised_stroke, input.promised)};
    if (!input.eased.empty() && has(input, &PromisePoint::eased)) key.push_back(line_key(eased_stroke, input.eased));
    if (!input.later.empty() && has(input, &PromisePoint::later)) key.push_back(line_key(later_stroke, input.later));
    const bool any_behind = std::ranges::any_of(input.points, [&](const PromisePoint& point) {
        return point.actual && point.promised && is_behind(input, *point.actual, *point.promised);
    });
    if (any_behind) key.push_back(band_key(behind_fill, "Behind the " + lower(input.promised)));
    return key;
}

// Where the lines cross between two points, the wash ends at the crossing.
void draw_behind(Drawing& drawing, const PromiseInput& input, const Plot& plot) {
    for (std::size_t i = 0; i + 1 < input.points.size(); ++i) {
        const PromisePoint &from = input.points[i], &to = input.points[i + 1];
        if (!from.actual || !from.promised || !to.actual || !to.promised) continue;
        const bool before = is_behind(input, *from.actual, *from.promised),
                   after = is_behind(input, *to.actual, *to.promised);
        if (!before && !after) continue;
        const Point a{plot.x(i), plot.y(*from.actual)}, p{plot.x(i), plot.y(*from.promised)},
            b{plot.x(i + 1), plot.y(*to.actual)}, q{plot.x(i + 1), plot.y(*to.promised)};
        if (before && after) {
            drawing.polygon({a, b, q, p}, behind_fill);
            continue;
        }
        const double gap = a.y - p.y, share = gap / (gap - (b.y - q.y));
        const Point crossing{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
        drawing.polygon(before ? std::vector{a, crossing, p} : std::vector{crossing, b, q}, behind_fill);
    }
}

enum class Dots { none, all };
void draw_line(Drawing& drawing, const PromiseInput& input, const Plot& plot, Value value, const Stroke& stroke,
               Dots dots) {
    std::vector<Point> run;
    for (std::size_t i = 0; i <= input.points.size(); ++i) {
        if (i < input.points.size() && input.points[i].*value) {
            run.push_back({plot.x(i), plot.y(*(input.points[i].*value))});
            continue;
        }
        if (run.size() > 1) drawing.polyline(run, stroke);
        if (run.size() == 1 && dots == Dots::none)
            drawing.line({run[0].x - 9, run[0].y}, {run[0].x + 9, run[0].y}, {stroke.colour, 2.5, ""});
        if (dots == Dots::all)
            for (const Point& point : run) drawing.dot(point, 3.5, stroke.colour);
        run.clear();
    }
}

// The last of what came, and the last promise where it is not at the same place.
void draw_values(Drawing& drawing, const PromiseInput& input, const Plot& plot) {
    const auto write = [&](Value value, std::string_view colour) {
        std::size_t last = input.points.size();
        while (!(input.points[--last].*value)) {}
        const PromisePoint& point = input.points[last];
        const double y = plot.y(*(point.*value));
        bool above = true; // nothing else is drawn there
        for (const Value other :
             {&PromisePoint::promised, &PromisePoint::eased, &PromisePoint::actual, &PromisePoint::later})
            above = above && !(point.*other && plot.y(*(point.*other)) < y && plot.y(*(point.*other)) > y - 28);
        const bool below = !above && y + 22 < plot.bottom;
        const std::string words = input.show(*(point.*value));
        const double half = text_width(words, 14, Weight::bold) / 2;
        drawing.text_on_white(
            {std::clamp(plot.x(last), plot.left + half + 4, plot.width - half - 2), below ? y + 21 : y - 10}, words,
            {colour, 14, Weight::bold, Anchor::middle});
    };
    write(&PromisePoint::promised, palette::ink);
    write(&PromisePoint::actual, palette::navy);
}

Drawing draw(const PromiseInput& input, double width) {
    Plot plot;
    plot.count = input.points.size();
    plot.scale = scale_for(drawn_values(input), input.ceiling);
    plot.width = width;
    plot.left = tick_room(plot.scale, input.show_tick);
    plot.right = width - 24;
    plot.top = 22;
    plot.bottom = plot.top + 220;
    plot.spread_points();
    const std::vector<KeyEntry> key = key_of(input);
    const double key_top = plot.bottom + axis_room(plot, ticks_of(input)) + 12;
    plot.height = key_top + key_height(key, width) + 4;
    Drawing drawing(plot.width, plot.height);
    draw_behind(drawing, input, plot);
    draw_axes(drawing, plot, ticks_of(input), input.show_tick);
    draw_line(drawing, input, plot, &PromisePoint::eased, eased_stroke, Dots::none);
    draw_line(drawing, input, plot, &PromisePoint::promised, promised_stroke, Dots::none);
    draw_line(drawing, input, plot, &PromisePoint::later, later_stroke, Dots::none);
    draw_line(drawing, input, plot, &PromisePoint::actual, actual_stroke, Dots::all);
    draw_values(drawing, input, plot);
    draw_key(drawing, key, {0, key_top}, width);
    return drawing;
}

// "18 behind", "6 ahead of", "level with"
std::string beside(const PromiseInput& input, Decimal actual, Decimal promised) {
    if (actual == promised) return "level with";
    const std::string by = input.show_difference((actual - promised).abs());
    return by + (is_behind(input, actual, promised) ? " behind" : " ahead of");
}

ChartTable promise_table(const PromiseInput& input) {
    ChartTable table;
    table.headings = {"Period", input.promised};
    const bool eased = !input.eased.empty() && has(input, &PromisePoint::eased),
               later = !input.later.empty() && has(input, &PromisePoint::later);
    if (eased) table.headings.push_back(input.eased);
    table.headings.push_back(input.actual);
    if (later) table.headings.push_back(input.later);
    table.headings.emplace_back("Difference");
    const auto words = [&](const std::optional<Decimal>& value) { return value ? input.show(*value) : "not given"; };
    for (const PromisePoint& point : input.points) {
        std::vector<std::string> row{point.label, words(point.promised)};
        if (eased) row.push_back(words(point.eased));
        row.push_back(words(point.actual));
        if (later) row.push_back(words(point.later));
        row.push_back(point.actual && point.promised
                          ? beside(input, *point.actual, *point.promised) == "level with"
                                ? "none"
                                : input.show_difference((*point.actual - *point.promised).abs()) +
                                      (is_behind(input, *point.actual, *point.promised) ? " behind" : " ahead")
                          : "not known");
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

std::string promise_headline(const PromiseInput& input) {
    const std::size_t last = last_both(input);
    if (last == input.points.size()) {
        const PromisePoint& point = last_of(input, &PromisePoint::promised);
        return input.promised + " " + input.show(*point.promised) + " for " + point.label +
               ", no figure yet to compare";
    }
    const PromisePoint& point = input.points[last];
    return input.actual + " " + input.show(*point.actual) + ", " + beside(input, *point.actual, *point.promised) +
           " the " + lower(input.promised) + " of " + input.show(*point.promised);
}

std::string promise_summary(const PromiseInput& input) {
    std::size_t both = 0, behind = 0;
    for (const PromisePoint& point : input.points) {
        if (!point.actual || !point.promised) continue;
        ++both;
        behind += is_behind(input, *point.actual, *point.promised) ? 1 : 0;
    }
    std::string out = promise_headline(input);
    const std::size_t last = last_both(input);
    if (last < input.points.size()) {
        const PromisePoint& point = input.points[last];
        out += " at " + point.label;
        if (point.eased && !input.eased.empty())
            out += "; " + lower(input.eased) + " " + input.show(*point.eased) + ", " +
                   beside(input, *point.actual, *point.eased) + " that";
        out += ". It was behind in " + std::to_string(behind) + " of " + plural(both, "period", "periods");
    }
    return out + ".";
}

Chart promise_chart(const PromiseInput& input) {
    if (!has(input, &PromisePoint::promised) || !has(input, &PromisePoint::actual))
        throw Error(Fault::request, "A chart of “" + input.title + "” needs a promise and a result.");
    Chart chart;
    chart.title = promise_headline(input);
    chart.summary = promise_summary(input);
    chart.table = promise_table(input);
    const Scale scale = scale_for(drawn_values(input), input.ceiling);
    chart.subject = on_scale(input.subject, scale, input.show_tick);
    const std::string name = input.title + ": " + chart.title;
    return framed(std::move(chart), name, input.prefix, [&](Form form) { return draw(input, width_of(form)); });
}

} // namespace qd::inline charts
