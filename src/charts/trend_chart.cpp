#include "charts/trend_chart.hpp"

#include "base/error.hpp"
#include "charts/framed.hpp"
#include "charts/labels.hpp"
#include "charts/trend_layout.hpp"

#include <algorithm>

namespace qd::inline charts {
namespace {

constexpr Stroke target_stroke{palette::target, 1.5, "2 4"};
constexpr Stroke actual_stroke{palette::navy, 3, ""};
constexpr Stroke forecast_stroke{palette::plum, 2, "6 4"};

// Index of the last point with a number, or the count where there is none.
std::size_t last_known(const TrendInput& input) {
    for (std::size_t i = input.points.size(); i-- > 0;)
        if (input.points[i].value.has_value()) return i;
    return input.points.size();
}

enum class EndMark { actual, target, forecast };
struct End {
    EndMark mark = EndMark::actual;
    Decimal value;
    std::string words;
};

// What ends at the right edge and is labelled there; on a narrow drawing the key also names the actual and the profile.
std::vector<End> ends_of(const TrendInput& input, Form form) {
    std::vector<End> ends;
    const std::size_t last = last_known(input), count = input.points.size();
    if (last < count && (last + 1 == count || form == Form::narrow))
        ends.push_back({EndMark::actual, input.points[last].value.value(),
                        "Actual " + input.show(input.points[last].value.value())});
    const TrendPoint& end = input.points.back();
    if (form == Form::narrow && last + 1 < count && last < count && input.points[last].target &&
        input.target_word == "profile")
        ends.push_back({EndMark::target, *input.points[last].target,
                        "Profile " + show_set(input, *input.points[last].target) + ", " + input.points[last].tick});
    if (end.target_upper) {
        ends.push_back({EndMark::target, *end.target, "From " + show_set(input, *end.target)});
        ends.push_back({EndMark::target, *end.target_upper, "to " + show_set(input, *end.target_upper)});
    } else if (input.year_end) {
        ends.push_back({EndMark::target, *input.year_end, "Target " + show_set(input, *input.year_end)});
    }
    if (end.target && !end.target_upper && end.target != input.year_end)
        ends.push_back({EndMark::target, *end.target,
                        (input.target_word == "profile" ? "Profile " : "Target ") + show_set(input, *end.target)});
    if (input.forecast)
        ends.push_back({EndMark::forecast, *input.forecast, "Officer expects " + show_set(input, *input.forecast)});
    return ends;
}

std::string_view colour_of(EndMark mark) {
    return mark == EndMark::actual ? palette::navy : mark == EndMark::forecast ? palette::plum : palette::ink;
}

void draw_targets(Drawing& drawing, const TrendInput& input, const TrendLayout& layout) {
    const auto run_of = [&](auto edge, std::optional<Decimal> last) {
        std::vector<Point> run;
        for (std::size_t i = 0; i <= input.points.size(); ++i) {
            std::optional<Decimal> value = i < input.points.size() ? edge(input.points[i]) : std::nullopt;
            if (i + 1 == input.points.size() && !value) value = last;
            if (value) {
                run.push_back({layout.x(i), layout.y(*value)});
                continue;
            }
            if (run.size() > 1)
                drawing.polyline(run, target_stroke);
            else if (run.size() == 1)
                drawing.line({run[0].x - 9, run[0].y}, {run[0].x + 9, run[0].y}, target_stroke);
            run.clear();
        }
    };
    const bool range =
        std::ranges::any_of(input.points, [](const TrendPoint& p) { return p.target_upper.has_value(); });
    run_of([](const TrendPoint& p) { return p.target; }, range ? std::nullopt : input.year_end);
    if (range) run_of([](const TrendPoint& p) { return p.target_upper; }, std::nullopt);
    if (input.year_end && !range)
        drawing.dot({layout.x(layout.count - 1), layout.y(*input.year_end)}, 4, palette::target);
}

void draw_actual(Drawing& drawing, const TrendInput& input, const TrendLayout& layout) {
    const std::size_t last = last_known(input);
    const bool dense = layout.count > 1 && layout.step < 16;
    std::vector<std::size_t> run;
    const auto finish = [&] {
        std::vector<Point> points;
        for (const std::size_t i : run) points.push_back({layout.x(i), layout.y(input.points[i].value.value())});
        if (points.size() > 1) drawing.polyline(points, dense ? Stroke{palette::navy, 2, ""} : actual_stroke);
        // A number between two gaps has no line, so it keeps its dot however dense the chart.
        for (std::size_t k = 0; k < run.size(); ++k)
            if (run[k] == last)
                drawing.dot(points[k], 5, palette::navy);
            else if (!dense || run.size() == 1)
                drawing.dot(points[k], dense ? 2.5 : 3.5, palette::navy);
        run.clear();
    };
    for (std::size_t i = 0; i < input.points.size(); ++i) {
        if (input.points[i].line == TrendPoint::Line::anew) finish();
        if (input.points[i].value.has_value()) {
            run.push_back(i);
            continue;
        }
        finish();
        if (input.points[i].value.gap() != GapReason::not_due)
            drawing.ring({layout.x(i), layout.bottom}, dense ? 2 : 3.5, {palette::quiet, 1.5, ""});
    }
    finish();
}

// "no figure" above the rings on the axis, once for each run of gaps with the same reason, where there is room.
void draw_gap_words(Drawing& drawing, const TrendInput& input, const TrendLayout& layout) {
    for (std::size_t i = 0; i < layout.count;) {
        std::size_t end = i + 1;
        const Cell& cell = input.points[i].value;
        while (end < layout.count && input.points[end].value == cell) ++end;
        if (!cell.has_value() && cell.gap() != GapReason::not_due) {
            const double room = (static_cast<double>(end - i) + 0.6) * layout.step,
                         middle = (layout.x(i) + layout.x(end - 1)) / 2;
            const std::string words = label(cell.gap());
            const double width = text_width(words, 12);
            if (layout.count == 1 || width <= room)
                drawing.text_on_white(
                    {std::clamp(middle, layout.left + width / 2 + 4, layout.right - width / 2), layout.bottom - 9},
                    words, {palette::quiet, 12, Weight::normal, Anchor::middle});
        }
        i = end;
    }
}

// Baseline of a value written above or below its mark; the other side where the axis is in the way.
double beside(const TrendLayout& layout, double at, bool under) {
    return under && at + 23 <= layout.bottom - 4 ? at + 23 : at - 12;
}

// The value of the last point, and what it is judged against, where the line goes on beyond it.
void draw_last_value(Drawing& drawing, const TrendInput& input, const TrendLayout& layout) {
    const std::size_t last = last_known(input);
    if (last + 1 >= layout.count) return; // at the edge the labels or the key say it
    const Decimal value = input.points[last].value.value();
    const std::optional<Decimal> target = input.points[last].target;
    const double x = layout.x(last), y = layout.y(value), target_y = target ? layout.y(*target) : 0;
    const bool below = !target || target_y < y;
    if (target && std::abs(target_y - y) >= 12)
        drawing.line({x, target_y + (below ? 3 : -3)}, {x, y + (below ? -7 : 7)}, {palette::axis});
    const std::string words = (layout.form == Form::wide ? "Actual " : "") + input.show(value);
    const double half = text_width(words, 14, Weight::bold) / 2;
    const bool room_beside = !input.forecast && x + 10 + 2 * half <= layout.right &&
                             (!target || std::abs(target_y - y) >= 14) &&
                             (!input.year_end || std::abs(layout.y(*input.year_end) - y) >= 14);
    if (room_beside)
        drawing.text_on_white({x + 10, y + 5}, words, {palette::navy, 14, Weight::bold, Anchor::start});
    else
        drawing.text_on_white({std::clamp(x, layout.left + half + 4, layout.width - half), beside(layout, y, below)},
                              words, {palette::navy, 14, Weight::bold, Anchor::middle});
    if (!target || input.points[last].target_upper || layout.form == Form::narrow) return;
    if (target == input.year_end) return; // named at the edge, where its line ends
    const std::string aim = (input.target_word == "profile" ? "Profile " : "Target ") + show_set(input, *target);
    drawing.text_on_white(
        {std::max(x - 8, layout.left + text_width(aim, 14) + 4), below ? target_y - 8 : target_y + 19}, aim,
        {palette::ink, 14, Weight::normal, Anchor::end});
}

// The value of the first point, on the side away from the line; left out where a target runs there.
void draw_first_value(Drawing& drawing, const TrendInput& input, const TrendLayout& layout) {
    const std::size_t last = last_known(input);
    if (last == layout.count) return;
    const auto first = static_cast<std::size_t>(
        std::ranges::find_if(input.points, [](const TrendPoint& p) { return p.value.has_value(); }) -
        input.points.begin());
    const std::string words = input.show(input.points[first].value.value());
    if (layout.x(last) - layout.x(first) < text_width(words, 14) + 60) return;
    const double y = layout.y(input.points[first].value.value());
    const Cell& next = input.points[first + 1].value;
    const bool rises = layout.y(next.has_value() ? next.value() : input.points[last].value.value()) < y;
    const double at = beside(layout, y, rises);
    if (rises && at < y) return; // no room below, and above runs the line
    for (const std::optional<Decimal>& target : {input.points[first].target, input.points[first].target_upper})
        if (target && std::abs(layout.y(*target) - (at - 5)) < 13) return;
    drawing.text_on_white({std::max(layout.x(first) - 6, layout.left + 6), at}, words, {palette::ink});
}

void draw_end_labels(Drawing& drawing, const TrendLayout& layout, const std::vector<End>& ends) {
    std::vector<EndLabel> labels;
    for (const End& end : ends)
        labels.push_back({layout.y(end.value), end.words, colour_of(end.mark), Weight::bold, 0});
    spread(labels, 18, 12, layout.bottom - 6);
    const double x = layout.x(layout.count - 1);
    for (const EndLabel& label : labels) {
        // A label that had to move away from its mark is led back to it.
        if (std::abs(label.placed - label.wanted) > 6)
            drawing.line({x + 8, label.wanted}, {x + 14, label.placed}, {label.colour, 1, ""});
        drawing.text({x + 17, label.placed + 5}, label.words, {label.colour, 14, label.weight});
    }
}

void draw_key(Drawing& drawing, const TrendLayout& layout, const std::vector<End>& ends) {
    double y = layout.bottom + 66;
    for (const End& end : ends) {
        const double left = layout.left, middle = left + 16;
        if (end.mark == EndMark::actual) {
            drawing.line({left, y - 5}, {left + 32, y - 5}, actual_stroke);
            drawing.dot({middle, y - 5}, 4, palette::navy);
        }
        if (end.mark == EndMark::target) drawing.line({left, y - 5}, {left + 32, y - 5}, target_stroke);
        if (end.mark == EndMark::forecast) {
            drawing.line({left, y - 5}, {left + 32, y - 5}, forecast_stroke);
            drawing.diamond({middle, y - 5}, 5.5, {palette::plum, 2, ""});
        }
        drawing.text({left + 41, y}, end.words, {colour_of(end.mark), 14, Weight::bold});
        y += 21;
    }
}

Drawing draw(const TrendInput& input, Form form) {
    const std::vector<End> ends = ends_of(input, form);
    std::vector<std::string> words;
    for (const End& end : ends) words.push_back(end.words);
    const TrendLayout layout = lay_out(input, form, words);
    Drawing drawing(layout.width, layout.height);
    draw_axes(drawing, layout, ticks_of(input), input.show_tick);
    draw_targets(drawing, input, layout);
    const std::size_t last = last_known(input);
    if (input.forecast && last < layout.count) {
        const Point to{layout.x(layout.count - 1), layout.y(*input.forecast)};
        drawing.line({layout.x(last), layout.y(input.points[last].value.value())}, to, forecast_stroke);
    }
    draw_actual(drawing, input, layout);
    if (input.forecast)
        drawing.diamond({layout.x(layout.count - 1), layout.y(*input.forecast)}, 6, {palette::plum, 2, ""});
    draw_gap_words(drawing, input, layout);
    draw_first_value(drawing, input, layout);
    draw_last_value(drawing, input, layout);
    if (form == Form::wide)
        draw_end_labels(drawing, layout, ends);
    else
        draw_key(drawing, layout, ends);
    return drawing;
}

} // namespace

Chart trend_chart(const TrendInput& input) {
    if (input.points.empty())
        throw Error(Fault::request, "A trend chart of “" + input.title +
                                        "” needs at least one period; draw it once a period has begun.");
    Chart chart;
    chart.title = trend_headline(input);
    chart.summary = trend_summary(input);
    chart.table = trend_table(input);
    const Scale scale = scale_for(drawn_values(input), input.ceiling);
    chart.subject = on_scale(input.subject, scale, input.show_tick);
    const std::string name = input.title + ": " + chart.title;
    return framed(std::move(chart), name, input.prefix, [&](Form form) { return draw(input, form); });
}

} // namespace qd::inline charts
