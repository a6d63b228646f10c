#include "charts/control_chart.hpp"

#include "base/error.hpp"
#include "charts/control_words.hpp"
#include "charts/framed.hpp"
#include "charts/labels.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace qd::inline charts {
namespace {

constexpr std::string_view band_fill = "#e8ecf1";
constexpr Stroke mean_stroke{palette::ink, 1.5, ""};
constexpr Stroke near_stroke{"#9aa3ab", 1, "1 3"};
constexpr Stroke limit_stroke{"#6f777b", 1, ""};
constexpr Stroke trial_stroke{"#6f777b", 1, "6 3"};
constexpr Stroke target_stroke{palette::target, 1.5, "2 4"};
constexpr Stroke course_stroke{"#6f777b", 1.5, ""};
constexpr double note_size = 13, note_line = 17;

Decimal kept_inside(const ControlInput& input, Decimal value) {
    if (input.floor && value < *input.floor) return *input.floor;
    if (input.ceiling && value > *input.ceiling) return *input.ceiling;
    return value;
}

std::vector<Decimal> drawn_values(const ControlInput& input) {
    std::vector<Decimal> values;
    for (const ControlPoint& point : input.points)
        if (point.value.has_value()) values.push_back(point.value.value());
    for (const ControlSegment& segment : input.segments)
        if (segment.lines)
            for (const Decimal limit : {segment.lines->lower, segment.lines->upper})
                values.push_back(kept_inside(input, limit));
    if (input.target) values.push_back(*input.target);
    return values;
}

std::vector<AxisTick> ticks_of(const ControlInput& input) {
    std::vector<AxisTick> ticks;
    for (const ControlPoint& point : input.points) ticks.push_back(point.axis);
    return ticks;
}

// What is named at the right end of its line, or in the key of a narrow drawing.
std::vector<EndLabel> end_labels(const ControlInput& input, const Plot& plot) {
    std::vector<EndLabel> labels;
    const auto add = [&](Decimal at, std::string words, std::string_view colour, Weight weight) {
        labels.push_back({plot.y(kept_inside(input, at)), std::move(words), colour, weight, 0});
    };
    if (const auto& last = input.segments.back().lines) {
        const bool trial = has_trial_limits(input);
        add(last->upper,
            input.ceiling && last->upper > *input.ceiling
                ? "No upper limit below " + input.show_tick(*input.ceiling)
                : (trial ? "Trial limit " : "Upper limit ") + input.show(last->upper),
            palette::quiet, Weight::normal);
        add(last->mean, "Mean " + input.show(last->mean), palette::ink, Weight::normal);
        add(last->lower,
            input.floor && last->lower < *input.floor
                ? "No lower limit above " + input.show_tick(*input.floor)
                : (trial ? "Trial limit " : "Lower limit ") + input.show(last->lower),
            palette::quiet, Weight::normal);
    }
    if (input.target) add(*input.target, "Target " + input.show_set(*input.target), palette::ink, Weight::bold);
    return labels;
}

std::vector<KeyEntry> key_of(const ControlInput& input, Form form) {
    std::vector<KeyEntry> key;
    const auto any = [&](Tone tone) {
        return std::ranges::any_of(input.points, [&](const ControlPoint& point) { return point.tone == tone; });
    };
    if (any(Tone::better)) key.push_back(tone_key(Tone::better, "Special cause, improving"));
    if (any(Tone::worse)) key.push_back(tone_key(Tone::worse, "Special cause, getting worse"));
    if (any(Tone::apart)) key.push_back(tone_key(Tone::apart, "Special cause, neither good nor bad"));
    if (any(Tone::usual)) key.push_back(tone_key(Tone::usual, "Common cause"));
    const auto& last = input.segments.back().lines;
    const bool narrow = form == Form::narrow;
    if (narrow && last) key.push_back(line_key(mean_stroke, "Mean " + input.show(last->mean)));
    if (narrow && input.target) key.push_back(line_key(target_stroke, "Target " + input.show_set(*input.target)));
    const std::string limits = has_trial_limits(input) ? "Trial limits" : "Limits";
    key.push_back(band_key(band_fill, narrow && last
                                          ? limits + " " + input.show(last->lower) + " to " + input.show(last->upper)
                                          : limits));
    key.push_back(line_key(near_stroke, "Two thirds of the way to a limit"));
    return key;
}

// Why limits restart, in lines; each rebase begins with its number.
std::vector<std::string> notes_of(const ControlInput& input, double width) {
    std::vector<std::string> lines;
    for (std::size_t i = 1; i < input.segments.size(); ++i)
        for (std::string& line : wrapped(std::to_string(i) + " " + rebase_words(input, i), width, note_size))
            lines.push_back(std::move(line));
    return lines;
}

Plot plot_of(const ControlInput& input, Form form) {
    Plot plot;
    plot.count = input.points.size();
    plot.scale = scale_for(drawn_values(input), input.ceiling);
    plot.width = form == Form::wide ? 720 : 360;
    plot.left = tick_room(plot.scale, input.show_tick);
    double end_width = 0;
    for (const EndLabel& label : end_labels(input, plot))
        end_width = std::max(end_width, text_width(label.words, 14, label.weight));
    plot.right = form == Form::wide ? plot.width - std::min(end_width, 250.0) - 14 : plot.width - 8;
    plot.top = input.segments.size() > 1 ? 30 : 14;
    plot.bottom = plot.top + 230;
    plot.spread_points();
    return plot;
}

// From where to where a segment reaches on the drawing: half a step beyond its points.
std::pair<double, double> reach(const ControlInput& input, const Plot& plot, std::size_t segment) {
    const bool is_last = segment + 1 == input.segments.size();
    const double from = segment == 0 ? plot.left : plot.x(input.segments[segment].first) - plot.step / 2;
    const double to = is_last ? plot.right : plot.x(input.segments[segment + 1].first) - plot.step / 2;
    return {from, to};
}

void draw_band(Drawing& drawing, const ControlInput& input, const Plot& plot, std::size_t index) {
    const ControlSegment& segment = input.segments[index];
    if (!segment.lines) return;
    const auto [from, to] = reach(input, plot, index);
    const ControlLines& lines = *segment.lines;
    const double upper = plot.y(kept_inside(input, lines.upper)), lower = plot.y(kept_inside(input, lines.lower));
    drawing.rectangle({from, upper}, to - from, lower - upper, band_fill);
    const Stroke edge = segment.standing == ControlSegment::Standing::trial ? trial_stroke : limit_stroke;
    if (kept_inside(input, lines.upper) == lines.upper) drawing.line({from, upper}, {to, upper}, edge);
    if (kept_inside(input, lines.lower) == lines.lower) drawing.line({from, lower}, {to, lower}, edge);
    for (const Decimal near : {lines.near_lower, lines.near_upper})
        if (kept_inside(input, near) == near) drawing.line({from, plot.y(near)}, {to, plot.y(near)}, near_stroke);
}

void draw_mean_and_target(Drawing& drawing, const ControlInput& input, const Plot& plot) {
    for (std::size_t i = 0; i < input.segments.size(); ++i) {
        if (!input.segments[i].lines) continue;
        const auto [from, to] = reach(input, plot, i);
        const double y = plot.y(input.segments[i].lines->mean);
        drawing.line({from, y}, {to, y}, mean_stroke);
    }
    if (input.target)
        drawing.line({plot.left, plot.y(*input.target)}, {plot.right, plot.y(*input.target)}, target_stroke);
}

void draw_rebases(Drawing& drawing, const ControlInput& input, const Plot& plot) {
    for (std::size_t i = 1; i < input.segments.size(); ++i) {
        const double x = reach(input, plot, i).first;
        drawing.line({x, plot.top - 8}, {x, plot.bottom}, {palette::ink, 1, "3 3"});
        drawing.text({x, plot.top - 13}, std::to_string(i), {palette::ink, 13, Weight::bold, Anchor::middle});
    }
}

void draw_points(Drawing& drawing, const ControlInput& input, const Plot& plot) {
    const bool dense = plot.count > 1 && plot.step < 13;
    std::vector<Point> run;
    const auto finish = [&] {
        if (run.size() > 1) drawing.polyline(run, course_stroke);
        run.clear();
    };
    for (std::size_t i = 0; i < input.points.size(); ++i)
        if (input.points[i].value.has_value())
            run.push_back({plot.x(i), plot.y(input.points[i].value.value())});
        else
            finish();
    finish();
    for (std::size_t i = 0; i < input.points.size(); ++i) {
        const ControlPoint& point = input.points[i];
        if (!point.value.has_value()) continue;
        drawing.raw(tone_shape(point.tone, {plot.x(i), plot.y(point.value.value())}, dense ? 4 : 5.5) + "\n");
    }
}

void draw_end_labels(Drawing& drawing, const ControlInput& input, const Plot& plot) {
    std::vector<EndLabel> labels = end_labels(input, plot);
    spread(labels, 18, plot.top - 4, plot.bottom - 4);
    for (const EndLabel& label : labels) {
        if (std::abs(label.placed - label.wanted) > 6)
            drawing.line({plot.right, label.wanted}, {plot.right + 7, label.placed}, {palette::quiet});
        drawing.text({plot.right + 10, label.placed + 5}, label.words, {label.colour, 14, label.weight});
    }
}

Drawing draw(const ControlInput& input, Form form) {
    Plot plot = plot_of(input, form);
    const std::vector<KeyEntry> key = key_of(input, form);
    const std::vector<std::string> notes = notes_of(input, plot.width);
    const double key_top = plot.bottom + axis_room(plot, ticks_of(input)) + 12;
    const double notes_top = key_top + key_height(key, plot.width) + 6;
    plot.height = notes_top + note_line * static_cast<double>(notes.size()) + (notes.empty() ? 0 : 4);
    Drawing drawing(plot.width, plot.height);
    for (std::size_t i = 0; i < input.segments.size(); ++i) draw_band(drawing, input, plot, i);
    draw_axes(drawing, plot, ticks_of(input), input.show_tick);
    draw_mean_and_target(drawing, input, plot);
    draw_rebases(drawing, input, plot);
    draw_points(drawing, input, plot);
    if (form == Form::wide) draw_end_labels(drawing, input, plot);
    draw_key(drawing, key, {0, key_top}, plot.width);
    for (std::size_t i = 0; i < notes.size(); ++i)
        drawing.text({0, notes_top + note_line * static_cast<double>(i) + 12}, notes[i], {palette::quiet, note_size});
    return drawing;
}

} // namespace

Chart control_chart(const ControlInput& input) {
    const auto has_lines = [](const ControlSegment& segment) { return segment.lines.has_value(); };
    if (std::ranges::none_of(input.segments, has_lines) || last_control_point(input) == input.points.size())
        throw Error(Fault::request, "A control chart of “" + input.title +
                                        "” needs figures and limits; leave it out where there are none.");
    Chart chart;
    chart.title = variation_words(input);
    chart.summary = control_summary(input);
    chart.table = control_table(input);
    const Scale scale = scale_for(drawn_values(input), input.ceiling);
    chart.subject = on_scale(input.subject, scale, input.show_tick);
    const std::string name = input.title + ": " + chart.title;
    return framed(std::move(chart), name, input.prefix, [&](Form form) { return draw(input, form); });
}

} // namespace qd::inline charts
