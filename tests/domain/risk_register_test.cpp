#include "base/natural_order.hpp"
#include "domain/risk_formula.hpp"
#include "domain/risk_register.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

const Instant now = *Instant::parse("2026-03-01");
Period quarter(int number) { return Period::quarter(2024, number); }

// A council with entries, and reviews given as "code, quarter, impact, likelihood".
struct Council {
    Content content;

    Risk& risk(const char* code, const char* unit = "") {
        Risk made;
        made.code = RiskCode(code);
        made.title = std::string("Entry ") + code;
        made.unit = UnitCode(unit);
        content.risks.push_back(made);
        return content.risks.back();
    }
    RiskReview& review(const char* code, Period period, std::optional<int> impact = {},
                       std::optional<int> likelihood = {}) {
        RiskReview made;
        made.risk = RiskCode(code);
        made.period = period;
        if (impact) made.impact = *impact;
        if (likelihood) made.likelihood = *likelihood;
        content.risk_reviews.push_back(made);
        return content.risk_reviews.back();
    }
    void update(const char* code, Period period, Status status) {
        Update made;
        made.subject = {SubjectKind::risk, code};
        made.period = period;
        made.status = status;
        content.updates.push_back(made);
    }
    RiskRegister of(Period period, Instant as_at = now) const { return risk_register(content, period, as_at); }
};

// "R1 red, up from amber" of those on the register.
std::vector<std::string> told(const RiskRegister& all) {
    std::vector<std::string> words;
    for (const RiskLine& line : all.lines) {
        const std::string shown = show(all.matrix, all.rule, line.residual);
        words.push_back(line.risk.code.text() + " " + shown +
                        (shown == line.residual.band ? "" : " " + line.residual.band) + ", " + line.change);
    }
    return words;
}
using Words = std::vector<std::string>;

TEST(RiskFormula, MakesAScoreOfImpactAndLikelihood) {
    EXPECT_EQ(risk_score_by("impact^2 × likelihood", 3, 7), 63);
    EXPECT_EQ(risk_score_by("impact² * likelihood", 3, 7), 63);
    EXPECT_EQ(risk_score_by("Impact + Likelihood", 4, 5), 9);
    EXPECT_EQ(risk_score_by("2 × (impact − 1) + max(impact, likelihood)", 3, 5), 9);
    EXPECT_EQ(risk_score_by("impact - likelihood", 1, 5), std::nullopt) << "no score is below 0";
    EXPECT_EQ(risk_score_by("impact^9 × impact^9", 99, 1), std::nullopt) << "nor above a million";
    EXPECT_EQ(mistake_in_risk_formula("impact × liklihood"), "“liklihood” is not known");
    EXPECT_EQ(mistake_in_risk_formula("(impact + 1"), "a bracket is not closed");
    EXPECT_EQ(mistake_in_risk_formula("impact likelihood"), "“likelihood” is left over");
}

TEST(NaturalOrder, IsThatInWhichPeopleCount) {
    EXPECT_TRUE(counts_before("R2", "R12"));
    EXPECT_TRUE(counts_before("R12", "R12a"));
    EXPECT_TRUE(counts_before("CR9-2", "CR10-1"));
    EXPECT_FALSE(counts_before("S1", "R12"));
    EXPECT_FALSE(counts_before("R2", "R2"));
    EXPECT_TRUE(counts_before("R02", "R2") != counts_before("R2", "R02"));
}

TEST(RiskRegister, ReadsBandsThatWerePublishedAlone) {
    Council council;
    council.risk("K2");
    council.risk("K10");
    council.risk("K1");
    council.review("K1", quarter(1)).band = {"amber"};
    council.update("K1", quarter(2), Status::red);
    council.update("K2", quarter(1), Status::green);
    council.update("K2", quarter(2), Status::green);
    council.update("K10", quarter(1), Status::red);
    council.update("K10", quarter(2), Status::amber);
    const RiskRegister all = council.of(quarter(2));
    EXPECT_EQ(told(all), (Words{"K1 red, up from amber", "K2 green, same as before", "K10 amber, down from red"}));
    EXPECT_EQ(all.lines[0].residual.status, Status::red);
    EXPECT_EQ(counts_words(all, RiskKind::risk),
              "3 risks: 1 red, 1 amber, 1 green. Change: 1 up, 1 same as before, 1 down.");
}

TEST(RiskRegister, TakesTheScoreOfAnyRule) {
    Council council;
    council.risk("K1");
    council.review("K1", quarter(1), 4, 7);
    RiskMatrix& matrix = council.content.settings.risk;
    matrix.impact_levels = {1, 2, 4};
    matrix.likelihood_levels = {1, 2, 3, 4, 5, 6, 7};
    matrix.rule = ScoreRule::formula;
    matrix.formula = "impact^2 × likelihood";
    matrix.bands = {{100, "severe", Status::red}, {1, "other", Status::green}};
    EXPECT_EQ(told(council.of(quarter(1))), (Words{"K1 112 (impact 4, likelihood 7) severe, not known"}));
    matrix.formula = "impact + likelihood";
    EXPECT_EQ(told(council.of(quarter(1))), (Words{"K1 4 + 7 = 11 other, not known"}));
    matrix.rule = ScoreRule::cells;
    matrix.score_cells = {{1, 2, 3, 4, 5, 6, 7}, {2, 3, 4, 5, 6, 7, 8}, {3, 9, 27, 81, 90, 95, 99}};
    EXPECT_EQ(told(council.of(quarter(1))), (Words{"K1 99 (impact 4, likelihood 7) other, not known"}));
    council.content.risk_reviews[0].impact = 3; // no level of this matrix
    EXPECT_EQ(told(council.of(quarter(1))), (Words{"K1 3 × 7, off the matrix , not known"}));
}

TEST(RiskRegister, KeepsPublishedScoresIfNoRuleIsKnown) {
    Council council;
    council.risk("K1");
    council.risk("K2");
    council.review("K1", quarter(1), 4, 3).score = 36;
    council.review("K2", quarter(1), 2, 5).score = 50;
    EXPECT_EQ(told(council.of(quarter(1))), (Words{"K1 36 (impact 4, likelihood 3) high, not known",
                                                   "K2 50 (impact 2, likelihood 5) high, not known"}));
    // Most of them are the product: one that is not is a slip.
    council.content.risk_reviews[0].score = 12;
    council.risk("K3");
    council.review("K3", quarter(1), 3, 3).score = 9;
    EXPECT_EQ(council.of(quarter(1)).rule, ScoreRule::usual);
}

TEST(RiskRegister, KnowsWordsAndBandsByCell) {
    Council council;
    council.risk("K1");
    council.review("K1", quarter(1), 2, 3);
    council.review("K1", quarter(2), 3, 1);
    RiskMatrix& matrix = council.content.settings.risk;
    matrix.impact_levels = matrix.likelihood_levels = {1, 2, 3};
    matrix.impacts = {"slight", "serious", "grave"};
    matrix.likelihoods = {"rare", "possible", "likely"};
    matrix.rule = ScoreRule::none;
    matrix.bands = {{{}, "act", Status::red}, {{}, "watch", Status::amber}, {{}, "accept", Status::green}};
    matrix.band_cells = {{"accept", "accept", "watch"}, {"accept", "watch", "act"}, {"watch", "act", "act"}};
    EXPECT_EQ(told(council.of(quarter(1))), (Words{"K1 serious, likely act, not known"}));
    EXPECT_EQ(told(council.of(quarter(2))), (Words{"K1 grave, rare watch, down from act"}));
}

TEST(RiskRegister, TurnsColoursOfCellsRoundForAnOpportunity) {
    Council council;
    council.risk("O1").kind = RiskKind::opportunity;
    council.review("O1", quarter(1), 1, 2);
    council.review("O1", quarter(2), 2, 2);
    RiskMatrix& matrix = council.content.settings.risk;
    matrix.rule = ScoreRule::none;
    matrix.impact_levels = matrix.likelihood_levels = {1, 2};
    matrix.bands = {{{}, "red", Status::red}, {{}, "amber", Status::amber}, {{}, "green", Status::green}};
    matrix.band_cells = {{"green", "amber"}, {"amber", "red"}};
    const RiskRegister all = council.of(quarter(2));
    EXPECT_EQ(told(all), (Words{"O1 impact 2, likelihood 2 green, up from amber"}));
    EXPECT_EQ(all.lines[0].residual.status, Status::green);
}

TEST(RiskRegister, TakesEachRatingWholeOrInPart) {
    Council council;
    council.risk("K1").appetite = 6;
    RiskReview& review = council.review("K1", quarter(1), 3, 3);
    review.inherent_band = {"high"};
    review.target_score = 4;
    review.target_by = Date::parse("2025-03-31");
    const RiskLine line = council.of(quarter(1)).lines.at(0);
    EXPECT_EQ(show_short(line.inherent), "high");
    EXPECT_EQ(line.inherent.status, Status::red);
    EXPECT_EQ(show_short(line.target), "4");
    EXPECT_EQ(show(*line.appetite), "6, not kept");
}

TEST(RiskRegister, UsesTheAppetiteOfACategory) {
    Council council;
    council.risk("K1").category = "Financial";
    council.risk("O1").category = "financial";
    council.content.risks[1].kind = RiskKind::opportunity;
    council.review("K1", quarter(1), 4, 4);
    council.review("O1", quarter(1), 2, 2);
    council.content.settings.registers.appetites = {{"Financial", {}, {"medium"}}};
    const RiskRegister all = council.of(quarter(1));
    EXPECT_EQ(all.lines[0].appetite->exceeded, true);
    EXPECT_EQ(all.lines[1].appetite->exceeded, true) << "of an opportunity less is worse";
}

TEST(RiskRegister, CarriesWhatIsReviewedMoreRarely) {
    Council council;
    council.risk("C1");
    council.risk("Y1").review_every = Grain::year;
    for (int number = 1; number <= 4; ++number) council.review("C1", quarter(number), 4, 4);
    council.review("Y1", quarter(1), 2, 5);
    council.review("Y1", Period::quarter(2025, 1), 3, 5);
    council.review("C1", Period::quarter(2025, 1), 4, 4);
    for (int number = 2; number <= 4; ++number) {
        const RiskRegister all = council.of(quarter(number));
        EXPECT_TRUE(all.missing.empty() && all.not_reviewed.empty()) << number;
        EXPECT_EQ(all.lines.at(1).change, "last reviewed in 2024/25 quarter 1");
        EXPECT_EQ(all.lines[1].residual.score, 10);
    }
    EXPECT_EQ(council.of(Period::quarter(2025, 1)).lines.at(1).change, "up from 10 in 2024/25 quarter 1");
    council.content.risk_reviews.erase(council.content.risk_reviews.begin() + 5); // Y1 in the year after
    EXPECT_EQ(council.of(Period::quarter(2025, 1)).missing.at(0).risk.code, RiskCode("Y1"));
}

TEST(RiskRegister, DistinguishesAnUnreviewedRegisterFromAnEntryLeftOut) {
    Council council;
    council.risk("C1", "CORP");
    council.risk("D1", "DIR");
    council.risk("D2", "DIR");
    for (const char* code : {"C1", "D1", "D2"}) council.review(code, quarter(1), 4, 4);
    council.review("C1", quarter(2), 4, 4);
    RiskRegister all = council.of(quarter(2));
    EXPECT_TRUE(all.missing.empty());
    ASSERT_EQ(all.not_reviewed.size(), 1u);
    EXPECT_EQ(all.not_reviewed[0], (UnreviewedRegister{"DIR", quarter(1), {RiskCode("D1"), RiskCode("D2")}}));
    council.content.settings.registers.rhythms = {{"DIR", Grain::half}};
    EXPECT_TRUE(council.of(quarter(2)).not_reviewed.empty());
    council.review("D1", quarter(3), 4, 4);
    council.review("C1", quarter(3), 4, 4);
    all = council.of(quarter(3));
    EXPECT_EQ(all.lines.at(1).change, "same as before");
    ASSERT_EQ(all.missing.size(), 1u) << "its register was reviewed without it";
    EXPECT_EQ(all.missing[0].risk.code, RiskCode("D2"));
    council.review("C1", quarter(4), 4, 4);
    council.review("D1", quarter(4), 4, 4);
    EXPECT_TRUE(council.of(quarter(4)).missing.empty()) << "said once";
}

TEST(RiskRegister, SaysWhereAnEntryCameFrom) {
    Council council;
    council.content.units = {{UnitCode("DIR"), "Highways", UnitKind::directorate, {}, {}}};
    council.risk("D1", "DIR");
    council.review("D1", quarter(1), 4, 4);
    council.review("D1", quarter(2), 5, 4).held_in = "Corporate";
    EXPECT_EQ(council.of(quarter(2)).lines.at(0).change, "up from 16; moved here from Highways");
    EXPECT_EQ(council.of(quarter(2)).lines.at(0).held_in, "Corporate");
}

TEST(RiskRegister, HasTheTitleOfTheTime) {
    Council council;
    Risk& risk = council.risk("K1");
    risk.renamed_from = "The title before";
    risk.renamed_on = Date::parse("2024-11-04");
    council.review("K1", quarter(1), 4, 4);
    EXPECT_EQ(council.of(quarter(1), *Instant::parse("2024-11-03")).lines.at(0).risk.title, "The title before");
    EXPECT_EQ(council.of(quarter(1), *Instant::parse("2024-11-04")).lines.at(0).risk.title, "Entry K1");
}

TEST(RiskRegister, LetsAnEntryLeaveOnTheDayItWasClosed) {
    Council council;
    council.risk("C1");
    Risk& gone = council.risk("C2");
    gone.closed_on = Date::parse("2024-10-12"); // after the quarter, before its register
    for (const char* code : {"C1", "C2"}) council.review(code, quarter(1), 4, 4);
    for (int number = 2; number <= 3; ++number) council.review("C1", quarter(number), 4, 4);
    EXPECT_EQ(council.of(quarter(2)).left.size(), 1u);
    EXPECT_TRUE(council.of(quarter(3)).left.empty() && council.of(quarter(3)).missing.empty());
    EXPECT_EQ(council.of(quarter(2), *Instant::parse("2024-10-11")).missing.size(), 1u) << "not closed by then";
}

TEST(RiskRegister, IsThatOfThePeriodIfEntriesAreInIt) {
    Council council;
    council.risk("D1").review_every = Grain::half;
    council.review("D1", quarter(1), 4, 4);
    EXPECT_EQ(register_shown_for(council.content, quarter(1), now), quarter(1));
    EXPECT_EQ(register_shown_for(council.content, quarter(2), now), quarter(2));
    EXPECT_EQ(register_shown_for(council.content, quarter(4), now), quarter(1)) << "long overdue: the newest there is";
    EXPECT_EQ(register_shown_for(council.content, Period::quarter(2020, 1), now), quarter(1));
    EXPECT_EQ(register_shown_for(Content(), quarter(1), now), std::nullopt);
}

TEST(RiskHistory, HasEveryReviewOfAnEntry) {
    Council council;
    council.risk("K1");
    council.review("K1", quarter(1), 4, 4);
    council.review("K1", quarter(3), 4, 3);
    council.update("K1", quarter(4), Status::green);
    Words changes;
    for (const RiskLine& line : risk_history(council.content, council.content.risks[0], now))
        changes.push_back(print(line.review->period) + ": " + line.change);
    EXPECT_EQ(changes, (Words{"2024-25Q1: not known", "2024-25Q3: down from 16 in 2024/25 quarter 1",
                              "2024-25Q4: down from medium"}));
}

} // namespace
} // namespace qd
