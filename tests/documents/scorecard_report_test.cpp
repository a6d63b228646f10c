#include "documents/sections/scorecard_report.hpp"

#include "base/error.hpp"
#include "charts/markup.hpp"
#include "charts/samples.hpp"
#include "documents/composed.hpp"
#include "documents/formats/html.hpp"
#include "documents/lancashire.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/exception_section.hpp"
#include "documents/sections/exceptions.hpp"
#include "documents/sections/figure_reading.hpp"
#include "documents/sections/recovery_section.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace qd {
namespace {

std::string article(const test::SmallCouncil& council) { return article_html(test::composed(council.report())); }

// The words alone, as somebody would hear them.
std::string words_of(const std::string& html) {
    std::string out;
    bool inside = false;
    for (const char c : html) {
        if (c == '<') inside = true;
        const bool space = inside || c == ' ' || c == '\n';
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
        if (c == '>') inside = false;
    }
    return out;
}

void expect_in_order(const std::string& text, const std::vector<std::string>& parts) {
    std::size_t at = 0;
    for (const std::string& part : parts) {
        const auto found = text.find(part, at);
        ASSERT_NE(found, std::string::npos) << "“" << part << "” is missing, or comes too early";
        at = found;
    }
}

TEST(ScorecardReport, HasTheShapeOfACommitteePaper) {
    expect_in_order(words_of(article(test::small_lancashire())),
                    {"Lancashire County Council",
                     "Cabinet Committee on Performance Improvement",
                     "Meeting to be held on Tuesday 26 February 2013",
                     "Item 4",
                     "Report of",
                     "Chief Executive",
                     "as at 15 February 2013",
                     "Purpose of the report",
                     "Executive summary",
                     "Recommendations",
                     "The Cabinet Committee on Performance Improvement is asked to:",
                     "comment on the reported performance against the corporate scorecard; and",
                     "review the recovery plans and advise.",
                     "The 3 measures off target",
                     "Measures off target in full",
                     "What changed since 2012/13 quarter 2",
                     "The whole scorecard",
                     "What the checker found",
                     "Consultations",
                     "Implications",
                     "Background papers",
                     "22 November 2012",
                     "Sources and definitions",
                     "How status is judged",
                     "Which figures these are",
                     "Made by Quarterday 0.1"});
}

TEST(ScorecardReport, CountsWithDenominators) {
    const std::string words = words_of(article(test::small_lancashire()));
    EXPECT_NE(words.find("has 5 measures. 2 of 5 (40%) are forecast to meet their year-end target; 3 (60%) have "
                         "missed it or are forecast to miss it."),
              std::string::npos);
    EXPECT_NE(words.find("Of the 3 that can be rated now, 1 is green and 2 are red; 2 are not rated."),
              std::string::npos);
    EXPECT_NE(words.find("2 of the 3 measures off target have a recovery plan."), std::string::npos);
}

TEST(ScorecardReport, PutsTheFurthestFromTargetFirst) {
    const test::SmallCouncil council = test::small_lancashire();
    const std::vector<const Figure*> off = exceptions(council.now);
    ASSERT_EQ(off.size(), 3U);
    EXPECT_EQ(off[0]->measure.text(), "CYP1"); // 28% short
    EXPECT_EQ(off[1]->measure.text(), "ASC1"); // 6% short
    EXPECT_EQ(off[2]->measure.text(), "ASC2"); // no figure
}

TEST(ScorecardReport, TellsEachExceptionInFull) {
    expect_in_order(words_of(article(test::small_lancashire())),
                    {"2. Self directed support",
                     "Red , 84.5% against 90%",
                     "Forecast to miss , 90% expected against 95%",
                     "Up 2.5 points on the figure before, but 5.5 points behind the profile",
                     "19,252 of 22,779",
                     "1,250 more would make 90%, which is 20,502 of 22,779",
                     "90% , by County Operations Manager",
                     "On the period before",
                     "improved, +2.5 points on 82.0% (2012/13 quarter 2)",
                     "On a year earlier",
                     "improved, +14.2 points on 70.3% (2011/12 quarter 3)",
                     "Transfers at review have slowed.",
                     "Why it falls short",
                     "Households that share",
                     "What is being done",
                     "not given",
                     "5 November 2012",
                     "Complete",
                     "County Operations Manager",
                     "monthly",
                     "1 January 2013 to 31 March 2013, phase 1",
                     "3. Carers receiving assessments or reviews",
                     "overdue , was due on 18 January 2013",
                     "Presented to the Cabinet Committee on Performance Improvement on 21 February 2012."});
}

TEST(ScorecardReport, TellsWhatChanged) {
    expect_in_order(words_of(article(test::small_lancashire())),
                    {"1 measure that was off target is back on track; 1 measure is newly off target.", "Back on track",
                     "Potholes mended within 30 days", "87% against 90%", "90% against 90%", "Newly off target",
                     "Children looked after", "Judged differently", "Self directed support", "82.0% against 85%",
                     "1 measure is new on the scorecard"});
    test::SmallCouncil council = test::small_lancashire();
    ScorecardReportInput input = council.report();
    input.before.reset();
    EXPECT_EQ(article_html(test::composed(input)).find("What changed"), std::string::npos);
}

TEST(ScorecardReport, EscapesWhatPeopleWrote) {
    const std::string html = article(test::small_lancashire());
    EXPECT_NE(html.find("A measure &lt;without&gt; a figure &amp; a name"), std::string::npos);
}

TEST(ScorecardReport, IsTheSameEachTime) {
    EXPECT_EQ(article(test::small_lancashire()), article(test::small_lancashire()));
}

TEST(ScorecardReport, StandsWithoutAPaperAndWithoutFigures) {
    test::SmallCouncil council = test::small_lancashire();
    ScorecardReportInput input = council.report();
    input.paper.reset();
    input.findings.clear();
    EXPECT_EQ(test::composed(input).title, "Scorecard, 2012/13 quarter 3");
    EXPECT_NE(article_html(test::composed(input)).find("nothing was found"), std::string::npos);
    input.now.figures.clear();
    input.now.counts = {};
    const std::string html = article_html(test::composed(input));
    EXPECT_NE(html.find("No measure is off target"), std::string::npos);
    EXPECT_TRUE(test::read_markup(html).faults.empty());
}

TEST(ScorecardReport, DoesNotSayThatNoneIsOffTargetWhereNoneCanBeJudged) {
    test::SmallCouncil council = test::small_lancashire();
    for (Figure& figure : council.now.figures) {
        figure.status.status = Status::not_rated;
        figure.outlook = Outlook::unknown;
    }
    council.now.counts.rated = council.now.counts.outlook_meet = council.now.counts.outlook_miss = 0;
    const std::string html = article(council);
    EXPECT_NE(html.find("It is not known whether any measure is off target"), std::string::npos);
    EXPECT_EQ(html.find("No measure is off target"), std::string::npos);
}

TEST(ScorecardReport, RefusesAMeasureThatIsNotThere) {
    test::SmallCouncil council = test::small_lancashire();
    council.now.figures[0].measure = MeasureCode("GONE");
    EXPECT_THROW(test::composed(council.report()), Error);
}

TEST(RecoveryPlan, IsTheNewestOpenOneOfItsTime) {
    test::SmallCouncil council = test::small_lancashire();
    std::vector<RecoveryPlan>& plans = council.content.recovery_plans;
    const auto found = [&](const char* period) {
        return plan_for(council.content, MeasureCode("ASC1"), Period::parse(period).value(), council.as_at);
    };
    EXPECT_EQ(found("2012-13Q2"), nullptr) << "raised only in quarter 3";
    ASSERT_NE(found("2012-13Q3"), nullptr);
    plans[0].state = RecoveryPlanState::closed;
    plans[0].closed_on = Date::parse("2013-02-16");
    EXPECT_NE(found("2012-13Q3"), nullptr) << "closed only after the time of knowledge";
    plans[0].closed_on = Date::parse("2013-02-15");
    EXPECT_EQ(found("2012-13Q3"), nullptr);
}

TEST(GapInCases, IsCountedInIntegers) {
    test::SmallCouncil council = test::small_lancashire();
    const Measure& measure = council.content.measures[1];
    Figure figure = council.now.figures[1];
    figure.goal->lower = figure.goal->aim = Decimal(95);
    EXPECT_EQ(gap_in_cases(measure, figure), "2,389 more would make 95%, which is 21,641 of 22,779");
    figure.numerator = Decimal(21641);
    EXPECT_EQ(gap_in_cases(measure, figure), "");
    Measure smaller = measure;
    smaller.polarity = Polarity::lower;
    figure.goal->lower.reset();
    figure.goal->upper = figure.goal->aim = Decimal(10);
    figure.numerator = Decimal(12);
    figure.denominator = Decimal(93);
    EXPECT_EQ(gap_in_cases(smaller, figure), "3 fewer would make 10%, which is 9 of 93");
    figure.denominator.reset();
    EXPECT_EQ(gap_in_cases(smaller, figure), "");
}

TEST(CommentaryPart, TellsWhatIsSaidOfMeasuresThatAreNotToldInFull) {
    test::SmallCouncil council = test::small_lancashire();
    EXPECT_TRUE(commentary_part(council.report()).empty()) << "ASC1 is off target: its commentary stands there";
    const auto in_full = exceptions(council.now);
    for (const Measure& measure : council.content.measures)
        if (std::ranges::none_of(in_full, [&](const Figure* figure) { return figure->measure == measure.code; })) {
            Update& said = council.content.updates.emplace_back();
            said.subject = {SubjectKind::measure, measure.code.text()};
            said.period = council.now.period;
            said.narrative = "Up on **two** quarters.";
            break;
        }
    ASSERT_EQ(council.content.updates.size(), 2u);
    Document document;
    document.blocks = commentary_part(council.report());
    const std::string words = words_of(article_html(document));
    expect_in_order(words, {"Commentary on the other measures", "Up on two quarters."});
    EXPECT_EQ(words.find("Transfers at review"), std::string::npos);
    council.content.updates.back().known_at = Instant::end_of(council.as_at.date().plus_days(1));
    EXPECT_TRUE(commentary_part(council.report()).empty()) << "not known yet";
}

TEST(Phrases, SayTargetsAsPeopleSetThem) {
    const Measure measure = test::small_lancashire().content.measures[1];
    EXPECT_EQ(show_set(measure, Decimal(95)), "95%");
    EXPECT_EQ(show_set(measure, test::dec("38.6")), "38.6%");
    Goal goal;
    goal.lower = Decimal(10);
    goal.upper = Decimal(20);
    EXPECT_EQ(goal_words(measure, goal), "10% to 20%");
    goal.upper.reset();
    goal.strict = true;
    EXPECT_EQ(goal_words(measure, goal), "more than 10%");
    goal.state = TargetState::suspended;
    EXPECT_EQ(goal_words(measure, goal), "more than 10%, suspended");
    goal = {};
    goal.kind = TargetKind::words;
    goal.words = "to be judged by the panel";
    EXPECT_EQ(goal_words(measure, goal), "to be judged by the panel");
    EXPECT_EQ(decapitalised("Comment on it"), "comment on it");
    EXPECT_EQ(decapitalised("NEET figures"), "NEET figures");
    EXPECT_EQ(in_words({"a", "b", "c"}), "a, b and c");
}

} // namespace
} // namespace qd
