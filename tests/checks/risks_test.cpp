#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

// A council with one entry, reviewed in quarter 1 of 2012/13.
struct Register {
    Content content = council();
    Risk& risk;
    RiskReview& review;

    Register() : risk(add_risk()), review(add_review()) {}
    Risk& add_risk() {
        Risk made;
        made.code = RiskCode("K1");
        made.title = "Loss of power";
        content.risks = {made};
        return content.risks[0];
    }
    RiskReview& add_review() {
        RiskReview made;
        made.risk = RiskCode("K1");
        made.period = period("2012-13Q1");
        made.impact = 4;
        made.likelihood = 4;
        content.risk_reviews = {made};
        return content.risk_reviews[0];
    }
    Findings found() const { return checked(content, "2012-13Q1"); }
    std::string message(FindingCode code) const { return only(found(), code).message; }
};

TEST(RiskOffMatrix, NamesTheLevelsThatThereAre) {
    Register all;
    all.content.settings.risk.impact_levels = {1, 2, 4};
    EXPECT_FALSE(has(all.found(), "risk-off-matrix")) << print(all.found());
    all.review.impact = 5;
    EXPECT_EQ(all.message("risk-off-matrix"), "An impact of 5 is outside the matrix, which has 1, 2 and 4.");
    all.review.impact = 4;
    all.review.target_impact = 1;
    all.review.target_likelihood = 6;
    EXPECT_EQ(all.message("risk-off-matrix"), "A likelihood of 6 is outside the matrix, which has 1, 2, 3, 4 and 5.");
}

TEST(RiskScoreDiffers, FollowsTheRuleOfTheCouncil) {
    Register all;
    RiskMatrix& matrix = all.content.settings.risk;
    matrix.rule = ScoreRule::formula;
    matrix.formula = "impact^2 × likelihood";
    all.review.score = 64;
    EXPECT_FALSE(has(all.found(), "risk-score-differs")) << print(all.found());
    all.review.score = 16;
    EXPECT_EQ(all.message("risk-score-differs"), "The levels make 64 (impact 4, likelihood 4), not 16.");
    matrix.rule = ScoreRule::published;
    EXPECT_FALSE(has(all.found(), "risk-score-differs"));
}

TEST(RiskRuleUnknown, IsANoteWherePublishedScoresAreNotTheProduct) {
    Register all;
    all.review.score = 64;
    EXPECT_EQ(only(all.found(), "risk-rule-unknown").severity, Severity::note);
    EXPECT_FALSE(has(all.found(), "risk-score-differs"));
}

TEST(RiskBandDiffers, IsOnePublishedWithAScoreThatGivesAnother) {
    Register all;
    all.review.band = {"high"};
    EXPECT_FALSE(has(all.found(), "risk-band-differs")) << print(all.found());
    all.review.band = {"amber"};
    EXPECT_EQ(all.message("risk-band-differs"), "4 × 4 = 16 is high by the matrix, and amber is published.");
    all.review.band = {"red"};
    all.content.updates = {update({SubjectKind::risk, "K1"}, "2012-13Q1", Status::green)};
    EXPECT_EQ(all.message("risk-band-differs"), "Its review says red, and the update of the same period green.");
}

TEST(RiskRatings, AreInOrder) {
    Register all;
    all.review.inherent_impact = 3;
    all.review.inherent_likelihood = 4;
    EXPECT_EQ(all.message("risk-residual-beyond-inherent"),
              "Its residual rating, 4 × 4 = 16, is above the one without controls, 3 × 4 = 12.");
    all.review.inherent_impact = 5;
    all.review.target_score = 20;
    EXPECT_EQ(all.message("risk-target-beyond-residual"), "Its target, 20, is above its residual rating, 4 × 4 = 16.");
    all.risk.kind = RiskKind::opportunity; // that is meant to grow: its controls made it smaller
    EXPECT_EQ(all.message("risk-residual-beyond-inherent"),
              "Its residual rating, 4 × 4 = 16, is below the one without controls, 5 × 4 = 20.");
    all.review.inherent_impact = 3;
    EXPECT_FALSE(has(all.found(), "risk-residual-beyond-inherent")) << print(all.found());
    all.review.target_score = 12;
    EXPECT_EQ(all.message("risk-target-beyond-residual"), "Its target, 12, is below its residual rating, 4 × 4 = 16.");
}

TEST(RiskTargetOverdue, IsOneWhoseDayIsPast) {
    Register all;
    all.review.target_score = 8;
    all.review.target_by = day("2012-07-01");
    EXPECT_FALSE(has(all.found(), "risk-target-overdue")) << "after the quarter";
    all.review.target_by = day("2012-06-30");
    EXPECT_EQ(all.message("risk-target-overdue"),
              "Its target of 8 was to be reached by 30 June 2012; it is 4 × 4 = 16.");
    all.review.target_score = 16;
    EXPECT_FALSE(has(all.found(), "risk-target-overdue")) << "reached";
}

TEST(RiskBeyondAppetite, IsOneAboveWhatIsAccepted) {
    Register all;
    all.risk.appetite = 16;
    EXPECT_FALSE(has(all.found(), "risk-beyond-appetite"));
    all.risk.appetite = 15;
    EXPECT_EQ(all.message("risk-beyond-appetite"), "Its residual rating, 4 × 4 = 16, is above what is accepted, 15.");
}

TEST(RegisterNotReviewed, IsOneWarningForTheWholeRegister) {
    Register all;
    all.content.units.push_back({UnitCode("HW"), "Highways", UnitKind::directorate, {}, {}});
    for (const char* code : {"H1", "H2"}) {
        Risk risk = all.content.risks[0];
        risk.code = RiskCode(code);
        risk.unit = UnitCode("HW");
        RiskReview review = all.content.risk_reviews[0];
        review.risk = risk.code;
        all.content.risks.push_back(risk);
        all.content.risk_reviews.push_back(review);
    }
    RiskReview again = all.content.risk_reviews[0];
    again.period = period("2012-13Q2");
    all.content.risk_reviews.push_back(again);
    const Finding found = only(checked(all.content, "2012-13Q2"), "register-not-reviewed");
    EXPECT_EQ(found.place, "Highways");
    EXPECT_EQ(found.message, "Nobody reviewed it in 2012/13 quarter 2; H1 and H2 stand as in 2012/13 quarter 1.");
    EXPECT_FALSE(has(checked(all.content, "2012-13Q2"), "risk-left-out"));
    all.content.settings.registers.rhythms = {{"HW", Grain::half}};
    EXPECT_FALSE(has(checked(all.content, "2012-13Q2"), "register-not-reviewed"));
}

} // namespace
} // namespace qd::test
