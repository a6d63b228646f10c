#include "charts/status_bar.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/drawing.hpp"
#include "charts/framed.hpp"
#include "charts/marks.hpp"
#include "domain/share.hpp"

#include <algorithm>

namespace qd::inline charts {
namespace {

struct Sums {
    std::size_t all = 0, rated = 0, green = 0;
};

Sums sums_of(const StatusBarInput& input) {
    Sums sums;
    for (const StatusCount& entry : input.counts) {
        sums.all += entry.count;
        if (is_rated(entry.status)) sums.rated += entry.count;
        if (entry.status == Status::green) sums.green += entry.count;
    }
    return sums;
}

std::string summary(const StatusBarInput& input, const Sums& sums) {
    std::vector<std::string> parts;
    for (const StatusCount& entry : input.counts)
        if (entry.count > 0) parts.push_back(std::to_string(entry.count) + " " + label(entry.status));
    return "Of " + plural(sums.all, input.one, input.many) + ": " + join(parts, ", ") + ".";
}

Drawing draw(const StatusBarInput& input, const Sums& sums, double width) {
    constexpr double bar_height = 22, gap = 2, least = 5, line = 22;
    std::vector<StatusCount> shown;
    std::ranges::copy_if(input.counts, std::back_inserter(shown),
                         [](const StatusCount& entry) { return entry.count > 0; });
    // The words flow into as many lines as they need; first find how many.
    std::vector<Point> places;
    double x = 0, y = bar_height + 24;
    for (const StatusCount& entry : shown) {
        const double word = 22 + text_width(std::to_string(entry.count) + " " + label(entry.status), 14, Weight::bold);
        if (x > 0 && x + word > width) {
            x = 0;
            y += line;
        }
        places.push_back({x, y});
        x += word + 22;
    }
    Drawing drawing(width, y + 8);
    const double room = width - gap * static_cast<double>(shown.size() - 1) - least * static_cast<double>(shown.size());
    double left = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const double wide = least + room * static_cast<double>(shown[i].count) / static_cast<double>(sums.all);
        const bool hollow = shown[i].status == Status::not_rated || shown[i].status == Status::not_started;
        if (hollow)
            drawing.frame({left + 0.8, 0.8}, wide - 1.6, bar_height - 1.6,
                          {palette::quiet, 1.5, shown[i].status == Status::not_rated ? "2 3" : ""});
        else
            drawing.rectangle({left, 0}, wide, bar_height, colour_of(shown[i].status));
        left += wide + gap;
        drawing.raw(status_shape(shown[i].status, places[i].x, places[i].y - 12.5, 15) + "\n");
        drawing.text({places[i].x + 21, places[i].y}, std::to_string(shown[i].count) + " " + label(shown[i].status),
                     {palette::ink, 14, Weight::bold});
    }
    return drawing;
}

} // namespace

std::string status_headline(const StatusBarInput& input) {
    const Sums sums = sums_of(input);
    if (sums.rated == 0) return "None of " + plural(sums.all, input.one, input.many) + " is rated";
    return std::to_string(sums.green) + " of " + std::to_string(sums.rated) + " rated " +
           (sums.rated == 1 ? input.one : input.many) + (sums.green == 1 ? " is" : " are") + " green (" +
           show_share(sums.green, sums.rated) + ")";
}

Chart status_bar(const StatusBarInput& input) {
    const Sums sums = sums_of(input);
    if (sums.all == 0) throw Error(Fault::request, "“" + input.title + "” has nothing to count; leave the chart out.");
    Chart chart;
    chart.title = status_headline(input);
    chart.subject = input.title + ".";
    chart.summary = summary(input, sums);
    chart.table.headings = {"Status", "Number", "Share of rated"};
    for (const StatusCount& entry : input.counts)
        chart.table.rows.push_back({label(entry.status), std::to_string(entry.count),
                                    !is_rated(entry.status) ? "not counted"
                                    : sums.rated == 0       ? "none rated"
                                                            : show_share(entry.count, sums.rated)});
    const std::string name = input.title + ": " + chart.title;
    return framed(std::move(chart), name, input.prefix, [&](Form form) { return draw(input, sums, width_of(form)); });
}

} // namespace qd::inline charts
