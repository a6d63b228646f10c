#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

// A share in per cent: 840 of 1,000 in 2012-13Q1, 800 in the quarter before, 860 a year before.
Content council_with_share(Polarity polarity = Polarity::higher) {
    Content content = council();
    Measure share = measure();
    share.title = "The share";
    share.quantity = Quantity::percent;
    share.per = 100;
    share.decimals = 1;
    share.polarity = polarity;
    content.measures = {share};
    hand_in(content, "M1",
            {parts("2011-12Q1", "860", "1000"), parts("2011-12Q4", "800", "1000"), parts("2012-13Q1", "840", "1000")});
    return content;
}

Statement bound(Binding binding, std::string_view stated, std::string_view words = "") {
    Statement made = statement("people waiting");
    made.binding = binding;
    made.words = words;
    made.subject = {SubjectKind::measure, "M1"};
    if (!stated.empty()) made.stated = number(stated);
    return made;
}

Findings said_of(Content content, const Statement& stated) {
    content.statements = {stated};
    return checked(content, "2012-13Q1");
}

TEST(StatedValue, IsComparedAsPrinted) {
    const Finding found = only(said_of(council_with_share(), bound(Binding::value, "85")), "published-differs");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "85% printed for The share, but the figure is 84.0%.");
    for (const char* stated : {"84", "84.0"})
        EXPECT_FALSE(has(said_of(council_with_share(), bound(Binding::value, stated)), "published-differs"));
    EXPECT_TRUE(has(said_of(council_with_share(), bound(Binding::value, "84.1")), "published-differs"));
}

TEST(StatedChange, IsFoundIfTheWordsGoTheOtherWay) {
    const Finding found =
        only(said_of(council_with_share(), bound(Binding::change_last_year, "", "increased")), "word-against-figure");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "“increased”, but The share went from 86.0% (2011/12 quarter 1) to 84.0% (2012/13 quarter "
                             "1), −2.0 points: it worsened.");
    EXPECT_FALSE(
        has(said_of(council_with_share(), bound(Binding::change_last_year, "", "reduced")), "word-against-figure"));
    EXPECT_FALSE(
        has(said_of(council_with_share(), bound(Binding::change_previous, "", "increased")), "word-against-figure"));
    EXPECT_TRUE(
        has(said_of(council_with_share(), bound(Binding::change_previous, "", "reduced")), "word-against-figure"));
}

TEST(StatedChange, IsFoundWhereWorseIsCalledBetter) {
    EXPECT_EQ(
        only(said_of(council_with_share(), bound(Binding::change_last_year, "", "improved")), "word-against-figure")
            .severity,
        Severity::error);
    EXPECT_FALSE(has(said_of(council_with_share(Polarity::lower), bound(Binding::change_last_year, "", "improved")),
                     "word-against-figure"));
    EXPECT_TRUE(
        has(said_of(council_with_share(), bound(Binding::change_previous, "", "worse")), "word-against-figure"));
}

TEST(StatedChange, IsComparedInItsOwnUnitOrInPerCent) {
    EXPECT_FALSE(has(said_of(council_with_share(), bound(Binding::change_previous, "4")), "published-differs"));
    EXPECT_FALSE(has(said_of(council_with_share(), bound(Binding::change_last_year, "2", "fell by 2 points")),
                     "published-differs"));
    EXPECT_FALSE(
        has(said_of(council_with_share(), bound(Binding::change_percent_last_year, "-2.3")), "published-differs"));
    EXPECT_FALSE(has(said_of(council_with_share(), bound(Binding::change_previous, "5", "up 5%")),
                     "published-differs")); // 40 of 800
    EXPECT_EQ(only(said_of(council_with_share(), bound(Binding::change_previous, "5")), "published-differs").message,
              "A change of 5 printed for The share, which went from 80.0% (2011/12 quarter 4) to 84.0% (2012/13 "
              "quarter 1), +4.0 points, or 5.0%.");
    const Finding average =
        only(said_of(council_with_share(), bound(Binding::change_previous, "8", "nearly 8%")), "average-differs");
    EXPECT_EQ(average.severity, Severity::note);
    EXPECT_EQ(average.message, "“nearly 8%” people waiting, but the measure itself went from 80.0% (2011/12 quarter 4) "
                               "to 84.0% (2012/13 quarter 1), +4.0 points.");
}

Statement expected(std::string_view stated, std::string_view more) {
    Statement made = bound(Binding::forecast, stated);
    made.count = number(more);
    return made;
}

TEST(StatedForecast, IsFoundWhereAllThatIsLeftDoesNotReachIt) {
    const Finding found = only(said_of(council_with_share(), expected("90", "50")), "forecast-above-plan");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message,
              "The officer expects 90%, but all 50 people waiting would make 890 of 1,000, which is 89.0%.");
    EXPECT_EQ(found.remedy, "Correct the forecast, or say what will add another 10.");
    EXPECT_FALSE(has(said_of(council_with_share(), expected("90", "60")), "forecast-above-plan"));
    EXPECT_FALSE(
        has(said_of(council_with_share(), expected("90", "55")), "forecast-above-plan")); // 89.5 is 90 as printed
    EXPECT_TRUE(has(said_of(council_with_share(), expected("90", "54")), "forecast-above-plan"));
    EXPECT_EQ(only(said_of(council_with_share(), expected("90.05", "50")), "forecast-above-plan").remedy,
              "Correct the forecast, or say what will add another 11."); // 900.5 people are 901
}

TEST(StatedForecast, SubtractsIfFewerIsBetter) {
    const Content content = council_with_share(Polarity::lower);
    EXPECT_FALSE(has(said_of(content, expected("80", "40")), "forecast-above-plan"));
    const Finding found = only(said_of(content, expected("80", "20")), "forecast-above-plan");
    EXPECT_EQ(found.message,
              "The officer expects 80%, but all 20 people waiting taken away leave 820 of 1,000, which is 82.0%.");
    EXPECT_EQ(found.remedy, "Correct the forecast, or say what will take away another 20.");
}

TEST(StatedFigures, AreForTheWholeCouncil) {
    Content content = council_with_share();
    content.statements = {bound(Binding::value, "85")};
    content.areas.push_back({AreaCode("E07000118"), "A district", AreaKind::district, county, {}, {}});
    const Scorecard district{period("2012-13Q1"), AreaCode("E07000118"), moment("2020-01-01"), {}, {}};
    const Partnership partnership;
    EXPECT_FALSE(has(check({content, period("2012-13Q1"), moment("2020-01-01"), district, {}, partnership, {}, {}}),
                     "published-differs"));
}

} // namespace
} // namespace qd::test
