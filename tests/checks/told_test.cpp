#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

// "Garden visits", a sum of the year that should reach 400.
Content visits(std::string_view first, std::string_view second) {
    Content content = council();
    content.measures = {measure()};
    content.measures[0].title = "Garden visits";
    content.measures[0].quantity = Quantity::count;
    content.measures[0].roll_up = RollUp::sum;
    hand_in(content, "M1", {value("2012-13Q1", first), value("2012-13Q2", second)});
    set_target(content, "M1", "2012-13", "400");
    return content;
}

Content with_word(Content content, Outlook word, std::optional<std::string_view> figure = {}) {
    content.forecasts = {forecast("M1", "2012-13Q2", word)};
    if (figure) content.forecasts[0].value = number(*figure);
    content.forecasts[0].by = "Head of Parks";
    return content;
}

Findings said_of(const Content& content) { return with_code(checked(content, "2012-13Q2"), "outlook-contradicts"); }

TEST(OutlookContradicts, IsFoundIfTheWordContradictsTheOfficersOwnFigure) {
    const Finding found = only(said_of(with_word(visits("100", "90"), Outlook::to_miss, "410")), "outlook-contradicts");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message,
              "Head of Parks says “forecast to miss”, but the figure forecast with it, 410, would meet 400.");
    EXPECT_EQ(only(said_of(with_word(visits("100", "90"), Outlook::to_meet, "390")), "outlook-contradicts").message,
              "Head of Parks says “forecast to meet”, but the figure forecast with it, 390, would miss 400.");
    EXPECT_TRUE(said_of(with_word(visits("100", "90"), Outlook::to_miss, "390")).empty());
    EXPECT_TRUE(said_of(with_word(visits("100", "90"), Outlook::to_meet, "400")).empty()); // exactly is reached
    EXPECT_TRUE(
        said_of(with_word(visits("100", "90"), Outlook::unknown, "390")).empty()); // a figure alone says it itself
}

TEST(OutlookContradicts, IsFoundWhereWhatCanOnlyGrowIsThereAlready) {
    EXPECT_EQ(only(said_of(with_word(visits("300", "120"), Outlook::to_miss)), "outlook-contradicts").message,
              "Head of Parks says “forecast to miss”, but it is 420 so far, and has already reached the year’s 400.");
    EXPECT_TRUE(said_of(with_word(visits("300", "120"), Outlook::to_meet)).empty());
    EXPECT_TRUE(said_of(with_word(visits("300", "120"), Outlook::met)).empty()); // it is, and stays so
    EXPECT_EQ(only(said_of(with_word(visits("100", "90"), Outlook::met)), "outlook-contradicts").message,
              "Head of Parks says “target met”, but it is 190 so far, short of the year’s 400.");
    Content rate = with_word(visits("300", "120"), Outlook::to_miss);
    rate.measures[0].roll_up = RollUp::last; // what rises and falls may still fall
    hand_in(rate, "M1", {value("2012-13Q2", "420")}, "2012-10-01");
    EXPECT_TRUE(said_of(rate).empty());
}

TEST(OutlookContradicts, IsFoundWhereTooManyAreThereAlready) {
    Content fires = with_word(visits("300", "120"), Outlook::to_meet);
    fires.measures[0].polarity = Polarity::lower;
    EXPECT_EQ(only(said_of(fires), "outlook-contradicts").message,
              "Head of Parks says “forecast to meet”, but it is 420 so far, already more than the year’s 400.");
    Content early = with_word(visits("100", "90"), Outlook::met);
    early.measures[0].polarity = Polarity::lower;
    EXPECT_EQ(only(said_of(early), "outlook-contradicts").message,
              "Head of Parks says “target met”, but it is 190 so far against 400, and it can still grow before the "
              "year is over.");
    early.forecasts[0].outlook = Outlook::to_meet;
    EXPECT_TRUE(said_of(early).empty());
}

TEST(OutlookContradicts, LeavesAForecastAloneThatTurnedOutWrong) {
    Content content = with_word(visits("100", "90"), Outlook::to_miss);
    hand_in(content, "M1", {value("2012-13Q3", "150"), value("2012-13Q4", "150")});
    EXPECT_FALSE(has(checked(content, "2012-13Q4"), "outlook-contradicts"));
    content.forecasts[0].outlook = Outlook::missed;
    content.forecasts[0].made_in = period("2012-13Q4");
    EXPECT_EQ(only(checked(content, "2012-13Q4"), "outlook-contradicts").message,
              "Head of Parks says “target missed”, but the year ended at 490, against 400.");
}

Content told(std::optional<Direction> last_year, std::string_view change = {}) {
    Content content = visits("100", "90");
    hand_in(content, "M1", {value("2011-12Q1", "120"), value("2011-12Q2", "100")});
    content.updates = {update({SubjectKind::measure, "M1"}, "2012-13Q2", {})};
    content.updates[0].direction_last_year = last_year;
    content.updates[0].change_last_year = change;
    return content;
}

TEST(ToldDiffers, IsFoundIfAReportedDirectionIsNotTheComputedOne) {
    const Finding found = only(checked(told(Direction::risen), "2012-13Q2"), "told-differs");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "Reported as “risen” on a year before, but its figures say “worsened”, −30 on 220 (1 "
                             "April 2011 to 30 September 2011).");
    EXPECT_FALSE(has(checked(told(Direction::fallen), "2012-13Q2"), "told-differs"));
    EXPECT_FALSE(has(checked(told(Direction::worsened), "2012-13Q2"), "told-differs"));
    EXPECT_EQ(with_code(checked(told(Direction::improved), "2012-13Q2"), "told-differs").size(), 1u);
    EXPECT_EQ(with_code(checked(told(Direction::same), "2012-13Q2"), "told-differs").size(), 1u);
}

TEST(ToldDiffers, SaysNothingIfNoFigureIsKnown) {
    Content content = told(Direction::risen);
    content.returns.clear();
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "told-differs"));
    content.updates[0].outlook = Outlook::to_miss;
    EXPECT_EQ(figure_at(content, "2012-13Q2").outlook, Outlook::to_miss); // where nothing else is known it counts
    content.forecasts = {forecast("M1", "2012-13Q2", Outlook::to_meet)};
    EXPECT_EQ(only(checked(content, "2012-13Q2"), "told-differs").message,
              "Reported as “forecast to miss”, but by forecasts and figures it is “forecast to meet”.");
}

} // namespace
} // namespace qd::test
