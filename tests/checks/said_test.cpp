#include "checks/checking.hpp"
#include "checks/said/sentence.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

using Texts = std::vector<std::string>;

Texts words(std::string_view sentence) {
    Texts out;
    for (const auto& word : words_of(sentence)) out.push_back(word.text);
    return out;
}

TEST(Said, WordsAreReadInTheirPlainForms) {
    EXPECT_EQ(words("We didn’t meet the year-end target – it’s 1,234.5%."),
              (Texts{"we", "did", "not", "meet", "the", "year", "end", "target", "-", "it", "is", "1234.5", "%", "."}));
    EXPECT_EQ(words("£1.2m (net)"), (Texts{"£", "1.2", "m", "(", "net", ")"}));
}

TEST(Said, FormsOfAWordHaveOneStem) {
    EXPECT_EQ(stem_of("collected"), stem_of("collection"));
    EXPECT_EQ(stem_of("answers"), stem_of("answered"));
    EXPECT_EQ(stem_of("planning"), stem_of("planned"));
    EXPECT_NE(stem_of("letters"), stem_of("waste"));
}

// Times as "now", "previous", … or their days.
Texts times(std::string_view sentence) {
    const Calendar calendar(4);
    Texts out;
    for (const TimeSaid& time : times_said(words_of(sentence), calendar, Period::quarter(2024, 3))) {
        constexpr const char* names[] = {"now", "previous", "year ago", "named", "year end", "future"};
        std::string text = names[static_cast<int>(time.when)];
        if (time.when == When::named) text = print(*time.first) + " to " + print(*time.last);
        out.push_back(text);
    }
    return out;
}

TEST(Said, TimesAreFoundWithTheirDays) {
    EXPECT_EQ(times("In quarter 1 and in quarter 3"), (Texts{"2024-04-01 to 2024-06-30", "now"}));
    EXPECT_EQ(times("than in the quarter before, and than in the same quarter last year"),
              (Texts{"previous", "year ago"}));
    EXPECT_EQ(times("in 2022/23 and in October"), (Texts{"2022-04-01 to 2023-03-31", "2024-10-01 to 2024-10-31"}));
    EXPECT_EQ(times("the year to 31 March 2023"), (Texts{"2022-04-01 to 2023-03-31"}));
    EXPECT_EQ(times("February of 2023/24"), (Texts{"2024-02-01 to 2024-02-29"}));
    EXPECT_EQ(times("by March and by the year end, or next year"), (Texts{"year end", "year end", "future"}));
    EXPECT_EQ(times("red for the third quarter in a row"), Texts());
}

Texts amounts(const std::string& sentence) {
    const Words taken_apart = words_of(sentence);
    Texts out;
    for (const Amount& amount : amounts_said(taken_apart, {})) out.push_back(as_written(sentence, taken_apart, amount));
    return out;
}

Amount amount(const std::string& sentence) { return amounts_said(words_of(sentence), {}).at(0); }

TEST(Said, AmountsHaveUnitsAndHedges) {
    EXPECT_EQ(amounts("nearly 80% of 1,250 visits, £1.2m, 3.1 points, twenty-one days, over half and two in five"),
              (Texts{"nearly 80%", "1,250", "£1.2m", "3.1 points", "twenty-one days", "over half", "two in five"}));
    EXPECT_EQ(amounts("level 2, Q3, A1, the 12th, 16-year-olds, ages 5 to 7, 2.4 per 1,000"), (Texts{"2.4"}));
    EXPECT_EQ(amount("£1.2m").step, Decimal(100000));
    EXPECT_EQ(amount("a rise of 3 percentage points").unit, AmountUnit::points);
}

TEST(Said, AnAmountGivesAFigureToHalfAUnitOfWhatIsPrinted) {
    EXPECT_TRUE(tells(amount("76%"), *Decimal::parse("76.4")));
    EXPECT_FALSE(tells(amount("76%"), *Decimal::parse("76.6")));
    EXPECT_TRUE(tells(amount("nearly 5%"), *Decimal::parse("4.8")));
    EXPECT_FALSE(tells(amount("nearly 5%"), *Decimal::parse("7.4")));
    EXPECT_TRUE(tells(amount("over half"), *Decimal::parse("50.1")));
    EXPECT_FALSE(tells(amount("over half"), *Decimal::parse("42.2")));
    EXPECT_TRUE(tells(amount("fewer than 30"), Decimal(29)));
    EXPECT_FALSE(tells(amount("at least 30"), Decimal(29)));
}

// 92.4% of orders after 88.0%, against a target of 90; better high.
Content orders() {
    Content content = council();
    content.measures = {measure()};
    content.measures[0].title = "Orders sent on the day";
    content.measures[0].quantity = Quantity::percent;
    content.measures[0].decimals = 1;
    content.measures[0].polarity = Polarity::higher;
    hand_in(content, "M1", {value("2012-13Q1", "88"), value("2012-13Q2", "92.4")});
    Target target;
    target.measure = MeasureCode("M1");
    target.period = period("2012-13");
    target.value = Decimal(90);
    content.targets = {target};
    return content;
}

Texts said(const std::string& text) {
    Content content = orders();
    Update update_of_it = update({SubjectKind::measure, "M1"}, "2012-13Q2", std::nullopt);
    update_of_it.narrative = text;
    content.updates = {update_of_it};
    Texts codes;
    for (const Finding& finding : checked(content, "2012-13Q2"))
        if (finding.message.find("In: “") != std::string::npos)
            codes.push_back(std::string(print(finding.severity)) + " " + std::string(finding.code.text()));
    return codes;
}

TEST(Said, MovementsAreComparedWithTheFigures) {
    const Texts wrong = {"error word-against-figure"};
    EXPECT_EQ(said("Orders sent on the day fell on the quarter before."), wrong);
    EXPECT_EQ(said("Performance has not improved."), wrong);
    EXPECT_EQ(said("92.4%, down from 88% in quarter 1."), wrong);
    for (const char* right :
         {"Performance improved on quarter 1.", "We expect performance to fall.", "Costs fell.", "Fewer people called.",
          "We work to reduce delays.", "It rose from 88.0% to 92.4%, by 4.4 points."})
        EXPECT_EQ(said(right), Texts()) << right;
    EXPECT_EQ(said("Performance is up by 9 points on quarter 1."), Texts{"error change-of-figures"});
}

TEST(Said, TargetsAndStatusesAreComparedWithTheFigures) {
    const Texts wrong = {"error word-against-figure"};
    EXPECT_EQ(said("We missed the target."), wrong);
    EXPECT_EQ(said("The target was not met."), wrong);
    EXPECT_EQ(said("Just below target."), wrong);
    EXPECT_EQ(said("The measure is rated red."), wrong);
    EXPECT_EQ(said("The target was exceeded in every quarter."), wrong);
    for (const char* right :
         {"We met the target.", "No longer below target.", "Ahead of target.", "The national target was missed.",
          "The target was met in every quarter except quarter 1.", "The status is green.", "Green waste is up."})
        EXPECT_EQ(said(right), Texts()) << right;
}

TEST(Said, AmountsThatAreNotAFigureAreReported) {
    EXPECT_EQ(said("The rate is 95%."), Texts{"warning published-differs"});
    EXPECT_EQ(said("92.4% against a target of 94%."), Texts{"warning published-differs"});
    EXPECT_EQ(said("In quarter 1 it was 84%."), Texts{"error published-differs"});
    for (const char* right : {"The rate is 92.4%.", "In England it is 81%.", "60% of callers were content.",
                              "Of those who replied, 70% agreed.", "About 92% of orders went out."})
        EXPECT_EQ(said(right), Texts()) << right;
}

} // namespace
} // namespace qd::test
