#include "web/view/trend.hpp"

#include "charts/sparkline.hpp"
#include "charts/trend_chart.hpp"
#include "documents/sections/measure_trend.hpp"

#include <algorithm>

namespace qd::web {

std::optional<Chart> trend_of(const Visit& visit, const Measure& measure, const Series& series, const Figure& figure) {
    const Content& content = visit.snapshot.content();
    const Bearing bearing = visit.snapshot.reading(measure.code, visit.view())->bearing;
    const TrendInput input = measure_trend(content, measure, series, figure, bearing, "trend");
    const bool any = std::ranges::any_of(input.points, [](const TrendPoint& point) { return point.value.has_value(); });
    return any ? std::optional{trend_chart(input)} : std::nullopt;
}

std::string small_trend(const Visit& visit, const Measure& measure, const Series& series, const Figure& figure) {
    const Content& content = visit.snapshot.content();
    const SparklineInput input = measure_sparkline(content, measure, series, figure, "spark-" + measure.code.text());
    const auto next_to_each_other = [](const Cell& a, const Cell& b) { return a.has_value() && b.has_value(); };
    return std::ranges::adjacent_find(input.values, next_to_each_other) == input.values.end() ? std::string{}
                                                                                              : sparkline(input);
}

Fields chart_fields(const Chart& chart) {
    Fields fields;
    fields.text("title", chart.title).text("subject", chart.subject).text("summary", chart.summary);
    fields.none("says").text("svg", chart.svg).text("svg_narrow", chart.svg_narrow);
    std::vector<Fields> headings, rows;
    for (std::size_t i = 0; i < chart.table.headings.size(); ++i)
        headings.push_back(Fields{}.text("heading", chart.table.headings[i]).flag("number", i > 0));
    for (const auto& line : chart.table.rows) {
        std::vector<Fields> cells;
        for (std::size_t i = 1; i < line.size(); ++i) cells.push_back(Fields{}.text("cell", line[i]));
        rows.push_back(Fields{}.text("head", line.empty() ? "" : line.front()).list("cells", std::move(cells)));
    }
    return fields.list("headings", std::move(headings)).list("lines", std::move(rows));
}

} // namespace qd::web
