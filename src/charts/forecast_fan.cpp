#include "charts/forecast_fan.hpp"

#include "base/error.hpp"
#include "charts/framed.hpp"
#include "charts/labels.hpp"
#include "charts/tone.hpp"

#include <algorithm>
#include <cmath>

namespace qd::inline charts {
namespace {

constexpr std::string_view fan_fill = "#cfdcea";
constexpr Stroke actual_stroke{palette::navy, 3, ""};
constexpr Stroke expected_stroke{palette::navy, 2, "5 4"};
constexpr Stroke officer_stroke{palette::plum, 2, "6 4"};
constexpr Stroke target_stroke{palette::target, 1.5, "2 4"};

std::size_t last_known(const FanInput& input) {
    for (std::size_t i = input.points.size(); i-- > 0;)
        if (input.points[i].value.has_value()) return i;
    return input.points.size();
}

std::vector<Decimal> drawn_values(const FanInput& input) {
    std::vector<Decimal> values;
    const auto add = [&](const std::optional<Decimal>& value) {
        if (value) values.push_back(*value);
    };
    for (const FanPoint& point : input.points) {
        if (point.value.has_value()) values.push_back(point.value.value());
        add(point.expected);
        add(point.lower);
        add(point.upper);
    }
    add(input.target);
    add(input.officer);
    return values;
}

std::vector<AxisTick> ticks_of(const FanInput& input) {
    std::vector<AxisTick> ticks;
    for (const FanPoint& point : input.points) ticks.push_back(point.axis);
    return ticks;
}

std::string interval_words(const FanInput& input) {
    const FanPoint& end = input.points.back();
    if (!end.lower || !end.upper) return "";
    return input.show(*end.lower) + " to " + input.show(*end.upper);
}

std::vector<EndLabel> end_labels(const FanInput& input, const Plot& plot) {
    const FanPoint& end = input.points.back();
    std::vector<EndLabel> labels;
    const auto add = [&](Decimal at, std::string words, std::string_view colour, Weight weight) {
        labels.push_back({plot.y(at), std::move(words), colour, weight, 0});
    };
    if (input.target) add(*input.target, "Target " + input.show_set(*input.target), palette::ink, Weight::bold);
    if (input.officer)
        add(*input.officer, "Officer expects " + input.show_set(*input.officer), palette::plum, Weight::bold);
    add(*end.expected, "Computed " + input.show(*end.expected), palette::navy, Weight::bold);
    if (end.lower && end.upper) add(*end.expected, interval_words(input), palette::navy, Weight::normal);
    return labels;
}

std::vector<KeyEntry> key_of(const FanInput& input, Form form) {
    std::vector<KeyEntry> key{line_key(actual_stroke, "What happened")};
    const FanPoint& end = input.points.back();
    const bool narrow = form == Form::narrow;
    key.push_back(line_key(expected_stroke, narrow ? "Computed " + input.show(*end.expected) : "Computed forecast"));
    if (end.lower && end.upper)
        key.push_back(band_key(fan_fill, narrow
                                             ? interval_words(input) + ", " + std::to_string(input.level) + "% interval"
                                             : std::to_string(input.level) + "% interval"));
    if (narrow && input.target) key.push_back(line_key(target_stroke, "Target " + input.show_set(*input.target)));
    if (input.officer && narrow) {
        Drawing diamond(24, 16);
        diamond.diamond({12, 8}, 5.5, {palette::plum, 2, ""});
        key.push_back({diamond.body(), "Officer expects " + input.show_set(*input.officer)});
    }
    return key;
}

Plot plot_of(const FanInput& input, Form form) {
    Plot plot;
    plot.count = input.points.size();
    plot.scale = scale_for(drawn_values(input), input.ceiling);
    plot.width = form == Form::wide ? 720 : 360;
    plot.left = tick_room(plot.scale, input.show_tick);
    double end_width = 0;
    for (const EndLabel& label : end_labels(input, plot))
        end_width = std::max(end_width, text_width(label.words, 14, label.weight));
    plot.right = form == Form::wide ? plot.width - std::min(end_width, 250.0) - 20 : plot.width - 12;
    plot.top = 14;
    plot.bottom = plot.top + 230;
    plot.spread_points();
    return plot;
}

// The wash from the last figure through the intervals, and the line in its middle.
void draw_fan(Drawing& drawing, const FanInput& input, const Plot& plot) {
    const std::size_t last = last_known(input);
    std::vector<Point> middle, upper, lower;
    if (last < input.points.size()) {
        const Point start{plot.x(last), plot.y(input.points[last].value.value())};
        middle.push_back(start);
        upper.push_back(start);
        lower.push_back(start);
    }
    for (std::size_t i = last < input.points.size() ? last + 1 : 0; i < input.points.size(); ++i) {
        const FanPoint& point = input.points[i];
        if (point.expected) middle.push_back({plot.x(i), plot.y(*point.expected)});
        if (!point.lower || !point.upper) continue;
        upper.push_back({plot.x(i), plot.y(*point.upper)});
        lower.push_back({plot.x(i), plot.y(*point.lower)});
    }
    std::vector<Point> outline = upper;
    outline.insert(outline.end(), lower.rbegin(), lower.rend());
    if (upper.size() > 1) drawing.polygon(outline, fan_fill);
    const Point low = lower.empty() ? Point{} : lower.back();
    if (!upper.empty() && upper.size() > 1) drawing.line(upper.back(), low, {palette::navy, 2, ""});
    if (middle.size() > 1) drawing.polyline(middle, expected_stroke);
}

void draw_history(Drawing& drawing, const FanInput& input, const Plot& plot) {
    const bool dense = plot.count > 1 && plot.step < 16;
    std::vector<Point> run;
    const auto finish = [&] {
        if (run.size() > 1) drawing.polyline(run, dense ? Stroke{palette::navy, 2, ""} : actual_stroke);
        for (const Point& point : run)
            if (!dense || run.size() == 1) drawing.dot(point, 3, palette::navy);
        run.clear();
    };
    for (std::size_t i = 0; i < input.points.size(); ++i) {
        const FanPoint& point = input.points[i];
        if (!point.value.has_value() || point.line == FanPoint::Line::anew) finish();
        if (point.value.has_value()) run.push_back({plot.x(i), plot.y(point.value.value())});
    }
    finish();
}

void draw_end(Drawing& drawing, const FanInput& input, const Plot& plot) {
    const double x = plot.x(plot.count - 1);
    if (input.target) {
        drawing.line({plot.left, plot.y(*input.target)}, {x, plot.y(*input.target)}, target_stroke);
        drawing.dot({x, plot.y(*input.target)}, 4, palette::target);
    }
    const std::size_t last = last_known(input);
    if (input.officer && last < plot.count)
        drawing.line({plot.x(last), plot.y(input.points[last].value.value())}, {x, plot.y(*input.officer)},
                     officer_stroke);
}

void draw_marks(Drawing& drawing, const FanInput& input, const Plot& plot, Form form) {
    const double x = plot.x(plot.count - 1);
    drawing.dot({x, plot.y(*input.points.back().expected)}, 4, palette::navy);
    if (input.officer) drawing.diamond({x, plot.y(*input.officer)}, 6, {palette::plum, 2, ""});
    if (form == Form::narrow) return;
    std::vector<EndLabel> labels = end_labels(input, plot);
    spread(labels, 18, plot.top - 4, plot.bottom - 4);
    for (const EndLabel& label : labels) {
        if (std::abs(label.placed - label.wanted) > 6 && label.weight == Weight::bold)
            drawing.line({x + 8, label.wanted}, {x + 14, label.placed}, {label.colour, 1, ""});
        drawing.text({x + 17, label.placed + 5}, label.words, {label.colour, 14, label.weight});
    }
}

Drawing draw(const FanInput& input, Form form) {
    Plot plot = plot_of(input, form);
    const std::vector<KeyEntry> key = key_of(input, form);
    const double key_top = plot.bottom + axis_room(plot, ticks_of(input)) + 12;
    plot.height = key_top + key_height(key, plot.width) + 4;
    Drawing drawing(plot.width, plot.height);
    draw_axes(drawing, plot, ticks_of(input), input.show_tick);
    draw_fan(drawing, input, plot);
    draw_end(drawing, input, plot);
    draw_history(drawing, input, plot);
    draw_marks(drawing, input, plot, form);
    draw_key(drawing, key, {0, key_top}, plot.width);
    return drawing;
}

std::string headline(const FanInput& input) {
    const std::string computed = "Computed " + input.show(*input.points.back().expected);
    if (!input.target) return computed + " for the year end";
    const std::string target = " the target of " + input.show_set(*input.target);
    if (!input.probability) return computed + " against" + target;
    return computed + ": meeting" + target + " is " + chance_words(*input.probability);
}

ChartTable fan_table(const FanInput& input) {
    ChartTable table;
    table.headings = {"Period", "Actual", "Computed forecast", std::to_string(input.level) + "% interval"};
    for (const FanPoint& point : input.points)
        table.rows.push_back(
            {point.label, point.value.has_value() ? input.show(point.value.value()) : label(point.value.gap()),
             point.expected ? input.show(*point.expected) : "none",
             point.lower && point.upper ? input.show(*point.lower) + " to " + input.show(*point.upper) : "none"});
    const auto extra = [&](const char* words, const std::optional<Decimal>& value) {
        if (value) table.rows.push_back({words, input.show_set(*value), "none", "none"});
    };
    extra("Officer’s forecast for the year end", input.officer);
    extra("Target for the year end", input.target);
    return table;
}

} // namespace

std::string chance_words(double probability) {
    if (probability >= 0.9) return "likely";
    if (probability >= 0.6) return "probable";
    if (probability >= 0.4) return "too close to call";
    return probability >= 0.1 ? "improbable" : "unlikely";
}

std::string chance_number(double probability) {
    if (probability < 0.01) return "below 1 in 100";
    if (probability > 0.99) return "above 99 in 100";
    return std::to_string(std::lround(probability * 100)) + " in 100";
}

std::string fan_summary(const FanInput& input) {
    const FanPoint& end = input.points.back();
    std::string out = "The computed forecast" + (input.method.empty() ? "" : " (" + input.method + ")") + " for " +
                      end.label + " is " + input.show(*end.expected);
    if (end.lower && end.upper)
        out += ", and " + interval_words(input) + " in " + std::to_string(input.level) + " of 100 cases";
    out += ".";
    if (input.target && input.probability)
        out += " The chance of meeting the target of " + input.show_set(*input.target) + " is " +
               chance_number(*input.probability) + ": " + chance_words(*input.probability) + ".";
    if (!input.officer) return out;
    out += " The officer expects " + input.show_set(*input.officer);
    if (end.lower && end.upper)
        out += *input.officer < *end.lower   ? ", below the interval"
               : *input.officer > *end.upper ? ", above the interval"
                                             : ", inside the interval";
    return out + ".";
}

Chart forecast_fan(const FanInput& input) {
    if (input.points.empty() || !input.points.back().expected)
        throw Error(Fault::request, "A forecast fan of “" + input.title +
                                        "” needs a computed forecast of its last period; leave it out without one.");
    Chart chart;
    chart.title = headline(input);
    chart.summary = fan_summary(input);
    chart.table = fan_table(input);
    const Scale scale = scale_for(drawn_values(input), input.ceiling);
    chart.subject = on_scale(input.subject, scale, input.show_tick);
    const std::string name = input.title + ": " + chart.title;
    return framed(std::move(chart), name, input.prefix, [&](Form form) { return draw(input, form); });
}

} // namespace qd::inline charts
