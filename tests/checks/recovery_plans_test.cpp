#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

// "Potholes", 80 against 90 in 2012-13Q1.
Content off_target(std::string_view figure = "80") {
    Content content = council();
    content.measures = {measure()};
    content.measures[0].title = "Potholes";
    hand_in(content, "M1", {value("2012-13Q1", figure)});
    set_target(content, "M1", "2012-13Q1", "90", TargetRole::profile);
    return content;
}

Content with_plan(Content content, std::string_view raised_in = "2012-13Q1") {
    content.recovery_plans = {recovery_plan("R1", "M1", raised_in)};
    content.actions = {action("A1", {SubjectKind::recovery_plan, "R1"})};
    content.actions[0].due = {{{}, day("2030-01-01"), {}}};
    return content;
}

Findings said_of(const Content& content, std::string_view of = "2012-13Q1") { return checked(content, of); }

TEST(RecoveryPlanMissing, IsFoundWhereAMeasureIsOffTarget) {
    const Finding found = only(said_of(off_target()), "recovery-plan-missing");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "80 against a target of 90, red, and there is no recovery plan.");
    EXPECT_EQ(found.remedy, "Open one: recovery/M1-2012-13Q1.md.");
    EXPECT_FALSE(has(said_of(off_target("86")), "recovery-plan-missing")); // amber
    EXPECT_TRUE(has(said_of(off_target("85")), "recovery-plan-missing"));
}

TEST(RecoveryPlanMissing, FollowsTheForecastWhereThereIsOne) {
    Content content = off_target();
    content.forecasts = {forecast("M1", "2012-13Q1", Outlook::to_meet)};
    EXPECT_EQ(only(said_of(content), "recovery-plan-missing").message, // red now is off target, whatever is expected
              "80 against a target of 90, forecast to meet, and there is no recovery plan.");
    content.settings.recovery.when = RaiseWhen::to_miss;
    EXPECT_FALSE(has(said_of(content), "recovery-plan-missing")); // a council may go by the forecast alone
    content = off_target("95");
    content.forecasts = {forecast("M1", "2012-13Q1", Outlook::to_miss)};
    EXPECT_EQ(only(said_of(content), "recovery-plan-missing").message,
              "95 against a target of 90, forecast to miss, and there is no recovery plan.");
    content.returns.clear();
    EXPECT_EQ(only(said_of(content), "recovery-plan-missing").message,
              "Forecast to miss, and there is no recovery plan.");
}

TEST(RecoveryPlanMissing, IsAnsweredByAPlanRaisedByThenAndNotClosed) {
    EXPECT_FALSE(has(said_of(with_plan(off_target())), "recovery-plan-missing"));
    EXPECT_EQ(with_code(said_of(with_plan(off_target(), "2012-13Q2")), "recovery-plan-missing").size(), 1u);
    Content closed = with_plan(off_target(), "2011-12Q4");
    closed.recovery_plans[0].state = RecoveryPlanState::closed;
    EXPECT_EQ(with_code(said_of(closed), "recovery-plan-missing").size(), 1u);
    closed.recovery_plans[0].closed_on = day("2012-06-30");
    EXPECT_EQ(with_code(said_of(closed), "recovery-plan-missing").size(), 1u);
    closed.recovery_plans[0].closed_on = day("2012-07-01"); // still open in the quarter
    EXPECT_FALSE(has(said_of(closed), "recovery-plan-missing"));
}

Content carried(Outlook then, Outlook now) {
    Content content = with_plan(off_target("95"));
    hand_in(content, "M1", {value("2012-13Q2", "95")});
    content.forecasts = {forecast("M1", "2012-13Q1", then), forecast("M1", "2012-13Q2", now)};
    content.recovery_plans[0].raised_on = day("2012-06-01");
    return content;
}

TEST(ExceptionNotCarried, IsFoundWhereThePeriodBeforeLeftItOut) {
    const Finding found =
        only(said_of(carried(Outlook::to_meet, Outlook::to_miss), "2012-13Q2"), "exception-not-carried");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.place, "Potholes, 2012/13 quarter 1");
    EXPECT_EQ(found.message, "Its recovery plan of 1 June 2012 was open, but nothing was said to be off target then.");
    EXPECT_EQ(found.remedy, "Say why it was left out, or restate 2012/13 quarter 1.");
}

TEST(ExceptionNotCarried, IsSilentWhereItWasNamedOrIsOnCourseOrHadNoPlan) {
    EXPECT_FALSE(has(said_of(carried(Outlook::to_miss, Outlook::to_miss), "2012-13Q2"), "exception-not-carried"));
    EXPECT_FALSE(has(said_of(carried(Outlook::to_meet, Outlook::to_meet), "2012-13Q2"), "exception-not-carried"));
    Content later = carried(Outlook::to_meet, Outlook::to_miss);
    later.recovery_plans[0].raised_in = period("2012-13Q2");
    EXPECT_FALSE(has(said_of(later, "2012-13Q2"), "exception-not-carried"));
}

TEST(RecoveryPlanEmpty, IsFoundIfItSaysNeitherWhyNorWhatIsBeingDone) {
    Content content = with_plan(off_target());
    content.recovery_plans[0].causes.clear();
    EXPECT_EQ(only(said_of(content), "recovery-plan-empty").message,
              "The recovery plan does not say why the measure falls short.");
    content.recovery_plans[0].causes = "Frost.";
    content.actions.clear();
    EXPECT_EQ(only(said_of(content), "recovery-plan-empty").message, "The recovery plan has no actions.");
    content.recovery_plans[0].text_published = false; // only referred to
    EXPECT_FALSE(has(said_of(content), "recovery-plan-empty"));
}

// Called back on track on the strength of quarter 1, when 80 of 90 was handed in.
Content called_back(std::string_view evidence = "92 in quarter 1 meets the target",
                    std::string_view on = "2012-07-12") {
    Content content = with_plan(off_target(), "2011-12Q4");
    content.recovery_plans[0].state = RecoveryPlanState::back_on_track;
    content.recovery_plans[0].closed_on = day(on);
    content.recovery_plans[0].evidence = evidence;
    return content;
}

TEST(BackOnTrackWhileOff, IsFoundWhereTheMeasureIsRed) {
    const Finding found = only(said_of(called_back()), "back-on-track-while-off");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "It was declared back on track on 12 July 2012, but the measure is off target: 80 against "
                             "a target of 90, red.");
    EXPECT_EQ(with_code(said_of(called_back()), "recovery-plan-missing").size(), 0u); // said already
    Content met = called_back();
    met.returns.clear();
    hand_in(met, "M1", {value("2012-13Q1", "92")});
    EXPECT_FALSE(has(said_of(met), "back-on-track-while-off"));
    Content to_miss = met;
    to_miss.forecasts = {forecast("M1", "2012-13Q1", Outlook::to_miss)}; // off target by the one definition
    EXPECT_EQ(with_code(said_of(to_miss), "back-on-track-while-off").size(), 1u);
}

TEST(BackOnTrackWhileOff, IsNotSaidOfAPeriodBeforeThePlanWasCalledSo) {
    EXPECT_FALSE(has(said_of(called_back("", "2012-10-12")), "back-on-track-while-off"));
    EXPECT_FALSE(has(checked(called_back(), "2012-13Q1", "2012-07-11"), "back-on-track-while-off"));
}

TEST(BackOnTrackEvidence, IsComparedWithWhatWasHandedIn) {
    EXPECT_EQ(only(said_of(called_back()), "published-differs").message,
              "Its evidence says 92, but 80 was handed in for 2012/13 quarter 1.");
    EXPECT_FALSE(has(said_of(called_back("80 in quarter 1, on the way to 90")), "published-differs"));
    EXPECT_FALSE(has(said_of(called_back("A second crew of 4 has worked for 12 weeks")), "published-differs"));
}

TEST(RecoveryPlanMissing, IsNeverAskedForWhereTheCouncilWritesNone) {
    Content content = off_target();
    content.settings.recovery.when = RaiseWhen::never;
    EXPECT_FALSE(has(said_of(content), "recovery-plan-missing"));
}

} // namespace
} // namespace qd::test
