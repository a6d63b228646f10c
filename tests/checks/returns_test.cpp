#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Content with_measure() {
    Content content = council();
    content.units = {{UnitCode("HWY"), "Highways", UnitKind::service, {}, {}}};
    content.measures = {measure()};
    content.measures[0].owner = UnitCode("HWY");
    content.measures[0].title = "Potholes";
    return content;
}

TEST(ValueMissing, IsFoundFromTheDayAfterItWasDue) {
    Content content = with_measure();
    content.forecasts = {forecast("M1", "2012-13Q1", Outlook::to_meet)};
    EXPECT_FALSE(has(checked(content, "2012-13Q1", "2012-07-30"), "value-missing"));
    const Finding found = only(checked(content, "2012-13Q1", "2012-07-31"), "value-missing");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message,
              "No figure was handed in for 2012/13 quarter 1. It was due on 30 July 2012, 1 day before 31 July 2012.");
    EXPECT_EQ(found.remedy, "Ask Highways for the return, or hand in the reason for the gap.");
}

TEST(ValueMissing, SaysWhatIsExpected) {
    Content content = with_measure();
    content.measures[0].owner = {};
    content.forecasts = {forecast("M1", "2012-13Q1", Outlook::to_miss)};
    const Finding found = only(checked(content, "2012-13Q1", "2012-08-09"), "value-missing");
    EXPECT_EQ(found.message, "Forecast to miss, but no figure was handed in for 2012/13 quarter 1. It was due on 30 "
                             "July 2012, 10 days before 9 August 2012.");
    EXPECT_EQ(found.remedy, "Ask its owner for the return, or hand in the reason for the gap.");
}

TEST(ValueMissing, IsAnsweredByAReason) {
    Content content = with_measure();
    hand_in(content, "M1", {gap("2012-13Q1", GapReason::not_available)});
    EXPECT_FALSE(has(checked(content, "2012-13Q1"), "value-missing"));
}

TEST(ValueMissing, NamesTheYearsSinceAnOldFigure) {
    Content content = with_measure();
    content.measures[0].grain = Grain::year;
    hand_in(content, "M1", {value("2010-11", "40")});
    const Finding found = only(checked(content, "2012-13Q4", "2013-06-30"), "value-missing");
    EXPECT_EQ(found.message, "No figure was handed in for 2011/12 and 2012/13. The first was due on 30 April 2012, 426 "
                             "days before 30 June 2013. The latest one known is for 2010/11.");
}

TEST(ValueMissing, NamesThePartOfAYearToDate) {
    Content content = with_measure();
    content.measures[0].roll_up = RollUp::sum;
    hand_in(content, "M1", {value("2011-12Q4", "1"), value("2012-13Q2", "3")});
    const Finding found = only(checked(content, "2012-13Q2", "2012-11-01"), "value-missing");
    EXPECT_EQ(found.message,
              "No figure was handed in for 2012/13 quarter 1. It was due on 30 July 2012, 94 days before 1 "
              "November 2012. Therefore the year to date lacks quarter 1, which was due on 30 July 2012.");
}

TEST(ValueMissing, NamesThePartAsWellAsAGapThatWasHandedIn) {
    Content content = with_measure();
    content.measures[0].roll_up = RollUp::sum;
    hand_in(content, "M1", {value("2011-12Q4", "1"), gap("2012-13Q2", GapReason::not_available)});
    EXPECT_NE(only(checked(content, "2012-13Q2", "2012-11-01"), "value-missing")
                  .message.find("No figure was handed in for 2012/13 quarter 1. It was due on 30 July 2012"),
              std::string::npos);
}

TEST(ValueMissing, IsANoteWhereTheMeasureLeavesItOut) {
    Content content = with_measure();
    content.measures[0].roll_up = RollUp::sum;
    content.measures[0].missing = MissingParts::leave_out;
    hand_in(content, "M1", {value("2011-12Q4", "1"), value("2012-13Q2", "3")});
    const Finding found = only(checked(content, "2012-13Q2", "2012-11-01"), "value-missing");
    EXPECT_EQ(found.severity, Severity::note);
    EXPECT_NE(found.message.find("The figure is for 1 of 2 quarters and leaves it out."), std::string::npos)
        << found.message;
}

TEST(ActualMissing, IsAskedForOnceTheReturnWasDue) {
    Content content = with_measure();
    Observation expected = value("2012-13Q1", "5");
    expected.flags = static_cast<Flags>(Flag::forecast);
    hand_in(content, "M1", {expected}, "2012-05-01");
    EXPECT_FALSE(has(checked(content, "2012-13Q1", "2012-07-30"), "actual-missing"));
    EXPECT_EQ(only(checked(content, "2012-13Q1", "2012-07-31"), "actual-missing").message,
              "What is known for 2012/13 quarter 1 is a forecast. The actual was due on 30 July 2012.");
    hand_in(content, "M1", {value("2012-13Q1", "4")}, "2012-08-01");
    EXPECT_FALSE(has(checked(content, "2012-13Q1", "2012-08-02"), "actual-missing"));
}

TEST(ActualMissing, NamesThePeriodsAndTheAreasBelow) {
    Content content = with_measure();
    content.measures[0].roll_up = RollUp::sum;
    content.measures[0].quantity = Quantity::count;
    content.areas.push_back({AreaCode("A1"), "Easton", AreaKind::district, county, {}, {}, {}});
    for (const char* quarter : {"2012-13Q1", "2012-13Q2"}) {
        Observation expected = value(quarter, "5");
        expected.area = AreaCode("A1");
        expected.flags = static_cast<Flags>(Flag::forecast);
        hand_in(content, "M1", {expected}, "2012-05-01");
    }
    EXPECT_EQ(
        only(checked(content, "2012-13Q2", "2012-11-01"), "actual-missing").message,
        "What is known for 2012/13 quarter 1 and 2012/13 quarter 2 of Easton is a forecast. The actual was due on "
        "30 July 2012, the first of them.");
}

TEST(ValueMissing, DoesNotAskForWhatIsInTheStore) {
    Content content = with_measure();
    hand_in(content, "M1", {value("2012-13Q1", "5")}, "2019-07-01");
    EXPECT_EQ(
        only(checked(content, "2012-13Q1", "2012-09-01"), "value-known-later").message,
        "The figure for 2012/13 quarter 1 was handed in as known from 1 July 2019, which is after 1 September 2012.");
    content.returns[0].known_at.reset();
    content.returns[0].state = ReturnState::submitted;
    const Findings drafts = checked(content, "2012-13Q1");
    EXPECT_EQ(only(drafts, "value-not-approved").message,
              "The figure for 2012/13 quarter 1 was handed in and is submitted: it is not approved.");
    EXPECT_FALSE(has(drafts, "value-missing"));
}

TEST(AreaNotThere, IsAFigureOutsideTheDaysOfItsArea) {
    Content content = with_measure();
    Area ended{AreaCode("X1"), "Oldtown", AreaKind::district, county, {}, day("2012-03-31")};
    content.areas.push_back(ended);
    Observation late = value("2012-13Q1", "5"), in_time = value("2011-12Q4", "4");
    late.area = in_time.area = ended.code;
    hand_in(content, "M1", {in_time, late});
    EXPECT_EQ(only(checked(content, "2012-13Q1"), "area-not-there").message,
              "A figure was handed in for Oldtown, which ended on 31 March 2012.");
    Observation withdrawn = gap("2012-13Q1", GapReason::not_applicable);
    withdrawn.area = ended.code;
    hand_in(content, "M1", {withdrawn});
    EXPECT_FALSE(has(checked(content, "2012-13Q1"), "area-not-there"));
}

Findings repeated(std::string_view numerator, std::string_view denominator) {
    Content content = with_measure();
    content.measures[0].quantity = Quantity::percent;
    content.measures[0].per = 100;
    hand_in(content, "M1", {parts("2011-12Q4", numerator, denominator)});
    hand_in(content, "M1", {parts("2012-13Q1", "15", denominator)});
    return checked(content, "2012-13Q1");
}

TEST(ValueStale, IsTheVerySameParts) {
    const Finding found = only(repeated("15", "20"), "value-stale");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "15 of 20 is the same as for 2011/12 quarter 4.");
    EXPECT_FALSE(has(repeated("14", "20"), "value-stale"));
    EXPECT_FALSE(has(repeated("15", "19"), "value-stale")); // small parts repeat by themselves
}

Content handed_in_at(std::string_view known_at) {
    Content content = with_measure();
    hand_in(content, "M1", {value("2012-13Q1", "10")}, known_at);
    content.returns.back().handed_in_by = "Head of highways";
    return content;
}

TEST(ReturnLate, IsFoundFromTheDayAfterItWasDue) {
    EXPECT_FALSE(has(checked(handed_in_at("2012-07-30"), "2012-13Q1"), "return-late"));
    const Finding found = only(checked(handed_in_at("2012-07-31"), "2012-13Q1"), "return-late");
    EXPECT_EQ(found.severity, Severity::note);
    EXPECT_EQ(found.message, "Handed in on 31 July 2012, 1 day after it was due.");
    EXPECT_EQ(found.remedy, "Agree the date with Head of highways, or give the measure more days.");
}

TEST(ReturnLate, IsNeitherACorrectionNorTakenFromAPaper) {
    Content corrected = handed_in_at("2012-07-20");
    hand_in(corrected, "M1", {value("2012-13Q1", "11")}, "2012-10-01");
    corrected.returns.back().handed_in_by = "Head of highways";
    EXPECT_FALSE(has(checked(corrected, "2012-13Q1"), "return-late"));
    Content from_paper = handed_in_at("2012-10-01");
    from_paper.returns.back().handed_in_by.clear();
    EXPECT_FALSE(has(checked(from_paper, "2012-13Q1"), "return-late"));
}

TEST(PaperLate, IsFoundAfterTheDaysOfTheCouncil) {
    Content content = council();
    Paper paper;
    paper.code = PaperCode("P");
    paper.title = "The scorecard";
    paper.period = period("2012-13Q1");
    paper.meeting = day("2012-09-30"); // 92 days
    content.papers = {paper};
    EXPECT_FALSE(has(checked(content, "2012-13Q1"), "paper-late"));
    content.papers[0].meeting = day("2012-10-01");
    EXPECT_EQ(only(checked(content, "2012-13Q1"), "paper-late").message,
              "Discussed on 1 October 2012, 93 days after 2012/13 quarter 1 ended.");
    EXPECT_EQ(only(checked(content, "2012-13Q1", "2012-09-01"), "paper-late").message,
              "To be discussed on 1 October 2012, 93 days after 2012/13 quarter 1 ended.");
    content.papers[0].meeting.reset();
    EXPECT_FALSE(has(checked(content, "2012-13Q1"), "paper-late"));
}

TEST(PaperLate, UsesTheAgendaIfThePaperGivesNoDay) {
    Content content = council();
    Paper paper;
    paper.code = PaperCode("P");
    paper.title = "The scorecard";
    paper.period = period("2012-13Q1");
    content.papers = {paper};
    Meeting meeting;
    meeting.code = MeetingCode("M");
    meeting.date = day("2012-10-01");
    content.meetings = {meeting};
    Item item;
    item.code = ItemCode("M-1");
    item.meeting = meeting.code;
    item.number = "1";
    content.items = {item};
    EXPECT_FALSE(has(checked(content, "2012-13Q1"), "paper-late"));
    content.items[0].paper = paper.code;
    EXPECT_EQ(only(checked(content, "2012-13Q1"), "paper-late").message,
              "Discussed on 1 October 2012, 93 days after 2012/13 quarter 1 ended.");
}

} // namespace
} // namespace qd::test
