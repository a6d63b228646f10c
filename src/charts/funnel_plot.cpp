#include "charts/funnel_plot.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/framed.hpp"

#include <algorithm>

namespace qd::inline charts {
namespace {

constexpr Stroke inner_stroke{"#6f777b", 1.5, "5 3"};
constexpr Stroke outer_stroke{"#6f777b", 1.5, ""};
constexpr Stroke reference_stroke{palette::ink, 1.5, "2 3"};

struct Funnel {
    double width = 720, left = 0, right = 0, top = 14, bottom = 284;
    Scale values, sizes;

    Point at(Decimal size, Decimal value) const {
        return {left + sizes.share(size) * (right - left),
                bottom - std::clamp(values.share(value), 0.0, 1.0) * (bottom - top)};
    }
};

// The scale includes the points and, of the limits, what an area of the smallest size drawn may show.
Scale value_scale(const FunnelInput& input) {
    std::vector<Decimal> values{input.reference};
    Decimal smallest = input.areas.front().size;
    for (const FunnelArea& area : input.areas) {
        values.push_back(area.value);
        smallest = std::min(smallest, area.size);
    }
    for (const FunnelLimits& limits : input.limits) {
        if (limits.size < smallest) continue;
        values.push_back(limits.outer_lower);
        values.push_back(limits.outer_upper);
    }
    return scale_for(values, input.ceiling);
}

Scale size_scale(const FunnelInput& input) {
    std::vector<Decimal> sizes{Decimal(0)};
    for (const FunnelArea& area : input.areas) sizes.push_back(area.size);
    return scale_for(sizes, std::nullopt);
}

void draw_scales(Drawing& drawing, const FunnelInput& input, const Funnel& funnel) {
    for (const Decimal tick : funnel.values.ticks) {
        const double y = funnel.at(Decimal(0), tick).y;
        if (tick != funnel.values.least) drawing.line({funnel.left, y}, {funnel.right, y}, {palette::grid});
        drawing.text({funnel.left - 7, y + 4.5}, input.show_tick(tick),
                     {palette::quiet, 13, Weight::normal, Anchor::end});
    }
    drawing.line({funnel.left, funnel.bottom}, {funnel.right, funnel.bottom}, {palette::axis});
    double free_from = -1;
    for (const Decimal tick : funnel.sizes.ticks) {
        const double x = funnel.at(tick, funnel.values.least).x;
        const std::string words = input.show_size(tick);
        const double half = text_width(words, 13) / 2;
        drawing.line({x, funnel.bottom}, {x, funnel.bottom + 5}, {palette::axis});
        const double centre = std::min(x, funnel.width - half);
        if (centre - half < free_from) continue;
        drawing.text({centre, funnel.bottom + 19}, words, {palette::quiet, 13, Weight::normal, Anchor::middle});
        free_from = centre + half + 8;
    }
    drawing.text({funnel.right, funnel.bottom + 38}, input.size_words,
                 {palette::quiet, 13, Weight::normal, Anchor::end});
}

// Limits beyond the largest size drawn, brought back to it along the line from those before.
FunnelLimits cut_at(const FunnelLimits& limits, const FunnelLimits* before, Decimal most) {
    if (!before || limits.size <= most) return limits;
    const double share = (most - before->size).to_double() / (limits.size - before->size).to_double();
    const auto at = [&](Decimal from, Decimal to) {
        return Decimal::nearest(from.to_double() + share * (to - from).to_double()).value_or(to);
    };
    return {most, at(before->inner_lower, limits.inner_lower), at(before->inner_upper, limits.inner_upper),
            at(before->outer_lower, limits.outer_lower), at(before->outer_upper, limits.outer_upper)};
}

void draw_limits(Drawing& drawing, const FunnelInput& input, const Funnel& funnel) {
    std::vector<Point> inner_lower, inner_upper, outer_lower, outer_upper;
    for (std::size_t i = 0; i < input.limits.size(); ++i) {
        if (i > 0 && input.limits[i - 1].size >= funnel.sizes.most) break;
        const FunnelLimits limits = cut_at(input.limits[i], i > 0 ? &input.limits[i - 1] : nullptr, funnel.sizes.most);
        // A limit beyond the scale is not drawn along its edge as if it lay there.
        const auto add = [&](std::vector<Point>& line, Decimal value) {
            const double share = funnel.values.share(value);
            if (share >= 0 && share <= 1) line.push_back(funnel.at(limits.size, value));
        };
        add(outer_lower, limits.outer_lower);
        add(outer_upper, limits.outer_upper);
        add(inner_lower, limits.inner_lower);
        add(inner_upper, limits.inner_upper);
    }
    for (const auto* line : {&outer_lower, &outer_upper})
        if (line->size() > 1) drawing.polyline(*line, outer_stroke);
    for (const auto* line : {&inner_lower, &inner_upper})
        if (line->size() > 1) drawing.polyline(*line, inner_stroke);
    const double y = funnel.at(Decimal(0), input.reference).y;
    drawing.line({funnel.left, y}, {funnel.right, y}, reference_stroke);
}

// Names next to points, where they touch neither each other nor the edge; own first, then the furthest out.
void draw_names(Drawing& drawing, const FunnelInput& input, const Funnel& funnel, Form form) {
    std::vector<const FunnelArea*> named;
    for (const FunnelArea& area : input.areas)
        if (area.kind == FunnelArea::Kind::own || area.beyond == FunnelArea::Beyond::outer) named.push_back(&area);
    std::ranges::stable_sort(named, [&](const FunnelArea* a, const FunnelArea* b) {
        if ((a->kind == FunnelArea::Kind::own) != (b->kind == FunnelArea::Kind::own))
            return a->kind == FunnelArea::Kind::own;
        return (a->value - input.reference).abs() > (b->value - input.reference).abs();
    });
    struct Box {
        double left, right, top, bottom;
    };
    std::vector<Box> taken;
    const std::size_t most = form == Form::wide ? 14 : 6;
    for (const FunnelArea* area : named) {
        if (taken.size() >= most) break;
        const bool own = area->kind == FunnelArea::Kind::own;
        const Weight weight = own ? Weight::bold : Weight::normal;
        const double width = text_width(area->name, 13, weight);
        const Point at = funnel.at(area->size, area->value);
        const bool right = at.x + 13 + width <= funnel.width;
        const double lead = own ? 13 : 9;
        const double left = right ? at.x + lead : at.x - lead - width;
        const Box box{left, left + width, at.y - 8, at.y + 8};
        const bool crowded = std::ranges::any_of(taken, [&](const Box& other) {
            return box.left < other.right + 4 && other.left < box.right + 4 && box.top < other.bottom &&
                   other.top < box.bottom;
        });
        if (crowded || left < funnel.left) continue;
        taken.push_back(box);
        drawing.text_on_white({left, at.y + 4.5}, area->name, {own ? palette::navy : palette::ink, 13, weight});
    }
}

void draw_points(Drawing& drawing, const FunnelInput& input, const Funnel& funnel) {
    const double radius = input.areas.size() > 80 ? 3.6 : 5;
    for (const FunnelArea& area : input.areas)
        if (area.kind == FunnelArea::Kind::other)
            drawing.raw(tone_shape(area.tone, funnel.at(area.size, area.value), radius) + "\n");
    for (const FunnelArea& area : input.areas) {
        if (area.kind == FunnelArea::Kind::other) continue;
        const Point at = funnel.at(area.size, area.value);
        drawing.ring(at, 9, {palette::navy, 2.5, ""});
        drawing.raw(tone_shape(area.tone, at, radius) + "\n");
    }
}

std::vector<KeyEntry> key_of(const FunnelInput& input) {
    std::vector<KeyEntry> key;
    const auto add = [&](Tone tone, const std::string& words) {
        if (std::ranges::any_of(input.areas, [&](const FunnelArea& area) { return area.tone == tone; }))
            key.push_back(tone_key(tone, words));
    };
    add(Tone::better, "Better than " + input.reference_name); // in the words of the bars
    add(Tone::worse, "Worse than " + input.reference_name);
    add(Tone::apart, "Different from " + input.reference_name);
    add(Tone::usual, "Not different from " + input.reference_name);
    key.push_back(line_key(inner_stroke, "95% limits"));
    key.push_back(line_key(outer_stroke, "99.8% limits"));
    key.push_back(line_key(reference_stroke, input.reference_name + " " + input.show(input.reference)));
    return key;
}

Drawing draw(const FunnelInput& input, Form form) {
    Funnel funnel;
    funnel.values = value_scale(input);
    funnel.sizes = size_scale(input);
    funnel.width = form == Form::wide ? 720 : 360;
    funnel.left = tick_room(funnel.values, input.show_tick);
    funnel.right = funnel.width - 16;
    const std::vector<KeyEntry> key = key_of(input);
    const double key_top = funnel.bottom + 54;
    Drawing drawing(funnel.width, key_top + key_height(key, funnel.width));
    draw_scales(drawing, input, funnel);
    draw_limits(drawing, input, funnel);
    draw_points(drawing, input, funnel);
    draw_names(drawing, input, funnel, form);
    draw_key(drawing, key, {0, key_top}, funnel.width);
    return drawing;
}

std::string beyond_words(const FunnelInput& input, const FunnelArea& area) {
    const char* side = area.value < input.reference ? "below" : "above";
    switch (area.beyond) {
    case FunnelArea::Beyond::outer: return std::string(side) + " the 99.8% limit";
    case FunnelArea::Beyond::inner: return std::string(side) + " the 95% limit";
    case FunnelArea::Beyond::neither: break;
    }
    return "inside";
}

std::string headline(const FunnelInput& input) {
    const auto outside =
        static_cast<std::size_t>(std::ranges::count(input.areas, FunnelArea::Beyond::outer, &FunnelArea::beyond));
    if (outside == 0) return "No area is outside the 99.8% limits";
    return std::to_string(outside) + " of " + plural(input.areas.size(), "area is", "areas are") +
           " outside the 99.8% limits";
}

std::string summary_of(const FunnelInput& input) {
    const auto inner =
        static_cast<std::size_t>(std::ranges::count(input.areas, FunnelArea::Beyond::inner, &FunnelArea::beyond));
    std::string out = "The smaller an area, the further chance can take it from " + input.reference_name + " (" +
                      input.show(input.reference) + ").";
    std::vector<std::string> names;
    for (const FunnelArea& area : input.areas)
        if (area.beyond == FunnelArea::Beyond::outer) names.push_back(area.name + " (" + input.show(area.value) + ")");
    if (names.size() > 8) names = {std::to_string(names.size()) + " areas"};
    if (!names.empty()) out += " Outside the 99.8% limits: " + join(names, ", ") + ".";
    if (inner > 0) out += " Between the 95% and the 99.8% limits: " + plural(inner, "area", "areas") + ".";
    if (inner > 0 || !names.empty())
        out +=
            " By chance alone about 1 area in 20 is outside the 95% limits, and 1 in 500 is outside the 99.8% limits.";
    return out;
}

} // namespace

Chart funnel_plot(const FunnelInput& input) {
    if (input.areas.empty() || input.limits.size() < 2)
        throw Error(Fault::request, "A funnel of “" + input.title +
                                        "” needs areas with parts, and limits for them; leave it out without them.");
    Chart chart;
    chart.title = headline(input);
    chart.summary = summary_of(input);
    const Scale scale = value_scale(input);
    chart.subject = on_scale(input.subject, scale, input.show_tick);
    chart.table.headings = {"Area", "Size", "Figure", "Limits"};
    for (const FunnelArea& area : input.areas)
        chart.table.rows.push_back(
            {area.name, input.show_size(area.size), input.show(area.value), beyond_words(input, area)});
    const std::string name = input.title + ": " + chart.title;
    return framed(std::move(chart), name, input.prefix, [&](Form form) { return draw(input, form); });
}

} // namespace qd::inline charts
