#include "domain/as_known.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Date day(std::string_view text) { return *Date::parse(text); }
Content known(const Content& content, std::string_view on) {
    return as_known(content, Instant::end_of(day(on))).value_or(content);
}

Action action(const char* completed) {
    Action made;
    made.code = ActionCode("A1");
    made.subject = {SubjectKind::priority, "P1"};
    made.state = ActionState::complete;
    made.status = Status::complete;
    made.completed_on = day(completed);
    return made;
}
Update update(Subject subject, Period period, Status status, const char* known_at) {
    Update made;
    made.subject = std::move(subject);
    made.period = period;
    made.status = status;
    made.known_at = Instant::start_of(day(known_at));
    return made;
}

TEST(AsKnown, LeavesAloneWhatIsOfThen) {
    Content content;
    content.actions = {action("2025-01-10")};
    EXPECT_EQ(as_known(content, Instant::end_of(day("2025-01-10"))), std::nullopt);
    EXPECT_NE(as_known(content, Instant::end_of(day("2025-01-09"))), std::nullopt);
}

TEST(AsKnown, AnActionCompletedLaterIsNotComplete) {
    Content content;
    content.actions = {action("2025-01-10")};
    content.actions[0].due = {{{}, day("2025-03-31"), ""}};
    const Action then = known(content, "2024-11-15").actions.at(0);
    EXPECT_EQ(label(then.state), "not complete");
    EXPECT_EQ(then.status, std::nullopt);
    EXPECT_EQ(then.completed_on, std::nullopt);
    EXPECT_EQ(then.due, content.actions[0].due); // a plan

    const Subject subject{SubjectKind::action, "A1"};
    content.updates = {update(subject, Period::quarter(2024, 2), Status::amber, "2024-10-20"),
                       update(subject, Period::quarter(2024, 3), Status::not_started, "2025-01-20")};
    EXPECT_EQ(known(content, "2024-11-15").actions.at(0).state, ActionState::under_way);
    EXPECT_EQ(label(known(content, "2024-10-01").actions.at(0).state), "not complete"); // nobody had said so yet
}

TEST(AsKnown, ARecoveryPlanIsOpenUntilItIsClosed) {
    Content content;
    RecoveryPlan plan;
    plan.code = RecoveryPlanCode("GRIT-2024-25Q1");
    plan.raised_in = Period::quarter(2024, 1);
    plan.raised_on = day("2024-07-20");
    plan.state = RecoveryPlanState::back_on_track;
    plan.closed_on = day("2025-02-03");
    plan.evidence = "Three nights without a miss";
    plan.presented = {{UnitCode("SC"), day("2024-09-10"), "plan"}, {UnitCode("SC"), day("2025-01-14"), "update"}};
    content.recovery_plans = {plan};
    content.actions = {action("2024-08-01")};
    content.actions[0].subject = {SubjectKind::recovery_plan, "GRIT-2024-25Q1"};

    const RecoveryPlan then = known(content, "2024-11-05").recovery_plans.at(0);
    EXPECT_EQ(then.state, RecoveryPlanState::open);
    EXPECT_EQ(then.closed_on, std::nullopt);
    EXPECT_EQ(then.evidence, "");
    ASSERT_EQ(then.presented.size(), 1U);
    EXPECT_EQ(then.presented[0].date, day("2024-09-10"));
    EXPECT_EQ(known(content, "2025-02-03"), content);
    EXPECT_TRUE(known(content, "2024-07-19").recovery_plans.empty());
    EXPECT_TRUE(known(content, "2024-07-19").actions.empty());
}

TEST(AsKnown, APhaseGoesFromNotStartedOverUnderWayToComplete) {
    Content content;
    Phase phase;
    phase.code = PhaseCode("SHORE-1");
    phase.state = PhaseState::complete;
    phase.started = day("2024-05-01");
    phase.completed = day("2025-01-31");
    content.phases = {phase};
    const auto state = [&](const char* on) { return label(known(content, on).phases.at(0).state); };
    EXPECT_EQ(state("2024-04-30"), "not started");
    EXPECT_EQ(state("2024-08-01"), "under way");
    EXPECT_EQ(state("2025-01-31"), "complete");
    content.phases[0].started.reset();
    EXPECT_EQ(state("2024-08-01"), "not complete"); // nobody knows whether it was begun
    content.phases[0].state = PhaseState::largely_complete;
    EXPECT_EQ(state("2024-08-01"), "not complete");
}

TEST(AsKnown, ProjectsAndMilestonesAreNotReachedBeforeTheyWere) {
    Content content;
    Project project;
    project.due = day("2024-12-01");
    project.completed = day("2024-11-20");
    project.status = Status::complete;
    content.projects = {project};
    Milestone milestone;
    milestone.due = day("2024-10-01");
    milestone.forecast = day("2024-11-01");
    milestone.completed = day("2024-11-20");
    content.milestones = {milestone};
    const Content then = known(content, "2024-11-19");
    EXPECT_EQ(then.projects.at(0).completed, std::nullopt);
    EXPECT_EQ(then.projects.at(0).status, std::nullopt);
    EXPECT_EQ(then.projects.at(0).due, project.due);
    EXPECT_EQ(then.milestones.at(0).completed, std::nullopt);
    EXPECT_EQ(then.milestones.at(0).forecast, milestone.forecast);
    EXPECT_EQ(known(content, "2024-11-20"), content);
}

TEST(AsKnown, AWaveIsCountedOnceItsPeriodIsOver) {
    Content content;
    Wave wave;
    wave.period = Period::quarter(2024, 2);
    wave.proposed = Decimal(9);
    wave.completed = Decimal(7);
    content.waves = {wave};
    EXPECT_EQ(known(content, "2024-09-29").waves.at(0).completed, std::nullopt);
    EXPECT_EQ(known(content, "2024-09-29").waves.at(0).proposed, Decimal(9));
    EXPECT_EQ(known(content, "2024-09-30"), content);
}

TEST(AsKnown, AReviewOfAContractTakesItsActionsAlong) {
    Content content;
    ContractReview review;
    review.code = ContractReviewCode("CR1");
    review.reviewed_on = day("2024-12-02");
    content.contract_reviews = {review};
    content.actions = {action("2025-02-01")};
    content.actions[0].subject = {SubjectKind::contract_review, "CR1"};
    EXPECT_TRUE(known(content, "2024-12-01").contract_reviews.empty());
    EXPECT_TRUE(known(content, "2024-12-01").actions.empty());
    EXPECT_EQ(known(content, "2024-12-02").actions.size(), 1U);
}

TEST(AsKnown, AClaimIsTakenOnAchievedClaimedAndPaid) {
    Content content;
    PaymentClaim claim;
    claim.attached_on = day("2024-04-10");
    claim.achieved_on = day("2024-07-10");
    claim.claimed_on = day("2024-08-10");
    claim.paid_on = day("2024-09-10");
    claim.evidence = EvidenceState::checked;
    claim.state = ClaimState::clawed_back;
    claim.amount = Decimal(1200);
    claim.clawback = Decimal(300);
    claim.clawback_reason = "Sample audit";
    content.payment_claims = {claim};
    EXPECT_TRUE(known(content, "2024-04-09").payment_claims.empty());
    const PaymentClaim taken_on = known(content, "2024-06-01").payment_claims.at(0);
    EXPECT_EQ(taken_on.state, ClaimState::prepared);
    EXPECT_EQ(taken_on.evidence, EvidenceState::missing);
    const PaymentClaim achieved = known(content, "2024-07-31").payment_claims.at(0);
    EXPECT_EQ(achieved.achieved_on, claim.achieved_on);
    EXPECT_EQ(achieved.evidence, EvidenceState::checked);
    EXPECT_EQ(achieved.claimed_on, std::nullopt);
    EXPECT_EQ(achieved.amount, std::nullopt);
    const PaymentClaim claimed = known(content, "2024-09-09").payment_claims.at(0);
    EXPECT_EQ(claimed.state, ClaimState::claimed);
    EXPECT_EQ(claimed.amount, Decimal(1200));
    EXPECT_EQ(claimed.paid_on, std::nullopt);
    EXPECT_EQ(claimed.clawback, std::nullopt);
    EXPECT_EQ(known(content, "2024-09-10"), content);
}

TEST(AsKnown, ARiskIsNeitherRaisedClosedNorRenamedBeforeItWas) {
    Content content;
    Risk risk;
    risk.code = RiskCode("CR7");
    risk.title = "Loss of the ferry contract";
    risk.renamed_from = "Ferry";
    risk.renamed_on = day("2024-10-01");
    risk.raised_on = day("2024-04-01");
    risk.closed_on = day("2025-01-15");
    risk.closed_in = Period::quarter(2024, 4);
    risk.closed_reason = "Contract signed";
    risk.approved_by = "Audit committee";
    risk.merged_into = RiskCode("CR1");
    content.risks = {risk};
    RiskReview review;
    review.risk = risk.code;
    content.risk_reviews = {review};
    const Risk then = known(content, "2024-09-30").risks.at(0);
    EXPECT_EQ(then.title, "Ferry");
    EXPECT_FALSE(then.is_closed());
    EXPECT_EQ(then.closed_reason + then.approved_by + then.merged_into.text(), "");
    EXPECT_EQ(known(content, "2024-10-01").risks.at(0).title, risk.title);
    EXPECT_TRUE(known(content, "2024-03-31").risks.empty());
    EXPECT_TRUE(known(content, "2024-03-31").risk_reviews.empty());
    content.risks[0].closed_on.reset(); // then the period says it
    EXPECT_FALSE(known(content, "2024-12-31").risks.at(0).is_closed());
    EXPECT_TRUE(known(content, "2025-01-01").risks.at(0).is_closed());
}

TEST(AsKnown, AnEscalationIsSettledOnItsDay) {
    Content content;
    Escalation escalation;
    escalation.raised_on = day("2024-06-01");
    escalation.state = EscalationState::settled;
    escalation.outcome = "The budget was moved";
    escalation.settled_on = day("2024-09-01");
    content.escalations = {escalation};
    const Escalation then = known(content, "2024-08-31").escalations.at(0);
    EXPECT_EQ(then.state, EscalationState::open);
    EXPECT_EQ(then.outcome, "");
    EXPECT_EQ(then.settled_on, std::nullopt);
    EXPECT_TRUE(known(content, "2024-05-31").escalations.empty());
}

TEST(AsKnown, TargetsAndTolerancesAreKnownOnceDecided) {
    Content content;
    content.targets.resize(2);
    content.targets[1].set_on = day("2024-12-10");
    content.tolerances.resize(1);
    content.tolerances[0].decided_on = day("2024-12-10");
    const Content then = known(content, "2024-12-09");
    EXPECT_EQ(then.targets.size(), 1U);
    EXPECT_TRUE(then.tolerances.empty());
}

// Two meetings of one body; the second confirms the minutes of the first and answers its request.
Content two_meetings() {
    Content content;
    for (const char* date : {"2024-09-10", "2024-12-03"}) {
        Meeting meeting;
        meeting.code = MeetingCode(date);
        meeting.date = day(date);
        meeting.state = MeetingState::confirmed;
        meeting.published_on = meeting.date.plus_days(-8);
        meeting.next_on = meeting.date.plus_days(84);
        content.meetings.push_back(meeting);
        Item item;
        item.code = ItemCode(std::string(date) + "-2");
        item.meeting = meeting.code;
        item.page_from = item.page_to = 3;
        content.items.push_back(item);
        content.attendance.push_back({meeting.code, "Member 2", Presence::present, "", ""});
        Declaration declaration;
        declaration.meeting = meeting.code;
        content.declarations.push_back(declaration);
        content.minutes.push_back({meeting.code, "", "Text"});
    }
    content.items[1].minutes_of = content.meetings[0].code;
    Decision asked;
    asked.code = DecisionCode("D1");
    asked.item = content.items[0].code;
    asked.kind = DecisionKind::requested;
    asked.answered_by = content.items[1].code;
    asked.answer = "A report came";
    content.decisions = {asked};
    RequestProgress note;
    note.decision = asked.code;
    note.noted_on = day("2024-10-15");
    content.request_progress = {note};
    content.actions = {action("2025-01-10")};
    content.actions[0].subject = {SubjectKind::decision, "D1"};
    return content;
}

TEST(AsKnown, AMeetingToComeIsPlanned) {
    const Content then = known(two_meetings(), "2024-11-20");
    EXPECT_EQ(then.meetings.at(0).state, MeetingState::held); // confirmed at the next
    EXPECT_EQ(then.meetings.at(1).state, MeetingState::planned);
    EXPECT_EQ(then.meetings.at(1).published_on, std::nullopt);
    EXPECT_EQ(then.meetings.at(1).next_on, std::nullopt);
    EXPECT_EQ(then.items.size(), 2U); // a plan
    EXPECT_EQ(then.items.at(1).page_from, std::nullopt);
    EXPECT_EQ(then.attendance.size(), 1U);
    EXPECT_EQ(then.declarations.size(), 1U);
    EXPECT_EQ(then.minutes.size(), 1U);
    EXPECT_EQ(known(two_meetings(), "2024-11-25").meetings.at(1).state, MeetingState::published);
    EXPECT_EQ(known(two_meetings(), "2025-01-10"), two_meetings());
}

TEST(AsKnown, ARequestIsAnsweredAtTheMeetingThatAnswersIt) {
    const Decision then = known(two_meetings(), "2024-12-02").decisions.at(0);
    EXPECT_EQ(then.answered_by, ItemCode());
    EXPECT_EQ(then.answer, "");
    EXPECT_EQ(known(two_meetings(), "2024-12-03").decisions.at(0).answer, "A report came");
    EXPECT_TRUE(known(two_meetings(), "2024-10-14").request_progress.empty());
    EXPECT_EQ(known(two_meetings(), "2024-10-15").request_progress.size(), 1U);
    const Content before = known(two_meetings(), "2024-09-09");
    EXPECT_TRUE(before.decisions.empty());
    EXPECT_TRUE(before.actions.empty());
}

TEST(AsKnown, WhatCameOntoAnAgendaLateWasNotOnIt) {
    Content content = two_meetings();
    content.items[1].published_on = day("2024-12-01");
    content.items[1].notice_on = day("2024-11-30");
    EXPECT_EQ(known(content, "2024-11-29").items.size(), 1U);
    EXPECT_EQ(known(content, "2024-12-01").items.at(1), content.items[1]);
}

// Else what names it would refer to nothing.
TEST(AsKnown, WhatSomethingOfThenNamesWasThere) {
    Content content = two_meetings();
    content.items[1].published_on = day("2024-12-01");
    Content declared = content, noted = content, answered = content;
    declared.declarations[0].item = content.items[1].code;
    EXPECT_EQ(known(declared, "2024-11-29").items.size(), 2U);
    EXPECT_EQ(known(declared, "2024-09-09").items.size(), 1U) << "nothing was declared yet";
    noted.request_progress[0].item = content.items[1].code;
    EXPECT_EQ(known(noted, "2024-10-15").items.size(), 2U);
    EXPECT_EQ(known(noted, "2024-10-14").items.size(), 1U);
    answered.decisions[0].answered_on = day("2024-11-01");
    EXPECT_EQ(known(answered, "2024-11-01").items.size(), 2U);
    EXPECT_EQ(known(answered, "2024-11-01").decisions.at(0).answered_by, content.items[1].code);
    EXPECT_EQ(known(answered, "2024-10-31").items.size(), 1U);

    Content risks;
    risks.risks.resize(2);
    risks.risks[0].code = RiskCode("R1"), risks.risks[1].code = RiskCode("R2");
    risks.risks[0].merged_into = RiskCode("R2");
    risks.risks[0].closed_on = day("2024-05-01");
    risks.risks[1].raised_on = day("2024-06-01");
    EXPECT_EQ(known(risks, "2024-05-15").risks.size(), 2U);
    EXPECT_EQ(known(risks, "2024-04-30").risks.size(), 1U);
}

} // namespace
} // namespace qd::test
