#include "web/view/figure_pair.hpp"

#include "charts/figure_pair.hpp"
#include "domain/share.hpp"
#include "domain/status_counts.hpp"
#include "web/view/figure_row.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include <cmath>

namespace qd::web {
namespace {

// A little wider than high: 35 measures are in 5 rows of 7.
std::size_t columns_for(std::size_t marks) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(marks) * 1.4))));
}

std::vector<Fields> statuses(const Counts& counts) {
    std::vector<Fields> lines;
    for (const Status status : every_status)
        if (const std::size_t count = count_of(counts, status); count > 0)
            lines.push_back(Fields{}
                                .text("shape", sprite_id(status))
                                .text("count", std::to_string(count) + " " + label(status))
                                .text("words", ""));
    for (const OwnCount& own : counts.own)
        lines.push_back(status_tag(own.status)
                            .text("count", std::to_string(own.count) + " " + own.status.name)
                            .text("words", (own.status.label.empty() ? "(" : "(" + own.status.label + ", ") +
                                               "counts as " + label(own.status.status) + ")"));
    return lines;
}

std::vector<Fields> outlooks(const Counts& counts) {
    const std::size_t forecast = counts.outlook_meet + counts.outlook_miss;
    std::vector<Fields> lines;
    const auto add = [&](std::size_t count, const char* shape, const char* word, const std::string& words) {
        if (count > 0)
            lines.push_back(
                Fields{}.text("shape", shape).text("count", std::to_string(count) + " " + word).text("words", words));
    };
    add(counts.outlook_meet, "to-meet", "meet", "(" + show_share(counts.outlook_meet, forecast) + ")");
    add(counts.outlook_miss, "to-miss", "miss", "(" + show_share(counts.outlook_miss, forecast) + ")");
    add(counts.measures - forecast, "no-outlook", "without a forecast", "");
    return lines;
}

} // namespace

Fields figure_pair_fields(const Visit& visit, const Scorecard& scorecard) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    const Counts& counts = scorecard.counts;
    FigurePairInput input;
    input.prefix = "pair";
    input.one = "measure";
    input.many = "measures";
    for (const Figure* figure : exceptions_first(scorecard.figures))
        input.marks.push_back({figure->status.status, figure->outlook});
    const std::size_t columns = columns_for(input.marks.size()), forecast = counts.outlook_meet + counts.outlook_miss;
    Fields fields;
    fields.text("status_grid", status_grid(input, columns)).text("outlook_grid", outlook_grid(input, columns));
    fields.text("now", print_long(calendar.last_day(scorecard.period)));
    fields.text("ahead", print_long(calendar.last_day(calendar.year_of(scorecard.period))));
    fields.text("green", std::to_string(counts.green))
        .text("rated", std::to_string(counts.rated))
        .flag("any_rated", counts.rated > 0);
    fields.text("green_share", show_share(counts.green, counts.rated)).list("statuses", statuses(counts));
    fields.text("meet", std::to_string(counts.outlook_meet))
        .text("forecast", std::to_string(forecast))
        .flag("any_forecast", forecast > 0);
    fields.text("meet_share", show_share(counts.outlook_meet, forecast)).list("outlooks", outlooks(counts));
    return fields;
}

} // namespace qd::web
