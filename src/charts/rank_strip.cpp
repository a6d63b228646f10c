#include "charts/rank_strip.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/drawing.hpp"
#include "charts/framed.hpp"
#include "charts/ordinal.hpp"

#include <algorithm>
#include <array>

namespace qd::inline charts {
namespace {

constexpr double strip_top = 34, strip_bottom = 58;
constexpr std::array<std::string_view, 4> quarter_fill{"#b5c9dd", "#cfdcea", "#e2e6eb", "#d3d6d9"};

std::string quarter_words(int quarter, Polarity polarity) {
    static constexpr std::array<std::string_view, 4> best{"best", "second best", "third", "worst"},
        largest{"largest", "second", "third", "smallest"};
    return std::string((polarity == Polarity::none ? largest : best).at(static_cast<std::size_t>(quarter) - 1)) +
           " quarter";
}

Drawing draw(const RankInput& input, double width) {
    Drawing drawing(width, 84);
    const auto of = static_cast<double>(input.of);
    const double slot = width / of, gap = slot > 6 ? 2 : 0;
    const bool quarters = input.of >= 4;
    for (std::size_t i = 0; i < input.of; ++i) {
        const std::size_t quarter = quarters ? i * 4 / input.of : 1;
        if (i + 1 != input.place)
            drawing.rectangle({slot * static_cast<double>(i), strip_top}, slot - gap, strip_bottom - strip_top,
                              quarter_fill.at(quarter));
    }
    const double own = slot * static_cast<double>(input.place - 1), own_width = std::max(slot - gap, 3.0);
    drawing.rectangle({std::min(own, width - own_width), strip_top - 6}, own_width, strip_bottom - strip_top + 12,
                      palette::navy);
    const std::string words =
        input.name + " " + input.value + ", " + ordinal(input.place) + " of " + std::to_string(input.of);
    const double half = text_width(words, 14, Weight::bold) / 2;
    drawing.text({std::clamp(own + slot / 2, half, std::max(half, width - half)), strip_top - 14}, words,
                 {palette::navy, 14, Weight::bold, Anchor::middle});
    const bool sized = input.polarity == Polarity::none;
    drawing.text({0, strip_bottom + 21}, sized ? "Largest" : "Best", {palette::quiet, 13});
    drawing.text({width, strip_bottom + 21}, sized ? "Smallest" : "Worst",
                 {palette::quiet, 13, Weight::normal, Anchor::end});
    return drawing;
}

} // namespace

std::string rank_words(const RankInput& input) {
    std::string out = input.name + " is " + ordinal(input.place) + " of " + std::to_string(input.of);
    if (input.sharing > 0) out += ", a place shared with " + plural(input.sharing, "other area", "other areas");
    if (input.quarter > 0) out += ", in the " + quarter_words(input.quarter, input.polarity);
    return out;
}

Chart rank_strip(const RankInput& input) {
    if (input.place == 0 || input.place > input.of)
        throw Error(Fault::request, "“" + input.title + "” has no place to show; leave the strip out.");
    Chart chart;
    chart.title = rank_words(input);
    chart.subject = input.subject + ".";
    chart.summary = rank_words(input) + ", at " + input.value + ".";
    chart.summary += input.polarity == Polarity::none    ? " Ranked from the largest figure."
                     : input.polarity == Polarity::lower ? " Smaller is better."
                                                         : " Bigger is better.";
    if (input.missing > 0) chart.summary += " " + plural(input.missing, "area has", "areas have") + " no figure.";
    chart.table.headings = {"Area", "Figure", "Place", "Of"};
    chart.table.rows = {{input.name, input.value, std::to_string(input.place), std::to_string(input.of)}};
    const std::string name = input.title + ": " + chart.title;
    return framed(std::move(chart), name, input.prefix, [&](Form form) { return draw(input, width_of(form)); });
}

} // namespace qd::inline charts
