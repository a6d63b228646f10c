#include "charts/sparkline.hpp"

#include "charts/drawing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace qd::inline charts {
namespace {

constexpr double spark_width = 104, spark_height = 30, spark_margin = 4;

std::string accessible_name(const SparklineInput& input, const std::vector<Decimal>& numbers) {
    std::string name = input.subject + ": ";
    if (numbers.size() == 1)
        name += input.show(numbers.front()) + ", a single figure";
    else
        name += fmt::format("{} figures from {} to {}", numbers.size(), input.show(numbers.front()),
                            input.show(numbers.back()));
    name += input.target ? "; target " + input.show(*input.target) : "; no target";
    return name;
}

} // namespace

std::string sparkline(const SparklineInput& input) {
    std::vector<Decimal> numbers;
    for (const Cell& cell : input.values)
        if (cell.has_value()) numbers.push_back(cell.value());
    if (numbers.empty()) return {};
    auto all = numbers;
    if (input.target) all.push_back(*input.target);
    const auto [low, high] = std::ranges::minmax(all);
    const double span = high.to_double() - low.to_double();
    const auto y = [&](Decimal value) {
        return span == 0 ? spark_height / 2
                         : spark_height - spark_margin -
                               (value.to_double() - low.to_double()) / span * (spark_height - 2 * spark_margin);
    };
    const double steps = input.values.size() > 1 ? static_cast<double>(input.values.size() - 1) : 1;
    const auto x = [&](std::size_t i) {
        return input.values.size() == 1
                   ? spark_width / 2
                   : spark_margin + static_cast<double>(i) / steps * (spark_width - 2 * spark_margin - 2);
    };

    Drawing drawing(spark_width, spark_height);
    if (input.target) drawing.line({0, y(*input.target)}, {spark_width, y(*input.target)}, {"#6f777b", 1, "2 2"});
    std::vector<Point> run;
    Point last;
    const auto finish = [&] {
        if (run.size() > 1)
            drawing.polyline(run, {palette::navy, 1.8, ""});
        else if (run.size() == 1)
            drawing.dot(run.front(), 1.5, palette::navy);
        run.clear();
    };
    for (std::size_t i = 0; i < input.values.size(); ++i) {
        if (!input.values[i].has_value()) {
            finish();
            continue;
        }
        last = {x(i), y(input.values[i].value())};
        run.push_back(last);
    }
    finish();
    drawing.dot(last, 3, palette::navy);
    return drawing.svg(input.prefix, accessible_name(input, numbers),
                       "The line shows direction and distance to the target, on its own scale.");
}

} // namespace qd::inline charts
