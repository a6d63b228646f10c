#include "cli/blocks.hpp"

#include "documents/phrases.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace qd::cli {
namespace {

std::string printed(const Blocks& blocks, std::size_t width = 60) {
    std::ostringstream out, err;
    const FixedClock clock{Instant(0)};
    Call call{.out = out, .err = err, .clock = clock, .serve = {}};
    call.width = width;
    print_blocks(call, blocks);
    return out.str();
}

TEST(Blocks, AreLinesUnderTheirHeading) {
    Definitions facts;
    facts.entries.push_back({"Place", plain("Cabinet Room D, County Hall, Preston, on the second floor")});
    const Blocks blocks{heading(2, "The meeting"),
                        {facts},
                        paragraph("Papers are out."),
                        paragraph("Nobody is late."),
                        {List{ListKind::numbered, {{paragraph("First")}, {paragraph("Second")}}}}};
    EXPECT_EQ(printed(blocks), "The meeting\n"
                               "  Place: Cabinet Room D, County Hall, Preston, on the second\n"
                               "    floor\n"
                               "\n"
                               "Papers are out.\n"
                               "Nobody is late.\n"
                               "  1. First\n"
                               "  2. Second\n");
}

qd::Table deliverables() {
    qd::Table table;
    table.caption = "From the start to 31 December 2024";
    table.columns = {{"Deliverable"}, {"Actual", qd::Align::right}, {"Lag"}};
    Spans actual = plain("264");
    append(actual, line_break());
    append(actual, quiet("16.3% of the total"));
    table.groups = {{"Northvale", {{{cell(plain("Starts")), cell(actual), cell(quiet("not given"))}, ""}}}};
    table.notes = {plain("Starts: two were counted late.")};
    return table;
}

TEST(Blocks, ATableHasNoColumnWithoutAKnownValue) {
    EXPECT_EQ(printed({{deliverables()}}), "From the start to 31 December 2024\n"
                                           "DELIVERABLE              ACTUAL\n"
                                           "-------------------------------\n"
                                           "Northvale\n"
                                           "Starts                      264\n"
                                           "             16.3% of the total\n"
                                           "Starts: two were counted late.\n");
}

TEST(Blocks, AColumnStaysIfOneRowHasAValue) {
    qd::Table table = deliverables();
    table.groups.front().rows.push_back(table.groups.front().rows.front());
    table.groups.front().rows.back().cells[2] = cell(plain("6 weeks"));
    const std::string text = printed({{table}});
    EXPECT_NE(text.find("LAG"), std::string::npos) << text;
    EXPECT_NE(text.find("not given"), std::string::npos) << text;
}

TEST(Blocks, WhatIsKnownInQuietTypeStays) {
    qd::Table table = deliverables();
    table.groups.front().rows.front().cells[2] = cell(quiet("overdue"));
    EXPECT_NE(printed({{table}}).find("overdue"), std::string::npos);
}

TEST(Blocks, AChartIsItsSummary) {
    Chart chart;
    chart.title = "1 of 4 is behind";
    chart.summary = "Of four deliverables one is behind its profile.";
    EXPECT_EQ(printed({{ChartBlock{chart, ""}}}), "Of four deliverables one is behind its profile.\n");
}

} // namespace
} // namespace qd::cli
