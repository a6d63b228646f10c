#include "exchange/layouts/supplied.hpp"

#include "exchange/layouts/taken.hpp"

namespace qd::testing {
namespace {

const std::string fingertips_headings =
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,"
    "Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 "
    "limit,Count,Denominator,"
    "Value note,Recent Trend,Compared to England value or percentiles,Compared to percentiles,Time period Sortable,New "
    "data,Compared to goal,Time period range\n";

// A row of it; what nobody reads is filled all the same. The figures are invented.
std::string fingertips_row(const std::string& indicator, const std::string& area, const std::string& sex,
                           const std::string& category, const std::string& period, const std::string& value,
                           const std::string& note = "") {
    return indicator + ",\"Trees, planted\",E92000001,England," + area + ",Somewhere,UA," + sex + ",All ages," +
           (category.empty() ? "" : "Deprivation deciles") + "," + category + "," + period + "," + value +
           ",1.1,9.9,1.0,10.0,40,800," + note + ",Increasing,Similar,Not compared,20220000,,Not compared,1y\n";
}

std::string supplied(const std::string& name) {
    for (const SheetLayout& layout : supplied_layouts())
        if (layout.name == name) return layout.text;
    ADD_FAILURE() << "no layout " << name;
    return "";
}

TEST(SuppliedLayouts, AreSound) {
    ASSERT_GE(supplied_layouts().size(), 2U);
    for (const SheetLayout& layout : supplied_layouts()) {
        const auto read = parse_layout(layout, layout.name);
        EXPECT_TRUE(read) << (read ? "" : print(read.error().front()));
    }
}

TEST(SuppliedLayouts, FingertipsTakesTheCouncilsOwnIndicatorsAndAreas) {
    const std::string layout = "[measures]\n\"90210\" = \"TR-01\"\n" + supplied("fingertips");
    const Taken taken = take(fingertips_headings + fingertips_row("90210", "WEN", "Persons", "", "2021", "4.25") +
                                 fingertips_row("90210", "N1", "Persons", "", "2021/22", "6.5", "Value estimated") +
                                 fingertips_row("90210", "WEN", "Persons", "", "2018 - 20", "5") +
                                 fingertips_row("90210", "WEN", "Female", "", "2021", "7") +
                                 fingertips_row("90210", "WEN", "Persons", "Most deprived decile", "2021", "8") +
                                 fingertips_row("90210", "E06000047", "Persons", "", "2021", "9") +
                                 fingertips_row("11111", "WEN", "Persons", "", "2021", "10"),
                             layout, "indicators.data.csv");
    EXPECT_THAT(taken.complaints, ::testing::IsEmpty());
    EXPECT_THAT(taken.lines, ::testing::UnorderedElementsAre("TR-01 2021-01-01/2021-12-31 value 4.25 (M2)",
                                                             "TR-01 2018-01-01/2020-12-31 value 5 (M4)",
                                                             "TR-01 N1 2021-22 value 6.5 (M3)",
                                                             "TR-01 N1 2021-22 note Value estimated (T3)"));
    EXPECT_GT(taken.taking.count(WhyLeftOut::filter), 0U);
}

TEST(SuppliedLayouts, OneMeasureOfLgInform) {
    std::string layout = supplied("lg-inform");
    layout.replace(layout.find("[[block]]\n"), 10, "[[block]]\nset = { measure = \"TR-01\" }\n");
    const Taken taken = take("area,area label,area long label,2021/22,2022/23\n"
                             "area,area label,area long label,value,value\n"
                             "WEN,Wenlow,Wenlow Borough Council,11,12.5\n"
                             "E92000001,England,England,20,21\n",
                             layout, "download.csv");
    EXPECT_THAT(taken.complaints, ::testing::IsEmpty());
    EXPECT_THAT(taken.lines,
                ::testing::UnorderedElementsAre("TR-01 2021-22 value 11 (D3)", "TR-01 2022-23 value 12.5 (E3)"));
}

TEST(SuppliedLayouts, TheCouncilsOwnOfThatNameComesFirst) {
    Content known = borough();
    EXPECT_EQ(layouts_at_hand(known).size(), supplied_layouts().size());
    known.layouts.push_back({"fingertips", "title = \"Ours\"\n"});
    const auto all = layouts_at_hand(known);
    EXPECT_EQ(all.size(), supplied_layouts().size());
    EXPECT_EQ(all.front().text, "title = \"Ours\"\n");
    EXPECT_TRUE(is_own(known, "fingertips"));
}

TEST(SuppliedLayouts, AreKnownByTheirHeadings) {
    const Content known = borough();
    EXPECT_TRUE(has_supplied_layout({"any.csv", fingertips_headings, {}}, known));
    EXPECT_FALSE(has_supplied_layout({"any.csv", "Ref,Q1\nA,1\n", {}}, known));
}

} // namespace
} // namespace qd::testing
