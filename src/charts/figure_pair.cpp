#include "charts/figure_pair.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/drawing.hpp"
#include "charts/framed.hpp"
#include "charts/marks.hpp"
#include "charts/status_bar.hpp"
#include "domain/share.hpp"
#include "domain/status_counts.hpp"

#include <array>
#include <functional>

namespace qd::inline charts {
namespace {

std::vector<StatusCount> tally(const FigurePairInput& input) {
    std::vector<StatusCount> out;
    for (const Status status : worst_first) {
        std::size_t count = 0;
        for (const PairMark& mark : input.marks) count += mark.status == status ? 1 : 0;
        if (count > 0) out.push_back({status, count});
    }
    return out;
}

struct Expected {
    std::size_t meet = 0, miss = 0, unknown = 0;
};

Expected expected_of(const FigurePairInput& input) {
    Expected out;
    for (const PairMark& mark : input.marks) {
        if (mark.outlook == Outlook::to_meet || mark.outlook == Outlook::met)
            ++out.meet;
        else if (mark.outlook == Outlook::to_miss || mark.outlook == Outlook::missed)
            ++out.miss;
        else
            ++out.unknown;
    }
    return out;
}

std::string outlook_headline(const FigurePairInput& input) {
    const Expected expected = expected_of(input);
    const std::size_t judged = expected.meet + expected.miss;
    if (judged == 0) return "No " + input.one + " has a forecast";
    return std::to_string(expected.meet) + " of " + std::to_string(judged) + " to meet their target (" +
           show_share(expected.meet, judged) + ")";
}

std::string outlook_words(const Expected& expected) {
    std::vector<std::string> parts;
    if (expected.miss > 0) parts.push_back(std::to_string(expected.miss) + " to miss or missed");
    if (expected.meet > 0) parts.push_back(std::to_string(expected.meet) + " to meet or met");
    if (expected.unknown > 0) parts.push_back(std::to_string(expected.unknown) + " without a forecast");
    return join(parts, ", ");
}

std::string status_words(const std::vector<StatusCount>& counts) {
    std::vector<std::string> parts;
    for (const StatusCount& entry : counts) parts.push_back(std::to_string(entry.count) + " " + label(entry.status));
    return join(parts, ", ");
}

struct Grid {
    std::size_t columns = 10;
    double pitch = 33, line = 21, height = 15; // between marks across, down; of a mark
};

Grid grid_for(std::size_t marks) { return marks <= 120 ? Grid{} : Grid{20, 16.6, 11, 8}; }

double grid_height(std::size_t marks, const Grid& grid) {
    return static_cast<double>((marks + grid.columns - 1) / grid.columns) * grid.line;
}

enum class Half { now, ahead };

void draw_grid(Drawing& drawing, const FigurePairInput& input, const Grid& grid, Point corner, Half half) {
    for (std::size_t i = 0; i < input.marks.size(); ++i) {
        const double x = corner.x + static_cast<double>(i % grid.columns) * grid.pitch,
                     y = corner.y + static_cast<double>(i / grid.columns) * grid.line;
        drawing.raw((half == Half::now ? status_shape(input.marks[i].status, x, y, grid.height)
                                       : outlook_shape(input.marks[i].outlook, x, y, grid.height * 0.86)) +
                    "\n");
    }
}

double draw_half(Drawing& drawing, const FigurePairInput& input, Point corner, double width, Half half) {
    const Grid grid = grid_for(input.marks.size());
    const double marks_height = grid_height(input.marks.size(), grid), height = 92 + marks_height;
    if (half == Half::ahead) {
        drawing.rectangle(corner, width, height, palette::wash);
        drawing.line({corner.x, corner.y + 2}, {corner.x + width, corner.y + 2}, {palette::navy, 4, "10 5"});
    } else {
        drawing.line({corner.x, corner.y + 2}, {corner.x + width, corner.y + 2}, {palette::ink, 4, ""});
    }
    const double left = corner.x + (half == Half::ahead ? 14 : 0);
    const std::string_view name = half == Half::now ? "Now" : "Outlook";
    drawing.text({left, corner.y + 25}, name, {palette::ink, 15, Weight::bold});
    drawing.text({left + text_width(name, 15, Weight::bold) + 7, corner.y + 25},
                 half == Half::now ? input.now : input.ahead, {palette::quiet, 13});
    drawing.text({left, corner.y + 48},
                 half == Half::now ? status_headline({"", "", tally(input), input.one, input.many})
                                   : outlook_headline(input),
                 {palette::ink, 15, Weight::bold});
    draw_grid(drawing, input, grid, {left, corner.y + 61}, half);
    drawing.text({left, corner.y + 78 + marks_height},
                 half == Half::now ? status_words(tally(input)) : outlook_words(expected_of(input)),
                 {palette::ink, 14});
    return height;
}

Drawing draw(const FigurePairInput& input, double width) {
    const double height = 92 + grid_height(input.marks.size(), grid_for(input.marks.size()));
    const bool beside = width > 500;
    Drawing drawing(width, beside ? height : 2 * height + 16);
    const double half = beside ? width / 2 : width;
    draw_half(drawing, input, {0, 0}, half, Half::now);
    draw_half(drawing, input, beside ? Point{half, 0} : Point{0, height + 16}, half, Half::ahead);
    return drawing;
}

std::string single(const FigurePairInput& input, std::size_t columns, Half half) {
    Grid grid;
    grid.columns = columns;
    if (half == Half::now) grid.pitch = 25;
    Drawing drawing(static_cast<double>(columns) * grid.pitch, grid_height(input.marks.size(), grid));
    draw_grid(drawing, input, grid, {0, 0}, half);
    const std::string words = plural(input.marks.size(), "mark", "marks") + ", one for each " + input.one + ": " +
                              (half == Half::now ? status_words(tally(input)) : outlook_words(expected_of(input)));
    return drawing.svg(input.prefix + (half == Half::now ? "-now" : "-ahead"), words,
                       "The same place is the same " + input.one + " in both grids.");
}

} // namespace

Chart figure_pair(const FigurePairInput& input) {
    if (input.marks.empty())
        throw Error(Fault::request, "“" + input.title + "” has no " + input.one + " to show; leave the drawing out.");
    Chart chart;
    const Expected expected = expected_of(input);
    chart.title = outlook_headline(input);
    chart.subject = input.title + ". The same place is the same " + input.one + " in both grids.";
    chart.summary = "Now: " + status_words(tally(input)) + ". Outlook: " + outlook_words(expected) + ".";
    chart.table.headings = {"Judgement", "Number of " + input.many};
    for (const StatusCount& entry : tally(input))
        chart.table.rows.push_back({"Now " + label(entry.status), std::to_string(entry.count)});
    const auto row = [&](const char* words, std::size_t count) {
        chart.table.rows.push_back({words, std::to_string(count)});
    };
    row("Forecast to miss, or missed", expected.miss);
    row("Forecast to meet, or met", expected.meet);
    row("Without a forecast", expected.unknown);
    const std::string name = input.title + ": " + chart.title;
    return framed(std::move(chart), name, input.prefix, [&](Form form) { return draw(input, width_of(form)); });
}

std::string status_grid(const FigurePairInput& input, std::size_t columns) { return single(input, columns, Half::now); }
std::string outlook_grid(const FigurePairInput& input, std::size_t columns) {
    return single(input, columns, Half::ahead);
}

} // namespace qd::inline charts
