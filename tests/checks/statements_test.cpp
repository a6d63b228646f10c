#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Findings said_of(const Statement& stated) {
    Content content = council();
    content.statements = {stated};
    return checked(content, "2012-13Q1");
}

Statement percent(std::string_view stated, int count, int whole) {
    Statement made = statement("pupils with English but not maths");
    made.stated = number(stated);
    made.count = Decimal(count);
    made.denominator = Decimal(whole);
    return made;
}

Statement sum(std::string_view stated, std::initializer_list<std::string_view> parts,
              std::string_view label = "pupils affected") {
    Statement made = statement(label);
    made.stated = number(stated);
    for (const std::string_view part : parts) made.parts.push_back(number(part));
    return made;
}

Statement change(std::string_view words, std::string_view from, std::string_view to) {
    Statement made = statement("readers");
    made.words = words;
    made.from = number(from);
    made.to = number(to);
    return made;
}

Statement difference(std::string_view stated, std::string_view from, std::string_view to, std::string_view words = "") {
    Statement made = change(words, from, to);
    made.stated = number(stated);
    return made;
}

Statement age(std::string_view stated, std::string_view ended, std::string_view read) {
    Statement made = statement("age of the figure");
    made.stated = number(stated);
    made.date = day(ended);
    made.window_to = day(read);
    return made;
}

TEST(PercentOfCount, IsFoundWhereItDoesNotFollow) {
    const Finding found = only(said_of(percent("12.9", 11, 93)), "percent-of-count");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.place, "Paragraph 1");
    EXPECT_EQ(found.message,
              "Pupils with English but not maths: 11 printed as 12.9% of 93, but 11 of 93 is 11.8%, and 12.9% is 12.");
    EXPECT_EQ(found.remedy, "Correct the count or the percentage.");
}

TEST(PercentOfCount, IsRightAtTheDecimalsPrinted) {
    for (const char* stated : {"11.8", "11.83", "12", "11.828"})
        EXPECT_FALSE(has(said_of(percent(stated, 11, 93)), "percent-of-count")) << stated;
    EXPECT_TRUE(has(said_of(percent("11.9", 11, 93)), "percent-of-count"));
    EXPECT_FALSE(has(said_of(percent("50", 0, 0)), "percent-of-count"));
    EXPECT_FALSE(has(said_of(percent("12.5", 1, 8)), "percent-of-count"));
    EXPECT_FALSE(has(said_of(percent("13", 1, 8)), "percent-of-count")); // half away from zero
    EXPECT_TRUE(has(said_of(percent("12", 1, 8)), "percent-of-count"));
}

TEST(PercentOfCount, NamesNoCountWhereNoneFits) {
    EXPECT_EQ(only(said_of(percent("40", 1, 3)), "percent-of-count").message,
              "Pupils with English but not maths: 1 printed as 40% of 3, but 1 of 3 is 33%.");
}

TEST(PartsOfCount, AreFoundIfTheyDoNotAddUp) {
    const Finding found = only(said_of(sum("19", {"6", "11", "8"})), "parts-of-count");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "Pupils affected: 19 stated, but the parts 6, 11 and 8 make 25.");
    EXPECT_EQ(only(said_of(sum("19", {"18"})), "parts-of-count").message,
              "Pupils affected: 19 stated, but the only part is 18.");
    EXPECT_FALSE(has(said_of(sum("25", {"6", "11", "8"})), "parts-of-count"));
    EXPECT_TRUE(has(said_of(sum("26", {"6", "11", "8"})), "parts-of-count"));
}

TEST(PartsOfCount, MayHaveBeenRoundedBeforeTheyWerePrinted) {
    EXPECT_FALSE(has(said_of(sum("8.7", {"5.2", "3.5"})), "parts-of-count"));
    EXPECT_FALSE(has(said_of(sum("8.8", {"5.2", "3.5"})), "parts-of-count")); // 5.24 and 3.54
    EXPECT_TRUE(has(said_of(sum("8.9", {"5.2", "3.5"})), "parts-of-count"));
    EXPECT_TRUE(has(said_of(sum("1.1", {"1.0"})), "parts-of-count"));
    EXPECT_FALSE(has(said_of(sum("100", {"33", "33", "33"}, "% of returns")), "parts-of-count"));
    EXPECT_TRUE(has(said_of(sum("100", {"33", "33", "33"}, "returns")), "parts-of-count"));
}

TEST(WordAgainstFigure, IsFoundIfTheWordGoesTheOtherWay) {
    const Finding found = only(said_of(change("fewer", "35", "51")), "word-against-figure");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "“fewer” for a change from 35 to 51.");
    EXPECT_EQ(only(said_of(change("reduced", "35", "35")), "word-against-figure").message,
              "“reduced” for 35 that stayed the same.");
    EXPECT_FALSE(has(said_of(change("fewer", "51", "35")), "word-against-figure"));
    EXPECT_FALSE(has(said_of(change("unless", "35", "51")), "word-against-figure"));
}

TEST(WordAgainstFigure, IsFoundIfTheWordSaysADifferentSize) {
    const Finding found = only(said_of(change("doubled", "14", "35")), "word-against-figure");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "“doubled” from 14 to 35: 35 is 2.5 times 14.");
    EXPECT_EQ(found.remedy, "Say “rose from 14 to 35”.");
    EXPECT_EQ(only(said_of(change("halved", "63", "43")), "word-against-figure").message,
              "“halved” from 63 to 43: 43 is 31.7% less than 63.");
    EXPECT_FALSE(has(said_of(change("doubled", "14", "28")), "word-against-figure"));
    EXPECT_FALSE(has(said_of(change("more than doubled", "14", "35")), "word-against-figure"));
}

TEST(ChangeOfFigures, IsFoundIfTheDifferenceDiffers) {
    const Finding found = only(said_of(difference("500", "6869", "7363")), "change-of-figures");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "Readers: a change of 500 stated, but from 6,869 to 7,363 it is 494.");
    EXPECT_FALSE(has(said_of(difference("494", "6869", "7363")), "change-of-figures"));
    EXPECT_FALSE(has(said_of(difference("494", "7363", "6869", "fell")), "change-of-figures")); // "fell by 494"
    EXPECT_TRUE(has(said_of(difference("-494", "6869", "7363")), "change-of-figures"));
}

TEST(ChangeOfFigures, AllowsForRounding) {
    EXPECT_FALSE(has(said_of(difference("0.9", "84.5", "85.3")), "change-of-figures")); // 84.45 and 85.34
    EXPECT_TRUE(has(said_of(difference("1.1", "84.5", "85.3")), "change-of-figures"));
    EXPECT_FALSE(has(said_of(difference("1", "84.5", "85.3")), "change-of-figures")); // 0.8, to a whole point
    EXPECT_FALSE(has(said_of(difference("6", "140.5", "146")), "change-of-figures")); // 5.5
    EXPECT_TRUE(has(said_of(difference("7", "140.5", "146")), "change-of-figures"));
    EXPECT_TRUE(has(said_of(difference("7", "140", "146")), "change-of-figures")); // whole counts are exact
    EXPECT_FALSE(has(said_of(difference("13.8", "2295", "2612", "up 13.8%")), "change-of-figures"));
    EXPECT_TRUE(has(said_of(difference("13.8", "2295", "2612", "up")), "change-of-figures"));
}

TEST(Lag, IsTheMonthsFromTheEndOfWhatIsDescribed) {
    Statement late = age("18", "2010-12-31", "2013-02-26");
    late.words = "18 months old";
    const Finding found = only(said_of(late), "lag");
    EXPECT_EQ(found.severity, Severity::note);
    EXPECT_EQ(found.message, "Said to be 18 months old, but what it describes ended 26 months before 26 February 2013, "
                             "on 31 December 2010.");
    EXPECT_EQ(found.remedy, "Correct the age, or print the period the figure describes.");
    EXPECT_EQ(
        only(said_of(age("3", "2012-12-31", "2013-01-31")), "lag").message,
        "Said to be 3 months old, but what it describes ended 1 month before 31 January 2013, on 31 December 2012.");
}

TEST(Lag, AcceptsEitherWholeMonthNextToTheTrueAge) {
    for (const char* stated : {"25", "26"})
        EXPECT_FALSE(has(said_of(age(stated, "2010-12-31", "2013-02-26")), "lag")) << stated;
    for (const char* stated : {"24", "27"})
        EXPECT_TRUE(has(said_of(age(stated, "2010-12-31", "2013-02-26")), "lag")) << stated;
    EXPECT_TRUE(has(said_of(age("2", "2012-12-31", "2013-01-31")), "lag")); // exactly one month
    EXPECT_EQ(only(said_of(age("2", "2013-03-31", "2013-02-26")), "lag").message,
              "Said to be 2 months old, but what it describes ended on 31 March 2013, after 26 February 2013.");
}

TEST(NotComputed, IsReportedForFiguresTooFarApart) {
    const Finding found = only(said_of(change("doubled", "0.000001", "1000000")), "not-computed");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "Its figures are too large, or too far apart, to be computed again.");
    EXPECT_TRUE(has(said_of(percent("100", 1, 2)), "percent-of-count"));
}

TEST(Statements, AreReadOnlyForTheirOwnPeriod) {
    Content content = council();
    content.statements = {sum("19", {"6", "11", "8"})};
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "parts-of-count"));
}

} // namespace
} // namespace qd::test
