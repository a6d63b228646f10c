#include "views/due_figures.hpp"

#include "base/error.hpp"
#include "engine/council.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace qd::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Measure by(const std::string& code, Grain grain) {
    Measure made = measure(code);
    made.grain = grain;
    return made;
}

DueFigures due(const Content& content, std::string_view of, const std::string& unit = "") {
    const Snapshot snapshot(content, "", 1, {});
    return due_figures(snapshot, period(of), UnitCode(unit), moment("2013-01-10"));
}

// "Place: M1 2012-13Q3"
std::vector<std::string> lines(const DueFigures& due) {
    std::vector<std::string> all;
    for (const HandInSheet& sheet : due.workbook.sheets)
        for (const HandInLine& line : sheet.lines)
            all.push_back(sheet.name + ": " + line.measure.text() + " " + print(line.period) +
                          (line.area.empty() ? "" : " " + line.area.text()));
    return all;
}

TEST(DueFigures, OfAQuarterAreItsMonthsAndTheYearsThatEndInIt) {
    Content content = council();
    content.measures = {by("M1", Grain::quarter), by("M2", Grain::month),         by("M3", Grain::year),
                        by("M4", Grain::half),    by("M5", Grain::academic_year), by("M6", Grain::span)};
    EXPECT_THAT(lines(due(content, "2012-13Q3")), ElementsAre("Figures: M1 2012-13Q3", "Figures: M2 2012-10",
                                                              "Figures: M2 2012-11", "Figures: M2 2012-12"));
    EXPECT_THAT(lines(due(content, "2012-13Q4")),
                ElementsAre("Figures: M1 2012-13Q4", "Figures: M2 2013-01", "Figures: M2 2013-02",
                            "Figures: M2 2013-03", "Figures: M3 2012-13", "Figures: M4 2012-13H2"));
    EXPECT_THAT(lines(due(content, "2012-13Q2")),
                ElementsAre("Figures: M1 2012-13Q2", "Figures: M2 2012-07", "Figures: M2 2012-08",
                            "Figures: M2 2012-09", "Figures: M4 2012-13H1", "Figures: M5 AY2011-12"));
    EXPECT_THAT(due(content, "2012-13Q3").left_out, ElementsAre("M6"));
}

TEST(DueFigures, AreThoseOfTheAreasThatHandedInBefore) {
    Content content = council();
    content.areas.push_back({AreaCode("D1"), "North", AreaKind::district, county, {}, {}});
    content.areas.push_back({AreaCode("D2"), "South", AreaKind::district, county, {}, day("2012-08-31")});
    content.measures = {measure("M1"), measure("M2")};
    Observation north = value("2012-13Q1", "5"), south = north;
    north.area = AreaCode("D1");
    south.area = AreaCode("D2");
    hand_in(content, "M2", {north, south});
    EXPECT_THAT(lines(due(content, "2012-13Q3")), ElementsAre("Figures: M1 2012-13Q3", "Figures: M2 2012-13Q3 D1"));
}

TEST(DueFigures, AreSortedByDirectorate) {
    Content content = council();
    content.units = {{UnitCode("C"), "Council", UnitKind::council, {}, ""},
                     {UnitCode("P"), "Place", UnitKind::directorate, UnitCode("C"), ""},
                     {UnitCode("S"), "Streets", UnitKind::service, UnitCode("P"), ""},
                     {UnitCode("X"), "Elections", UnitKind::service, UnitCode("C"), ""}};
    content.measures = {measure("M1"), measure("M2"), measure("M3"), measure("M4")};
    content.measures[0].owner = UnitCode("S");
    content.measures[1].owner = UnitCode("X");
    content.measures[2].owner = UnitCode("P");
    EXPECT_THAT(lines(due(content, "2012-13Q3")),
                ElementsAre("Place: M1 2012-13Q3", "Place: M3 2012-13Q3", "Elections: M2 2012-13Q3",
                            "Other measures: M4 2012-13Q3"));
    EXPECT_THAT(lines(due(content, "2012-13Q3", "P")), ElementsAre("Place: M1 2012-13Q3", "Place: M3 2012-13Q3"));
}

TEST(DueFigures, LeaveOutWhatIsComputedOrNotMeasuredThen) {
    Content content = council();
    content.measures = {measure("M1"), measure("M2"), measure("M3")};
    content.measures[1].formula = "M1 * 2";
    content.measures[2].active_to = day("2012-09-30");
    EXPECT_THAT(lines(due(content, "2012-13Q3")), ElementsAre("Figures: M1 2012-13Q3"));
}

TEST(DueFigures, ShowWhatWasThereBefore) {
    Content content = council();
    content.measures = {measure("M1")};
    hand_in(content, "M1",
            {value("2011-12Q3", "70"), value("2012-13Q2", "84"), gap("2012-13Q1", GapReason::not_available)});
    set_target(content, "M1", "2012-13", "90");
    const HandInLine line = due(content, "2012-13Q3").workbook.sheets.front().lines.front();
    EXPECT_EQ(line.year_before, "70");
    EXPECT_EQ(line.before, "84");
    EXPECT_EQ(line.target, "90");
    EXPECT_TRUE(line.takes_correction);
    EXPECT_TRUE(line.takes_words);
    const HandInLine second = due(content, "2012-13Q2").workbook.sheets.front().lines.front();
    EXPECT_EQ(second.before, "not available");
}

TEST(DueFigures, AreRefusedWhereThereAreNone) {
    Content content = council();
    content.measures = {by("M1", Grain::year)};
    const auto why = [&](std::string_view of, const std::string& unit = "") {
        try {
            due(content, of, unit);
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_THAT(why("2012-13Q3"), HasSubstr("Nothing is due for 2012/13 quarter 3"));
    EXPECT_THAT(why("2012-13Q4", "P"), HasSubstr("There is no unit P"));
    EXPECT_THAT(why("2012-04-01/2012-04-05"), HasSubstr("is none of these"));
}

} // namespace
} // namespace qd::test
