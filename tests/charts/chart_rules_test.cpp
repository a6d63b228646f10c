// What applies to every chart: accessible name, own ids, presentation attributes only, a full table.

#include "charts/marks.hpp"
#include "charts/markup.hpp"
#include "charts/samples.hpp"
#include "charts/sparkline.hpp"
#include "charts/statistical_samples.hpp"
#include "charts/status_bar.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace qd {
namespace {

std::vector<Chart> every_chart() {
    return {trend_chart(test::behind_profile()),
            trend_chart(test::over_target()),
            trend_chart(test::long_run(80)),
            benchmark_bars(test::north_west()),
            status_bar({"bar",
                        "Measures by status",
                        {{Status::red, 3}, {Status::green, 2}, {Status::not_rated, 30}},
                        "measure",
                        "measures"}),
            figure_pair(test::thirty_five()),
            control_chart(test::rising_months()),
            control_chart(test::rebased_months()),
            forecast_fan(test::short_of_target()),
            promise_chart(test::late_work()),
            promise_bars(test::four_deliverables()),
            comparison_bars(test::districts()),
            funnel_plot(test::funnel_of(12)),
            funnel_plot(test::funnel_of(333)),
            rank_strip(test::third_of_twelve())};
}

void expect_sound(const std::string& svg) {
    const test::MarkupReport report = test::read_markup(svg);
    EXPECT_TRUE(report.faults.empty()) << report.faults.front() << "\n" << svg.substr(0, 300);
    EXPECT_EQ(std::ranges::count(report.tags, "title"), 1);
    EXPECT_EQ(std::ranges::count(report.tags, "desc"), 1);
    EXPECT_EQ(std::ranges::count(report.tags, "script"), 0);
    EXPECT_EQ(std::ranges::count(report.tags, "style"), 0);
    for (const std::string& attribute : report.attributes) {
        EXPECT_FALSE(attribute.ends_with(" style")) << attribute;
        EXPECT_FALSE(attribute.ends_with(" class")) << attribute;
        EXPECT_EQ(attribute.find(" on"), std::string::npos) << attribute;
    }
    EXPECT_NE(svg.find("role=\"img\" aria-labelledby="), std::string::npos);
    EXPECT_NE(svg.find("font-family=\"Arial"), std::string::npos);
}

TEST(EveryChart, IsSoundAndNamed) {
    std::string page;
    for (const Chart& chart : every_chart()) {
        expect_sound(chart.svg);
        expect_sound(chart.svg_narrow);
        EXPECT_TRUE(chart.svg_narrow.find("viewBox=\"0 0 360 ") != std::string::npos);
        page += chart.svg + chart.svg_narrow;
    }
    const test::MarkupReport all = test::read_markup(page);
    EXPECT_TRUE(all.faults.empty()) << all.faults.front();
    EXPECT_EQ(all.ids.size(), 60U);
}

TEST(EveryChart, HasWordsAndAFullTable) {
    for (const Chart& chart : every_chart()) {
        EXPECT_FALSE(chart.title.empty());
        EXPECT_FALSE(chart.title.ends_with('.'));
        EXPECT_TRUE(chart.subject.ends_with('.'));
        EXPECT_TRUE(chart.summary.ends_with('.'));
        ASSERT_FALSE(chart.table.rows.empty());
        for (const auto& row : chart.table.rows) {
            EXPECT_EQ(row.size(), chart.table.headings.size());
            for (const std::string& cell : row) EXPECT_FALSE(cell.empty());
        }
    }
}

TEST(EveryChart, IsTheSameEachTime) { EXPECT_EQ(every_chart(), every_chart()); }

TEST(Marks, HaveAShapeOfTheirOwn) {
    std::vector<std::string> shapes;
    for (const Status status :
         {Status::green, Status::amber, Status::red, Status::complete, Status::not_started, Status::not_rated})
        shapes.push_back(status_mark(status));
    for (const Outlook outlook : {Outlook::unknown, Outlook::to_meet, Outlook::to_miss, Outlook::met, Outlook::missed})
        shapes.push_back(outlook_mark(outlook));
    for (const Course course : {Course::up, Course::down, Course::level}) shapes.push_back(course_mark(course));
    for (const Tone tone : {Tone::usual, Tone::better, Tone::worse, Tone::apart}) shapes.push_back(tone_mark(tone));
    for (const std::string& shape : shapes) {
        EXPECT_TRUE(test::read_markup(shape).faults.empty()) << shape;
        EXPECT_EQ(std::ranges::count(shapes, shape), 1) << shape;
    }
}

TEST(Sparkline, IsNamedByFirstLastAndTarget) {
    const auto percent = [](Decimal value) { return print_fixed(value, 1) + "%"; };
    const std::string svg = sparkline({"s",
                                       "GCSEs",
                                       {test::dec("18.6"), test::dec("11.9"), GapReason::overdue, test::dec("12.9")},
                                       test::dec("18"),
                                       percent});
    expect_sound(svg);
    EXPECT_NE(svg.find("GCSEs: 3 figures from 18.6% to 12.9%; target 18.0%"), std::string::npos);
    EXPECT_NE(sparkline({"s", "GCSEs", {test::dec("18.6")}, {}, percent}).find("18.6%, a single figure; no target"),
              std::string::npos);
    EXPECT_EQ(sparkline({"s", "GCSEs", {GapReason::overdue}, {}, percent}), "");
}

} // namespace
} // namespace qd
