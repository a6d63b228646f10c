#include "charts/promise_bars.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/framed.hpp"
#include "charts/tone.hpp"

#include <algorithm>

namespace qd::inline charts {
namespace {

constexpr Stroke full_profile_stroke{palette::target, 1.5, "2 4"};
constexpr Stroke lagged_stroke{palette::plum, 2.5, ""};
constexpr double row_height = 46, bar_height = 14, value_room = 92, most_percent = 250;

double percent(Decimal part, Decimal whole) {
    return 100.0 * static_cast<double>(part.millionths()) / static_cast<double>(whole.millionths());
}

// In per cent of what was promised; what is far beyond is cut off, its number says it.
double scale_end(const PromiseBarsInput& input) {
    double most = 100;
    for (const PromiseBar& bar : input.bars) most = std::max(most, percent(bar.actual, bar.promised));
    return std::min(most, most_percent);
}

bool any_eased(const PromiseBarsInput& input) {
    return std::ranges::any_of(input.bars, [](const PromiseBar& bar) { return bar.eased.has_value(); });
}

std::vector<KeyEntry> key_of(const PromiseBarsInput& input) {
    std::vector<KeyEntry> key{band_key(palette::navy, "Delivered"), line_key(full_profile_stroke, "Profile, 100%")};
    if (any_eased(input)) key.push_back(line_key(lagged_stroke, "Expected after the lag"));
    return key;
}

Drawing draw(const PromiseBarsInput& input, double width) {
    const double end = scale_end(input), right = width - value_room, top = 4;
    const auto x = [&](double share) { return std::min(share, end) / end * right; };
    const std::vector<KeyEntry> key = key_of(input);
    std::vector<std::vector<std::string>> labels;
    double height = top;
    for (const PromiseBar& bar : input.bars) {
        labels.push_back(wrapped(bar.label, width - 4, 14));
        height += row_height + 17 * static_cast<double>(labels.back().size() - 1);
    }
    Drawing drawing(width, height + 8 + key_height(key, width));
    double y = top;
    for (std::size_t i = 0; i < input.bars.size(); ++i) {
        const PromiseBar& bar = input.bars[i];
        for (const std::string& line : labels[i]) drawing.text({0, y += 17}, line, {palette::ink});
        y += 6;
        const double length = x(percent(bar.actual, bar.promised));
        drawing.rectangle({0, y}, right, bar_height, palette::wash);
        if (length > 0) drawing.rectangle({0, y}, length, bar_height, palette::navy);
        drawing.line({x(100), y}, {x(100), y + bar_height + 5}, {palette::paper, 4, ""});
        drawing.line({x(100), y}, {x(100), y + bar_height + 5}, full_profile_stroke);
        if (bar.eased) {
            const double at = x(percent(*bar.eased, bar.promised));
            drawing.line({at, y}, {at, y + bar_height + 5}, {palette::paper, 5, ""});
            drawing.line({at, y}, {at, y + bar_height + 5}, lagged_stroke);
        }
        drawing.text({right + 8, y + 12}, input.show(bar.actual) + " of " + input.show(bar.promised),
                     {palette::navy, 14, Weight::bold});
        y += bar_height + 9;
    }
    draw_key(drawing, key, {0, height + 8}, width);
    return drawing;
}

std::size_t behind(const PromiseBarsInput& input) {
    return static_cast<std::size_t>(
        std::ranges::count_if(input.bars, [](const PromiseBar& bar) { return bar.actual < bar.promised; }));
}

std::string summary_of(const PromiseBarsInput& input) {
    std::vector<std::string> parts;
    for (const PromiseBar& bar : input.bars) {
        std::string words =
            bar.label + ": " + input.show(bar.actual) + " against a profile of " + input.show(bar.promised);
        if (bar.eased) words += ", " + input.show(*bar.eased) + " expected after the lag";
        parts.push_back(std::move(words));
    }
    return join(parts, "; ") + ".";
}

} // namespace

Chart promise_bars(const PromiseBarsInput& input) {
    if (input.bars.empty()) throw Error(Fault::request, "A chart of “" + input.title + "” needs something promised.");
    Chart chart;
    const std::size_t late = behind(input);
    chart.title = std::to_string(late) + " of " + plural(input.bars.size(), "deliverable", "deliverables") +
                  (late == 1 ? " is behind its profile" : " are behind their profile");
    chart.subject = input.subject + ".";
    chart.summary = summary_of(input);
    chart.table.headings = {"Deliverable", "Profile", "Delivered", "Of the profile"};
    if (any_eased(input)) chart.table.headings.emplace_back("Expected after the lag");
    for (const PromiseBar& bar : input.bars) {
        chart.table.rows.push_back({bar.label, input.show(bar.promised), input.show(bar.actual),
                                    print_fixed(Decimal::ratio(bar.actual, bar.promised, 100), 1) + "%"});
        if (any_eased(input)) chart.table.rows.back().push_back(bar.eased ? input.show(*bar.eased) : "no lag");
    }
    const std::string name = input.title + ": " + chart.title;
    return framed(std::move(chart), name, input.prefix, [&](Form form) { return draw(input, width_of(form)); });
}

} // namespace qd::inline charts
