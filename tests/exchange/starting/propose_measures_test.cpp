#include "exchange/starting/propose_measures.hpp"

#include "exchange/starting/measure_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace qd::testing {
namespace {

using ::testing::ElementsAre;

std::vector<ProposedMeasure> propose(const std::string& text, Grain reports = Grain::quarter) {
    ComplaintBook complaints;
    Settings settings;
    settings.area = AreaCode("OWN");
    return propose_measures(read_sheet_file({"own.csv", text, {}}, {}, complaints), settings, reports);
}

// "ENV1 Fly-tips (count, lower, quarter, sum, 0)"
std::vector<std::string> said(const std::vector<ProposedMeasure>& measures) {
    std::vector<std::string> lines;
    for (const ProposedMeasure& each : measures) {
        const Measure& measure = each.measure;
        lines.push_back(measure.code.text() + " " + measure.title + " (" + std::string(print(measure.quantity)) + ", " +
                        (each.says_which_way ? std::string(print(measure.polarity)) : "?") + ", " +
                        std::string(print(measure.grain)) + ", " + std::string(print(measure.roll_up)) + ", " +
                        std::to_string(measure.decimals) + ")");
    }
    return lines;
}

TEST(ProposeMeasures, UnitAndDirectionByTheirColumns) {
    EXPECT_THAT(said(propose("Corporate,,,,,\n\nRef,Indicator,Unit,Good is,Q1,Q2\nHS 1,Rent collected,%,High,97.25,98\n"
                             "HS-2,Void turnaround,days,Low,29,28.5\nHS3,Homes let,number,n/a,12,15\n")),
                ElementsAre("HS1 Rent collected (percent, higher, quarter, last, 2)",
                            "HS-2 Void turnaround (days, lower, quarter, last, 1)",
                            "HS3 Homes let (count, none, quarter, last, 0)"));
}

TEST(ProposeMeasures, ByFormatTargetsAndStatusesWhereThereAreNoColumns) {
    EXPECT_THAT(said(propose("Code,Measure,Target,RAG,Q1,Q2\nA1,Letters answered,at least 90%,,91%,92%\n"
                             "A2,Complaints,below 10,,8,9\nA3,Visits,100,Green,90,120\nA4,Absence,8,R,7,9.5\n"
                             "A5,Grants,,,£300,£400\nA6,Other,50,,40,60\n")),
                ElementsAre("A1 Letters answered (percent, higher, quarter, last, 1)",
                            "A2 Complaints (count, lower, quarter, last, 0)",
                            "A3 Visits (count, higher, quarter, last, 0)",
                            "A4 Absence (number, lower, quarter, last, 1)", "A5 Grants (money, ?, quarter, last, 0)",
                            "A6 Other (count, ?, quarter, last, 0)"));
}

TEST(ProposeMeasures, WhatAddsUpOverTheYear) {
    EXPECT_THAT(said(propose("Ref,Indicator,Annual target,Q1,Q2,Q3,Total\nT1,Trees planted,400,96,121,80,297\n"
                             "T2,Trees cut,,3,4,5,12\nT3,Trees standing,900,880,885,890,\n")),
                ElementsAre("T1 Trees planted (count, ?, quarter, sum, 0)", "T2 Trees cut (count, ?, quarter, sum, 0)",
                            "T3 Trees standing (count, ?, quarter, last, 0)"));
}

TEST(ProposeMeasures, WithoutCodesTheyAreNumbered) {
    EXPECT_THAT(
        said(propose("Performance indicator,Apr-24,May-24\nCalls answered %,80,82\nTotal,1,2\nVisits,100,120\n"
                     "Source: the switchboard,,\n")),
        ElementsAre("M01 Calls answered % (percent, ?, month, last, 1)", "M02 Visits (count, ?, month, last, 0)"));
}

TEST(ProposeMeasures, EachOnceWhereALineStandsForAPeriod) {
    EXPECT_THAT(said(propose("Period,Ref,Indicator,Actual\n2024-25Q1,A1,Letters,5\n2024-25Q1,A2,Visits,7\n"
                             "2024-25Q2,A1,Letters,6.5\n2024-25Q2,A2,Visits,8\n")),
                ElementsAre("A1 Letters (number, ?, quarter, last, 1)", "A2 Visits (count, ?, quarter, last, 0)"));
}

TEST(ProposeMeasures, SeveralStatusesSayNothingOfAnyOneFigure) {
    EXPECT_THAT(said(propose("Code,Measure,Target,Q1,RAG,Q2,RAG\nA1,Visits,100,120,Green Tick,90,Red Octagon\n")),
                ElementsAre("A1 Visits (count, ?, quarter, last, 0)"));
    EXPECT_THAT(said(propose("Code,Measure,Target,Q1,RAG\nA1,Visits,100,120,Green Tick\nA2,Days,9,12,Red Octagon\n")),
                ElementsAre("A1 Visits (count, higher, quarter, last, 0)", "A2 Days (days, lower, quarter, last, 0)"));
}

TEST(ProposeMeasures, NoneFromProseAndNoneWithoutFigures) {
    EXPECT_TRUE(propose("Dear colleague\nplease find the figures\n").empty());
    EXPECT_TRUE(propose("Name,Phone\nTeam,0123\n").empty());
}

TEST(MeasureWords, ARateIsPerSoMany) {
    const SaidUnit unit = unit_of("", "Crimes per 1,000 residents", {"12.5"}, {});
    EXPECT_EQ(unit.quantity, Quantity::rate);
    EXPECT_EQ(unit.per, 1000);
    EXPECT_EQ(unit_of("per 100,000", "Deaths", {}, {}).per, 100'000);
    EXPECT_EQ(unit_of("", "Highways inspected", {"3", "4"}, {}).quantity, Quantity::count);
}

TEST(MeasureWords, StatusesThatDisagreeSayNothing) {
    EXPECT_FALSE(direction_of("", {}, {{"Green", "5", "4"}, {"Green", "3", "4"}}).is_said);
    EXPECT_TRUE(direction_of("", {}, {{"Green", "5", "4"}, {"Red", "3", "4"}}).is_said);
    EXPECT_FALSE(direction_of("Highways", {}, {}).is_said);
}

} // namespace
} // namespace qd::testing
