#include "charts/comparison_bars.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/framed.hpp"

#include <algorithm>
#include <cmath>

namespace qd::inline charts {
namespace {

constexpr double row_height = 26, bar_height = 14, name_size = 14;
constexpr std::string_view bar_fill = "#c9d1da";
constexpr Stroke whisker{palette::ink, 1.5, ""};
constexpr Stroke reference_stroke{palette::ink, 1.5, "2 3"};

// Where bars start and how long they are.
struct Field {
    double width = 720, left = 0, right = 0, top = 24, bottom = 0;
    Scale scale;

    double x(Decimal value) const { return left + std::clamp(scale.share(value), -0.02, 1.02) * (right - left); }
    double origin() const { return x(std::clamp(Decimal(0), scale.least, scale.most)); }
};

std::vector<Decimal> drawn_values(const ComparisonInput& input) {
    std::vector<Decimal> values{Decimal(0)}; // bars start at zero
    for (const ComparedArea& area : input.areas) {
        if (!area.value.has_value()) continue;
        values.push_back(area.value.value());
        if (area.lower) values.push_back(*area.lower);
        if (area.upper) values.push_back(*area.upper);
    }
    if (input.reference) values.push_back(*input.reference);
    return values;
}

std::string value_of(const ComparisonInput& input, const ComparedArea& area) {
    return area.value.has_value() ? input.show(area.value.value()) : label(area.value.gap());
}

Field field_of(const ComparisonInput& input, const std::vector<ComparedArea>& areas, Form form) {
    Field field;
    field.scale = scale_for(drawn_values(input), input.ceiling);
    field.width = form == Form::wide ? 720 : 360;
    double names = 0, values = 0;
    for (const ComparedArea& area : areas) {
        const Weight weight = area.kind == ComparedArea::Kind::own ? Weight::bold : Weight::normal;
        names = std::max(names, text_width(area.name, name_size, weight));
        values = std::max(values, text_width(value_of(input, area), name_size, weight));
    }
    field.left = 24 + std::min(names, form == Form::wide ? 220.0 : 128.0) + 10;
    field.right = field.width - values - 14;
    field.bottom = field.top + row_height * static_cast<double>(areas.size());
    return field;
}

std::string cut_to(std::string name, double room, Weight weight) {
    if (text_width(name, name_size, weight) <= room) return name;
    std::size_t letters = display_width(name);
    while (letters > 3 && text_width(shorten(name, letters), name_size, weight) > room) --letters;
    return shorten(name, letters);
}

void draw_scale(Drawing& drawing, const ComparisonInput& input, const Field& field) {
    // Every tick has its line; only every so many have numbers, so that they do not touch.
    double widest = 0;
    for (const Decimal tick : field.scale.ticks) widest = std::max(widest, text_width(input.show_tick(tick), 13));
    const double step = (field.right - field.left) / static_cast<double>(field.scale.ticks.size() - 1);
    const auto stride = static_cast<std::size_t>(std::ceil((widest + 8) / step));
    for (std::size_t i = 0; i < field.scale.ticks.size(); ++i) {
        const Decimal tick = field.scale.ticks[i];
        const double x = field.x(tick);
        drawing.line({x, field.top}, {x, field.bottom}, {tick.is_zero() ? palette::axis : palette::grid});
        if (i % stride == 0)
            drawing.text({x, field.bottom + 17}, input.show_tick(tick),
                         {palette::quiet, 13, Weight::normal, Anchor::middle});
    }
}

void draw_row(Drawing& drawing, const ComparisonInput& input, const Field& field, const ComparedArea& area,
              double middle) {
    const bool own = area.kind == ComparedArea::Kind::own;
    const Weight weight = own ? Weight::bold : Weight::normal;
    const std::string_view ink = own ? palette::navy : palette::ink;
    if (area.tone) drawing.raw(tone_shape(*area.tone, {9, middle}, 5.5) + "\n");
    drawing.text({24, middle + 5}, cut_to(area.name, field.left - 34, weight), {ink, name_size, weight});
    drawing.text({field.width, middle + 5}, value_of(input, area),
                 {area.value.has_value() ? ink : palette::quiet, name_size, weight, Anchor::end});
    if (!area.value.has_value()) return;
    const double end = field.x(area.value.value()), origin = field.origin();
    drawing.rectangle({std::min(end, origin), middle - bar_height / 2}, std::max(std::abs(end - origin), 0.5),
                      bar_height, own ? palette::navy : bar_fill);
    if (!area.lower || !area.upper) return;
    const double from = field.x(*area.lower), to = field.x(*area.upper);
    // Over the own bar, which is dark, the line needs an edge to be seen.
    if (own) drawing.line({from, middle}, {to, middle}, {palette::paper, 4, ""});
    drawing.line({from, middle}, {to, middle}, whisker);
    for (const double x : {from, to}) drawing.line({x, middle - 4}, {x, middle + 4}, whisker);
}

void draw_reference(Drawing& drawing, const ComparisonInput& input, const Field& field) {
    const double x = field.x(*input.reference);
    drawing.line({x, field.top - 6}, {x, field.bottom}, reference_stroke);
    const std::string words = input.reference_name + " " + input.show(*input.reference);
    const double half = text_width(words, name_size, Weight::bold) / 2;
    drawing.text({std::clamp(x, half, std::max(half, field.width - half)), field.top - 10}, words,
                 {palette::ink, name_size, Weight::bold, Anchor::middle});
}

Drawing draw(const ComparisonInput& input, const std::vector<ComparedArea>& areas, Form form) {
    const Field field = field_of(input, areas, form);
    std::vector<KeyEntry> key = comparison_key(input);
    if (std::ranges::any_of(areas, [](const ComparedArea& area) { return area.lower && area.upper; }))
        key.push_back(line_key(whisker, std::to_string(input.level) + "% interval"));
    const double key_top = field.bottom + 34;
    Drawing drawing(field.width, key_top + key_height(key, field.width));
    draw_scale(drawing, input, field);
    for (std::size_t i = 0; i < areas.size(); ++i)
        draw_row(drawing, input, field, areas[i], field.top + row_height * (static_cast<double>(i) + 0.5));
    if (input.reference) draw_reference(drawing, input, field);
    draw_key(drawing, key, {0, key_top}, field.width);
    return drawing;
}

std::string summary_of(const ComparisonInput& input, const std::vector<ComparedArea>& areas) {
    const auto missing = static_cast<std::size_t>(
        std::ranges::count_if(areas, [](const ComparedArea& area) { return !area.value.has_value(); }));
    const std::size_t given = areas.size() - missing;
    std::string out = "From " + input.show(areas.front().value.value()) + " (" + areas.front().name + ") to " +
                      input.show(areas[given - 1].value.value()) + " (" + areas[given - 1].name + ")";
    if (input.reference) out += "; " + input.reference_name + " is at " + input.show(*input.reference);
    out += ".";
    const auto own = std::ranges::find(areas, ComparedArea::Kind::own, &ComparedArea::kind);
    if (own != areas.end() && own->tone)
        out += " " + own->name + " (" + value_of(input, *own) + ") is " + comparison_words(input, *own) +
               (*own->tone == Tone::usual ? " from " : " than ") + input.reference_name + ".";
    if (missing > 0) out += " " + plural(missing, "area has", "areas have") + " no figure.";
    return out;
}

} // namespace

Chart comparison_bars(const ComparisonInput& input) {
    const std::vector<ComparedArea> areas = in_order(input);
    if (areas.empty() || !areas.front().value.has_value())
        throw Error(Fault::request, "“" + input.title + "” has no figure to compare; leave the chart out.");
    Chart chart;
    chart.title = comparison_headline(input);
    chart.subject = input.subject + ".";
    chart.summary = summary_of(input, areas);
    chart.table.headings = {"Area", "Figure", std::to_string(input.level) + "% interval",
                            input.reference ? "Beside " + input.reference_name : "Compared"};
    for (const ComparedArea& area : areas)
        chart.table.rows.push_back(
            {area.name, value_of(input, area),
             area.lower && area.upper ? input.show(*area.lower) + " to " + input.show(*area.upper) : "none",
             comparison_words(input, area)});
    const std::string name = input.title + ": " + chart.title;
    return framed(std::move(chart), name, input.prefix, [&](Form form) { return draw(input, areas, form); });
}

} // namespace qd::inline charts
