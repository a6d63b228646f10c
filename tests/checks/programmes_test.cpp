#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

const char* const of = "2012-13Q1";

Content with_programme() {
    Content content = council();
    Programme programme;
    programme.code = ProgrammeCode("P");
    programme.title = "Programme";
    content.programmes = {programme};
    Deliverable deliverable;
    deliverable.code = DeliverableCode("D");
    deliverable.programme = programme.code;
    deliverable.title = "Starts";
    content.deliverables = {deliverable};
    Delivery row;
    row.deliverable = deliverable.code;
    row.period = period("2012-13Q1");
    row.profile = Decimal(100);
    row.delivered = Decimal(90);
    content.delivery = {row};
    PaymentRule rule;
    rule.code = PaymentRuleCode("R");
    rule.programme = programme.code;
    rule.title = "Result";
    rule.amount = Decimal(800);
    rule.valid_from = day("2012-04-01");
    rule.valid_to = day("2013-03-31");
    rule.claim_from = 91;
    rule.claim_days = 180;
    content.payment_rules = {rule};
    return content;
}

TEST(DeliveryOrder, CountsNoStepAboveTheOneBefore) {
    Content content = with_programme();
    content.delivery[0].evidenced = Decimal(80);
    content.delivery[0].paid = Decimal(80);
    EXPECT_FALSE(has(checked(content, of), "delivery-order"));
    content.delivery[0].claimed = Decimal(85);
    EXPECT_EQ(only(checked(content, of), "delivery-order").message, "85 are claimed, and only 80 evidenced.");
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "delivery-order"));
}

TEST(ProfileWord, IsComparedWithItsFigures) {
    Content content = with_programme();
    content.delivery[0].judged = ProfileLabel::slightly_behind;
    EXPECT_EQ(only(checked(content, of), "profile-word").message,
              "“Slightly behind” is printed for 90 against a profile of 100: −10.0%.");
    content.delivery[0].judged = ProfileLabel::ahead;
    EXPECT_EQ(only(checked(content, of), "profile-word-wrong").severity, Severity::error);
    content.delivery[0].delivered = Decimal(110);
    EXPECT_FALSE(has(checked(content, of), "profile-word-wrong"));
}

TEST(ProfileWord, IsNotAsPlannedFarFromTheProfile) {
    Content content = with_programme();
    content.delivery[0].judged = ProfileLabel::as_planned;
    const Finding found = only(checked(content, of), "profile-word-wrong");
    EXPECT_EQ(found.message, "“As planned” is printed for 90 against a profile of 100: −10.0%.");
    content.delivery[0].delivered = Decimal(130);
    EXPECT_EQ(with_code(checked(content, of), "profile-word-wrong").size(), 1u);
    content.delivery[0].delivered = Decimal(96);
    EXPECT_FALSE(has(checked(content, of), "profile-word-wrong"));
    content.delivery[0].delivered = Decimal(90);
    content.settings.as_planned_within = Decimal(10);
    EXPECT_FALSE(has(checked(content, of), "profile-word-wrong"));
}

TEST(DeliveryTotals, DoNotFall) {
    Content content = with_programme();
    content.delivery[0].paid = Decimal(40);
    content.delivery.push_back(content.delivery[0]);
    content.delivery[1].period = period("2012-13Q2");
    content.delivery[1].delivered = Decimal(31);
    content.delivery[1].paid = Decimal(30);
    EXPECT_FALSE(has(checked(content, of), "delivery-falls"));
    const Findings found = with_code(checked(content, "2012-13Q2"), "delivery-falls");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].severity, Severity::error);
    EXPECT_EQ(found[0].message,
              "90 were delivered from the start to 30 June 2012, and 31 to 30 September 2012: a total "
              "from the start cannot fall.");
    EXPECT_EQ(found[1].severity, Severity::warning) << "money may have been taken back";
    content.delivery[1].area = AreaCode("E1");
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "delivery-falls")) << "a part is another line";
    content.delivery[1].area = {};
    content.delivery[1].period = period("2012-07-01/2012-09-30");
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "delivery-falls")) << "a span that starts anew";
}

TEST(ProgrammeMoney, FollowsFromItsOwnArithmetic) {
    Content content = with_programme();
    Funding stream;
    stream.code = FundingCode("F1");
    stream.programme = ProgrammeCode("P");
    stream.title = "Premium";
    stream.period = period("2012-13");
    stream.amount = Decimal(150'000);
    stream.each = Decimal(320);
    stream.count = Decimal(480);
    content.funding = {stream};
    EXPECT_FALSE(has(checked(content, of), "amount-arithmetic")) << "153,600 may be printed as 150,000";
    content.funding[0].count = Decimal(500);
    EXPECT_EQ(only(checked(content, of), "amount-arithmetic").message,
              "£150,000 is given, but £320 for each of 500 is £160,000.");
    content.funding[0].amount = Decimal(160'001);
    EXPECT_EQ(with_code(checked(content, of), "amount-arithmetic").size(), 1u) << "printed to the pound, one pound off";
    content.funding[0].amount = Decimal(160'000);
    EXPECT_FALSE(has(checked(content, of), "amount-arithmetic"));
}

TEST(ProgrammeMoney, IsSpentOnlyOnce) {
    Content content = with_programme();
    Funding stream;
    stream.code = FundingCode("F1");
    stream.programme = ProgrammeCode("P");
    stream.title = "Grant";
    stream.period = period("2012-13");
    stream.amount = Decimal(1'000);
    stream.spent = Decimal(1'200);
    content.funding = {stream};
    EXPECT_EQ(only(checked(content, of), "spent-above-budget").message,
              "£1,200 was spent, and there was £1,000 to spend.");
    content.funding[0].virement = Decimal(200);
    EXPECT_FALSE(has(checked(content, of), "spent-above-budget"));
    EXPECT_FALSE(has(checked(content, of), "virement-uneven")) << "it may come from elsewhere";
    content.funding.push_back(content.funding[0]);
    content.funding[1].code = FundingCode("F2");
    content.funding[1].virement = Decimal(-150);
    EXPECT_EQ(only(checked(content, of), "virement-uneven").severity, Severity::note);
    content.funding[1].virement = Decimal(-200);
    EXPECT_FALSE(has(checked(content, of), "virement-uneven"));
}

PaymentClaim claim(const char* code) {
    PaymentClaim made;
    made.code = PaymentClaimCode(code);
    made.rule = PaymentRuleCode("R");
    made.reference = "F-17";
    made.attached_on = day("2012-04-02");
    made.claimed_on = day("2012-06-30").plus_days(4);
    made.evidence = EvidenceState::given;
    made.state = ClaimState::claimed;
    return made;
}

TEST(Claims, AreMadeOnceWithEvidenceAndInTime) {
    Content content = with_programme();
    content.payment_claims = {claim("A")};
    content.payment_claims[0].claimed_on = day("2012-07-04");
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "claim-window"));
    content.payment_claims.push_back(content.payment_claims[0]);
    content.payment_claims[1].code = PaymentClaimCode("B");
    EXPECT_EQ(only(checked(content, "2012-13Q2"), "claim-twice").message, "Case F-17 was claimed before, by claim A.");
    content.payment_claims.pop_back();
    content.payment_claims[0].evidence = EvidenceState::missing;
    EXPECT_EQ(only(checked(content, "2012-13Q2"), "claim-evidence").severity, Severity::error);
    content.payment_claims[0].evidence = EvidenceState::given;
    content.payment_claims[0].claimed_on = day("2012-06-01");
    EXPECT_EQ(only(checked(content, of), "claim-window").message,
              "It was claimed 60 days after the case was taken on; the window is from day 91 to day 180.");
    content.payment_claims[0].attached_on = day("2012-03-01");
    content.payment_claims[0].claimed_on = day("2012-06-30");
    EXPECT_EQ(with_code(checked(content, of), "claim-window").size(), 1U);
    content.payment_claims[0].clawback = Decimal(900);
    EXPECT_EQ(only(checked(content, of), "clawback-above-claim").severity, Severity::error);
}

TEST(Milestones, AreOverdueInThePeriodInWhichTheyWereDue) {
    Content content = with_programme();
    Milestone milestone;
    milestone.code = MilestoneCode("M");
    milestone.subject = {SubjectKind::programme, "P"};
    milestone.title = "Opening";
    milestone.due = day("2012-05-31");
    content.milestones = {milestone};
    EXPECT_EQ(only(checked(content, of), "milestone-overdue").place, "Opening");
    EXPECT_FALSE(has(checked(content, of, "2012-05-01"), "milestone-overdue"));
    content.milestones[0].completed = day("2012-06-02");
    EXPECT_FALSE(has(checked(content, of), "milestone-overdue"));
}

TEST(Escalations, AreToBeAnswered) {
    Content content = council();
    Escalation raised;
    raised.code = EscalationCode("E");
    raised.title = "Schools";
    raised.period = period("2012-13Q1");
    content.escalations = {raised};
    EXPECT_FALSE(has(checked(content, of), "escalation-unanswered"));
    EXPECT_EQ(only(checked(content, "2012-13Q2"), "escalation-unanswered").place, "Schools");
    content.escalations[0].outcome = "Raised at the trust";
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "escalation-unanswered"));
}

Findings years_stated(std::string_view stated, std::string_view to) {
    Content content = council();
    Programme programme;
    programme.code = ProgrammeCode("ESF");
    programme.title = "Fund";
    programme.runs_from = day("2011-09-01");
    programme.runs_to = day(to);
    content.programmes = {programme};
    Statement said = statement("the contract’s time");
    said.subject = {SubjectKind::programme, "ESF"};
    said.stated = number(stated);
    said.binding = Binding::years;
    content.statements = {said};
    return with_code(checked(content, of), "duration-differs");
}

TEST(Durations, AreThoseOfTheProgramme) {
    const Findings found = years_stated("3", "2013-12-31");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::warning);
    EXPECT_EQ(found[0].message, "The contract’s time: 3 years stated, but 1 September 2011 to 31 December 2013 is 28 "
                                "months, which is 2.3 years.");
    EXPECT_TRUE(years_stated("3", "2014-08-31").empty());
    EXPECT_TRUE(years_stated("3", "2014-05-31").empty()) << "33 months are nearly three years";
    EXPECT_TRUE(years_stated("2.3", "2013-12-31").empty());
}

Content with_register() {
    Content content = council();
    for (const char* code : {"CO1", "CR1"}) {
        Risk risk;
        risk.code = RiskCode(code);
        risk.title = "Entry";
        content.risks.push_back(risk);
        for (const char* quarter : {"2012-13Q1", "2012-13Q2"}) {
            RiskReview review;
            review.risk = risk.code;
            review.period = period(quarter);
            review.impact = 4;
            review.likelihood = 3;
            content.risk_reviews.push_back(review);
        }
    }
    return content;
}

TEST(RiskRegisterCheck, LosesNothingSilently) {
    Content content = with_register();
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "risk-left-out"));
    content.risk_reviews.erase(content.risk_reviews.begin() + 1); // CO1 in quarter 2
    EXPECT_EQ(only(checked(content, "2012-13Q2"), "risk-left-out").place, "CO1 Entry");
    content.risks[0].closed_in = period("2012-13Q2");
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "risk-left-out"));
    EXPECT_EQ(only(checked(content, "2012-13Q2"), "risk-deleted-bare").severity, Severity::error);
    EXPECT_EQ(only(checked(content, "2012-13Q2"), "risk-deletion-unapproved").severity, Severity::warning);
    content.risks[0].closed_reason = "Scored 9";
    content.risks[0].approved_by = "Cabinet";
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "risk-deleted-bare"));
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "risk-deletion-unapproved"));
}

TEST(RiskRegisterCheck, IsForThePeriodOfTheFiguresShownWithIt) {
    Content content = with_register();
    Meeting meeting;
    meeting.code = MeetingCode("M");
    meeting.date = day("2012-12-06");
    content.meetings = {meeting};
    for (const char* code : {"M-5", "M-6"}) {
        Item item;
        item.code = ItemCode(code);
        item.meeting = meeting.code;
        item.number = std::string(code).substr(2);
        item.title = "Item " + item.number;
        content.items.push_back(item);
    }
    content.items[0].about = {{SubjectKind::risk, "CO1"}};
    content.items[1].paper = PaperCode("P");
    Paper paper;
    paper.code = PaperCode("P");
    paper.period = period("2012-13Q1");
    paper.title = "Performance";
    content.papers = {paper};
    const Finding found = only(checked(content, "2012-13Q1"), "register-other-period");
    EXPECT_EQ(found.message, "The register at the meeting of 6 December 2012 is for 2012/13 quarter 2, but the figures "
                             "shown with it are for 2012/13 quarter 1.");
    EXPECT_EQ(found.place, "Item 5");
    content.papers[0].period = period("2012-13Q2");
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "register-other-period"));
    content.papers[0].period = period("2012-13Q1");
    content.items[0].about.clear();
    EXPECT_FALSE(has(checked(content, "2012-13Q1"), "register-other-period"));
}

TEST(RiskRegisterCheck, ComparesScoresWithTheMatrix) {
    Content content = with_register();
    content.risk_reviews[1].likelihood = 6;
    EXPECT_EQ(only(checked(content, "2012-13Q2"), "risk-off-matrix").severity, Severity::error);
    content.risk_reviews[1].likelihood = 3;
    content.risk_reviews[1].score = 16;
    EXPECT_EQ(only(checked(content, "2012-13Q2"), "risk-score-differs").message, "4 × 3 is 12, not 16.");
    content.risk_reviews[1].score.reset();
    content.risk_reviews[1].impact = 3;
    EXPECT_EQ(only(checked(content, "2012-13Q2"), "risk-below-threshold").severity, Severity::note);
}

TEST(SelfEvaluation, AddsUpToAHundredAndFollowsUpRedReturns) {
    Content content = council();
    Form form;
    form.code = FormCode("F");
    form.title = "Form";
    form.asked = Decimal(79);
    content.forms = {form};
    FormReturn row;
    row.form = form.code;
    row.period = period("2012-13Q1");
    row.received = Decimal(69);
    row.response_percent = Decimal(87);
    row.green_percent = Decimal(44);
    row.amber_percent = Decimal(54);
    row.red_percent = Decimal(2);
    content.form_returns = {row};
    EXPECT_FALSE(has(checked(content, of), "form-response"));
    EXPECT_FALSE(has(checked(content, of), "form-shares"));
    content.form_returns[0].response_percent = Decimal(85);
    EXPECT_EQ(only(checked(content, of), "form-response").message, "69 of 79 are 87.3%, not 85%.");
    content.form_returns[0].red_percent = Decimal(12);
    EXPECT_EQ(only(checked(content, of), "form-shares").severity, Severity::error);
    content.form_returns.clear();
    content.site_ratings = {{form.code, period("2012-13Q1"), "Mill Road", {}, Status::red, "", "", {}}};
    EXPECT_EQ(only(checked(content, of), "red-not-followed-up").severity, Severity::warning);
    content.site_ratings[0].followed_up = "A visit";
    EXPECT_FALSE(has(checked(content, of), "red-not-followed-up"));
}

} // namespace
} // namespace qd::test
