#include "checks/checking.hpp"
#include "checks/prose.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

std::vector<std::string> numbers(const std::string& sentence) {
    std::vector<std::string> out;
    for (const ProseNumber& number : numbers_in(sentence)) out.push_back(as_written(sentence, number));
    return out;
}

using Words = std::vector<std::string>;

TEST(Prose, FindsSentences) {
    EXPECT_EQ(
        sentences_of("# A heading\n\nOne of 84.5% is\nbroken. Two (see p. 3).\n\n- an item\n- another, e.g. this\n"),
        (Words{"One of 84.5% is broken.", "Two (see p. 3).", "an item", "another, e.g. this"}));
}

TEST(Prose, FindsNumbersThatMayBeClaims) {
    EXPECT_EQ(numbers("19,252 of 22,779 people: 84.5%, or 12 per cent; seventeen"),
              (Words{"19,252", "22,779", "84.5%", "12 per cent", "seventeen"}));
    EXPECT_EQ(
        numbers("On 3 July 2017, in 2012/13 quarter 3, quarters 1 and 2, level 2, Q3, ASC1, the 12th, 16-year-olds"),
        Words());
    EXPECT_EQ(numbers("ages 0 to 11 and 11 to 18"), Words());
}

// A share in per cent, 12 of 93, after 11.9%; better high.
Content shares() {
    Content content = council();
    content.measures.clear();
    return content;
}

Findings said_by_paper(Content content, const std::string& text) {
    Paper paper;
    paper.code = PaperCode("P");
    paper.report = "scorecard";
    paper.title = "Paper";
    paper.period = period("2012-13Q1");
    paper.body_text = text;
    content.papers = {paper};
    return checked(content, "2012-13Q1");
}

Words codes_of(const Findings& findings) {
    Words codes;
    for (const Finding& finding : findings)
        if (finding.message.find("In: “") != std::string::npos) codes.emplace_back(finding.code.text());
    return codes;
}

Words said(const std::string& text) { return codes_of(said_by_paper(shares(), text)); }

TEST(Claims, SharesOfCountsAreComputedAgain) {
    EXPECT_EQ(said("Of the pupils 11 of 93 (12.9%) had English."), Words{"percent-of-count"});
    EXPECT_EQ(said("Of the pupils 12 of 93 (12.9%) had English."), Words());
    EXPECT_EQ(said("We reached 19,252 of 22,779 people: 84.5%, against 90% for the quarter."), Words());
    EXPECT_EQ(said("We reached 87% (30 of the 35)."), Words{"percent-of-count"});
    EXPECT_EQ(said("86% (30 of the 35) will do."), Words());
}

TEST(Claims, PartsMakeTheirSum) {
    EXPECT_EQ(said("The paper counts 19 pupils affected: 6 with a grade D; 11 with English; 8 with maths."),
              Words{"parts-of-count"});
    EXPECT_EQ(said("The paper counts 25 pupils affected: 6 with a grade D; 11 with English; 8 with maths."), Words());
    EXPECT_EQ(said("Three things matter: 6 were tried; more were not."), Words());
}

TEST(Claims, WordsForAChangeFitItsFigures) {
    EXPECT_EQ(said("The share rose from 14% in 2011 to 35% in 2012, it doubled."), Words{"word-against-figure"});
    EXPECT_EQ(said("The share rose from 14% in 2011 to 28% in 2012, it doubled."), Words());
    EXPECT_EQ(said("The tally rose from 63 in February to 43 in December."), Words{"word-against-figure"});
    EXPECT_EQ(said("The tally fell from 63 in February to 43 in December."), Words());
    EXPECT_EQ(said("We work from 8 to 6."), Words());
}

TEST(Claims, UnevenSharesAndMajoritiesAreNoted) {
    EXPECT_EQ(said("22 priority projects were completed in the 8 neighbourhood areas."), Words{"share-uneven"});
    EXPECT_EQ(said("24 priority projects were completed in the 8 neighbourhood areas."), Words());
    EXPECT_EQ(said("The majority of measures are green."), Words{"majority-without-count"});
}

TEST(Claims, AWaveThatIsCountedSaysItOnce) {
    Content content = shares();
    Wave wave;
    wave.code = WaveCode("W");
    wave.title = "Neighbourhood projects";
    wave.period = period("2012-13");
    wave.completed = Decimal(22);
    wave.areas = Decimal(8);
    content.waves = {wave};
    const std::string text = "22 priority projects were completed in the 8 neighbourhood areas.";
    EXPECT_EQ(only(said_by_paper(content, text), "share-uneven").place, "Neighbourhood projects");
    content.waves[0].completed = Decimal(24);
    EXPECT_EQ(only(said_by_paper(content, text), "share-uneven").place, "Paper");
}

TEST(Claims, UnsupportedNumbersAreOneNote) {
    const Findings findings = said_by_paper(shares(), "It was 58% here and 54% there. A third text says 7,000 and 3.");
    const Finding note = only(findings, "claims-not-bound");
    EXPECT_EQ(note.severity, Severity::note);
    EXPECT_EQ(note.message, "3 figures in 1 text could not be compared with anything: 58% (Paper); 54% "
                            "(Paper); 7,000 (Paper).");
}

TEST(Claims, WhatAStatementSaysIsLeftToIt) {
    Content content = shares();
    Statement doubled = statement("share");
    doubled.from = Decimal(14);
    doubled.to = Decimal(35);
    doubled.words = "doubled";
    content.statements = {doubled};
    EXPECT_EQ(codes_of(said_by_paper(content, "It rose from 14% to 35%, it doubled.")), Words());
}

Findings said_of_measure(Content content, const std::string& text) {
    Update said_in = update({SubjectKind::measure, "M1"}, "2012-13Q2", std::nullopt);
    said_in.narrative = text;
    content.updates = {said_in};
    return with_code(checked(content, "2012-13Q2"), "points-as-percent");
}

TEST(Claims, AChangeOfAPercentageIsInPointsOrUnclear) {
    Content content = council();
    content.measures = {measure()};
    content.measures[0].quantity = Quantity::percent;
    content.measures[0].decimals = 1;
    hand_in(content, "M1", {value("2012-13Q2", "85.3")});
    for (const char* text : {"An increase of 3.1% on quarter 1.", "It is up 3.1% on quarter 1.", "It fell by 3.1%."}) {
        const Findings found = said_of_measure(content, text);
        ASSERT_EQ(found.size(), 1u) << text;
        EXPECT_NE(found[0].message.find("may be points or per cent"), std::string::npos);
    }
    for (const char* text : {"An increase of 3.1 points.", "85.3% after an increase.", "Of those asked, 3.1% agreed."})
        EXPECT_TRUE(said_of_measure(content, text).empty()) << text;
    hand_in(content, "M1", {value("2012-13Q1", "82.2")});
    const Findings known = said_of_measure(content, "An increase of 3.1% on quarter 1.");
    ASSERT_EQ(known.size(), 1u);
    EXPECT_NE(known[0].message.find("is a difference in points; in per cent it is 3.8%"), std::string::npos);
    EXPECT_TRUE(said_of_measure(content, "An increase of 3.8% on quarter 1.").empty());
}

Content with_priority() {
    Content content = shares();
    content.units = {{UnitCode("A"), "Group A", UnitKind::group, {}, {}}};
    content.priorities = {priority("PR1", "A")};
    for (int i = 0; i < 3; ++i) {
        Action made = action("A" + std::to_string(i), {SubjectKind::priority, "PR1"});
        made.status = i < 2 ? Status::green : Status::not_started;
        content.actions.push_back(made);
    }
    return content;
}

Words said_of_priority(const std::string& text) {
    Content content = with_priority();
    Update said_in = update({SubjectKind::priority, "PR1"}, "2012-13Q1", Status::green);
    said_in.narrative = text;
    content.updates = {said_in};
    return codes_of(checked(content, "2012-13Q1"));
}

TEST(Claims, CountsOfActionsAreThoseOfThePriority) {
    EXPECT_EQ(said_of_priority("Of three actions two are green and one not started."), Words());
    EXPECT_EQ(said_of_priority("Of four actions three are green and one not started."),
              (Words{"published-differs", "published-differs"}));
    EXPECT_EQ(said_of_priority("Work on 4 actions has begun."), Words{"published-differs"});
}

} // namespace
} // namespace qd::test
