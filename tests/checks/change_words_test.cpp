#include "checks/change_words.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

bool is_said(std::string_view words, int from, int to) {
    return is_of_size(change_said(words), Decimal(from), Decimal(to));
}

TEST(ChangeWords, KnowWhichWay) {
    for (const char* words : {"reduced", "Numbers have fallen", "a fall in", "fewer", "down on last year",
                              "less than last year’s drop", "halved"})
        EXPECT_EQ(change_said(words).way, Way::down) << words;
    for (const char* words :
         {"increased", "on the rise", "more", "up", "doubled", "more than doubled", "less than doubled"})
        EXPECT_EQ(change_said(words).way, Way::up) << words;
}

TEST(ChangeWords, AreWholeWordsOnly) {
    for (const char* words : {"unless", "enterprise", "fellow", "waterfall", "drop-in centre", "flower", "moreover",
                              "supply", "double-decker", ""})
        EXPECT_FALSE(change_said(words).way) << words;
}

TEST(ChangeWords, SayNothingIfTheySayBothOrDeny) {
    for (const char* words :
         {"did not fall", "didn’t rise", "no increase", "rose and then fell", "halved the growth", "never higher"})
        EXPECT_FALSE(change_said(words).way) << words;
}

TEST(ChangeWords, SayASize) {
    EXPECT_EQ(change_said("doubled").share, Decimal(1));
    EXPECT_EQ(change_said("more than trebled").share, Decimal(2));
    EXPECT_EQ(change_said("halved").share, Decimal::parse("-0.5"));
    EXPECT_EQ(change_said("rose by a quarter").share, Decimal::parse("0.25"));
    EXPECT_EQ(change_said("fell by nearly two thirds").share, Decimal::parse("-0.666667"));
    EXPECT_EQ(change_said("cut to a tenth").share, Decimal::parse("-0.9"));
    EXPECT_EQ(change_said("fell by half").share, Decimal::parse("-0.5"));
    for (const char* words : {"reduced in the third quarter", "rose by the third quarter", "fell by 12",
                              "up to a quarter", "fell to less than half", "increased"})
        EXPECT_FALSE(change_said(words).share) << words;
}

TEST(ChangeWords, AllowATenthOfTheSizeEitherWay) {
    EXPECT_TRUE(is_said("doubled", 100, 190));
    EXPECT_TRUE(is_said("doubled", 100, 210));
    EXPECT_FALSE(is_said("doubled", 100, 189));
    EXPECT_FALSE(is_said("doubled", 100, 211));
    EXPECT_FALSE(is_said("doubled", 14, 35));
    EXPECT_TRUE(is_said("halved", 100, 55));
    EXPECT_FALSE(is_said("halved", 100, 56));
    EXPECT_TRUE(is_said("fell by a third", 90, 60));
    EXPECT_FALSE(is_said("fell by a third", 90, 65));
}

TEST(ChangeWords, AreTakenAtTheirWord) {
    EXPECT_TRUE(is_said("more than doubled", 14, 35));
    EXPECT_TRUE(is_said("more than doubled", 100, 200));
    EXPECT_FALSE(is_said("more than doubled", 100, 199));
    EXPECT_TRUE(is_said("nearly doubled", 100, 175));
    EXPECT_FALSE(is_said("nearly doubled", 100, 174));
    EXPECT_FALSE(is_said("nearly doubled", 100, 201));
    EXPECT_TRUE(is_said("about halved", 100, 40));
    EXPECT_FALSE(is_said("about halved", 100, 37));
    EXPECT_TRUE(is_said("doubled", 0, 5)); // nothing to compare with
}

TEST(ChangeWords, KnowBetterFromWorse) {
    EXPECT_EQ(judgement_said("improved"), 1);
    EXPECT_EQ(judgement_said("much worse"), -1);
    EXPECT_EQ(judgement_said("has not improved"), 0);
    EXPECT_EQ(judgement_said("better here, worse there"), 0);
    EXPECT_EQ(judgement_said("rose"), 0);
}

} // namespace
} // namespace qd::test
