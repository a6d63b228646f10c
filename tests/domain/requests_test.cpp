#include "domain/committee.hpp"
#include "domain/roll.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Date day(std::string_view text) { return *Date::parse(text); }

// A body that meets in May, September, November and February, and asked for something in May.
struct Body {
    Content content;

    Body() {
        content.units.push_back({UnitCode("SC"), "Scrutiny committee", UnitKind::committee, {}, {}});
        for (const char* date : {"2024-05-14", "2024-09-30", "2024-11-12", "2025-02-11"}) meet(date);
        Item item;
        item.code = ItemCode("I1");
        item.meeting = MeetingCode("2024-05-14");
        item.number = "4";
        item.title = "Grants to clubs";
        content.items = {item};
        Decision asked;
        asked.code = DecisionCode("D1");
        asked.item = item.code;
        asked.kind = DecisionKind::requested;
        asked.text = "A report on gullies";
        content.decisions = {asked};
    }
    Meeting& meet(const char* date) {
        Meeting made;
        made.code = MeetingCode(date);
        made.body = UnitCode("SC");
        made.date = day(date);
        content.meetings.push_back(made);
        return content.meetings.back();
    }
    void note(const char* on, const char* text, const char* until = "") {
        RequestProgress made;
        made.decision = DecisionCode("D1");
        made.noted_on = day(on);
        made.text = text;
        made.deferred_until = Date::parse(until);
        content.request_progress.push_back(made);
    }
    Decision& asked() { return content.decisions[0]; }
    Request request(const char* today) const { return requests_of(content, {}, day(today)).at(0); }
    std::vector<std::string> planned(const char* today) const {
        std::vector<std::string> found;
        for (const PlannedMeeting& meeting : forward_plan(content, {}, day(today)).meetings)
            for (const Planned& item : meeting.items) found.push_back(print(meeting.date) + " " + item.title);
        return found;
    }
};
using Words = std::vector<std::string>;

TEST(Requests, WithoutADayFollowTheRuleOfTheCouncil) {
    Body body;
    EXPECT_EQ(body.request("2025-01-01").state, AnswerState::open);
    EXPECT_EQ(body.request("2025-01-01").due, std::nullopt);
    body.content.settings.requests = {RequestRule::Undated::counted, 1};
    EXPECT_EQ(body.request("2024-06-01").due, day("2024-09-30"));
    EXPECT_EQ(body.request("2024-10-01").state, AnswerState::overdue);
    EXPECT_EQ(due_words(body.request("2024-06-01")), "no day given; due at the meeting of 30 September 2024");
    body.content.meetings[1].state = MeetingState::cancelled;
    EXPECT_EQ(body.request("2024-10-01").due, day("2024-11-12")) << "a meeting that was cancelled does not count";
    body.content.settings.requests.meetings = 3;
    EXPECT_EQ(body.request("2024-10-01").due, std::nullopt) << "the third meeting is not known yet";
    body.content.settings.requests = {RequestRule::Undated::never, 1};
    EXPECT_EQ(body.request("2025-03-01").state, AnswerState::open);
    body.asked().due_by = day("2024-08-01");
    body.content.settings.requests = {RequestRule::Undated::counted, 1};
    EXPECT_EQ(body.request("2024-06-01").due, day("2024-08-01")) << "a day that was given stands";
}

TEST(Requests, ThatAreStandingComeToEveryMeeting) {
    Body body;
    body.asked().standing = true;
    body.content.settings.requests = {RequestRule::Undated::counted, 1};
    EXPECT_EQ(body.request("2024-12-01").state, AnswerState::standing);
    EXPECT_EQ(due_words(body.request("2024-12-01")), "every meeting");
    EXPECT_EQ(body.planned("2024-10-01"), (Words{"2024-11-12 A report on gullies", "2025-02-11 A report on gullies"}));
    body.asked().answered_on = day("2024-10-15");
    EXPECT_EQ(body.request("2024-12-01").state, AnswerState::answered);
    EXPECT_TRUE(body.planned("2024-11-01").empty());
}

TEST(Requests, ThatArePutOffAreDueThen) {
    Body body;
    body.asked().due_meeting = MeetingCode("2024-09-30");
    body.note("2024-07-01", "The survey is under way");
    body.note("2024-09-25", "It takes longer", "2024-12-31");
    EXPECT_EQ(body.request("2024-09-24").state, AnswerState::open);
    EXPECT_EQ(progress_words(body.content, body.request("2024-09-24")), "1 July 2024: The survey is under way");
    EXPECT_EQ(body.request("2024-10-01").state, AnswerState::deferred);
    EXPECT_EQ(due_words(body.request("2024-10-01")), "put off until 31 December 2024");
    EXPECT_EQ(body.planned("2024-10-01"), (Words{"2024-11-12 A report on gullies"}));
    EXPECT_EQ(body.request("2025-01-01").state, AnswerState::overdue);
    EXPECT_EQ(action_of(body.request("2024-10-01")).state, ActionState::under_way);
}

TEST(Requests, ForAMeetingThatWasCancelledAreDueAtTheNext) {
    Body body;
    body.asked().due_meeting = MeetingCode("2024-09-30");
    body.content.meetings[1].state = MeetingState::cancelled;
    EXPECT_EQ(body.request("2024-10-01").state, AnswerState::open);
    EXPECT_EQ(body.planned("2024-10-01"), (Words{"2024-11-12 A report on gullies"}));
}

TEST(Requests, SayWhatTheyAreAbout) {
    Body body;
    Measure measure;
    measure.code = MeasureCode("GUL");
    measure.title = "Gullies cleared";
    body.content.measures = {measure};
    body.asked().about = {{SubjectKind::measure, "GUL"}, {SubjectKind::unit, "SC"}};
    EXPECT_EQ(about_words(body.content, body.asked()), "Gullies cleared (GUL); unit:SC");
}

TEST(ForwardPlan, LeavesOutPlansOfWhatHasEnded) {
    Body body;
    Measure measure;
    measure.code = MeasureCode("GUL");
    measure.title = "Gullies cleared";
    body.content.measures = {measure};
    RecoveryPlan plan;
    plan.code = RecoveryPlanCode("GUL-1");
    plan.measure = measure.code;
    plan.presented = {{UnitCode("SC"), day("2024-05-14"), "plan"}};
    body.content.recovery_plans = {plan};
    EXPECT_EQ(body.planned("2024-10-01"), (Words{"2024-11-12 Progress of the recovery plan: Gullies cleared"}));
    body.content.measures[0].active_to = day("2024-09-30");
    EXPECT_TRUE(body.planned("2024-10-01").empty());
    const ForwardPlan told = forward_plan(body.content, {}, day("2024-10-01"));
    ASSERT_EQ(told.never_closed.size(), 1u);
    EXPECT_EQ(told.never_closed[0].title, "Gullies cleared: the measure ended on 30 September 2024");
    EXPECT_TRUE(forward_plan(body.content, UnitCode("OTHER"), day("2024-10-01")).never_closed.empty());
    body.content.measures.clear();
    EXPECT_EQ(forward_plan(body.content, {}, day("2024-10-01")).never_closed.at(0).title,
              "GUL: the measure is no longer kept");
    body.content.recovery_plans[0].state = RecoveryPlanState::closed;
    EXPECT_TRUE(forward_plan(body.content, {}, day("2024-10-01")).never_closed.empty());
}

TEST(ForwardPlan, DoesNotBelieveAMeetingThatWasCancelled) {
    Body body;
    body.meet("2024-10-01").next_on = day("2025-01-14");
    EXPECT_EQ(forward_plan(body.content, {}, day("2024-12-01")).meetings.size(), 2u);
    body.content.meetings.back().state = MeetingState::cancelled;
    EXPECT_EQ(forward_plan(body.content, {}, day("2024-12-01")).meetings.size(), 1u);
}

TEST(ReportedAt, IsThePeriodBeforeTheOneOfTheMeetingByTheCalendar) {
    Body body;
    const auto of = [&](const char* date, Grain grain, int start = 4) {
        Meeting meeting;
        meeting.code = MeetingCode("X");
        meeting.date = day(date);
        body.content.settings.calendar = Calendar(start);
        return print(*reported_at(body.content, meeting, grain), body.content.settings.calendar.year_style());
    };
    EXPECT_EQ(of("2024-07-01", Grain::quarter), "2024-25Q1");
    EXPECT_EQ(of("2024-09-30", Grain::quarter), "2024-25Q1");
    EXPECT_EQ(of("2024-12-31", Grain::quarter), "2024-25Q2");
    EXPECT_EQ(of("2024-04-01", Grain::quarter), "2023-24Q4");
    EXPECT_EQ(of("2024-06-30", Grain::quarter), "2023-24Q4");
    EXPECT_EQ(of("2024-05-31", Grain::month), "2024-04");
    EXPECT_EQ(of("2024-02-29", Grain::month), "2024-01");
    EXPECT_EQ(of("2024-03-31", Grain::half), "2023-24H1");
    EXPECT_EQ(of("2025-03-31", Grain::year), "2023-24");
    EXPECT_EQ(of("2024-09-01", Grain::academic_year), "AY2023-24");
    EXPECT_EQ(of("2024-12-31", Grain::quarter, 1), "2024Q3");
    EXPECT_EQ(of("2025-01-01", Grain::quarter, 1), "2024Q4");
    EXPECT_EQ(of("2025-01-31", Grain::month, 1), "2024-12");
    EXPECT_EQ(of("2024-06-30", Grain::half, 7), "2023-24H1");
}

// Every day of four years, in every grain and for every start of the year: one period, and its neighbours are not it.
TEST(ReportedAt, IsExactlyOnePeriod) {
    Body body;
    Meeting meeting;
    meeting.code = MeetingCode("X");
    for (int start = 1; start <= 12; ++start) {
        body.content.settings.calendar = Calendar(start);
        const Calendar& calendar = body.content.settings.calendar;
        for (Date date = day("2023-01-01"); date < day("2027-01-01"); date = date.plus_days(1))
            for (const Grain grain : {Grain::month, Grain::quarter, Grain::half, Grain::year, Grain::academic_year}) {
                meeting.date = date;
                const Period told = *reported_at(body.content, meeting, grain);
                ASSERT_LT(calendar.last_day(told), date);
                ASSERT_LE(date, end_of_reporting(calendar, told));
                ASSERT_TRUE(is_reported_at(body.content, told, meeting));
                ASSERT_FALSE(is_reported_at(body.content, *calendar.next(told), meeting));
                ASSERT_FALSE(is_reported_at(body.content, *calendar.previous(told), meeting));
            }
    }
}

TEST(ReportedAt, IsThatOfThePaperOnItsAgenda) {
    Body body;
    Paper paper;
    paper.code = PaperCode("P");
    paper.period = Period::quarter(2023, 3);
    body.content.papers = {paper};
    body.content.items[0].paper = paper.code;
    EXPECT_EQ(reported_at(body.content, body.content.meetings[0], Grain::quarter), Period::quarter(2023, 3));
    EXPECT_EQ(reported_at(body.content, body.content.meetings[0], Grain::month), Period::month(2024, 4));
}

TEST(EndOfReporting, OfASpanOfWholeMonthsIsByTheCalendar) {
    const Calendar calendar;
    EXPECT_EQ(end_of_reporting(calendar, Period::span(day("2024-07-01"), day("2024-09-30"))), day("2024-12-31"));
    EXPECT_EQ(end_of_reporting(calendar, Period::span(day("2024-02-01"), day("2024-02-29"))), day("2024-03-31"));
    EXPECT_EQ(end_of_reporting(calendar, Period::span(day("2024-07-02"), day("2024-07-15"))), day("2024-07-29"));
}

TEST(Roll, ShowsWhoSubstitutedAndWhoWithdrew) {
    Body body;
    const MeetingCode code("2024-05-14");
    body.content.attendance = {{code, "Chair", Presence::present, "", ""},
                               {code, "Member 4", Presence::substitute, "Member 9", "from item 3"},
                               {code, "Member 2", Presence::present, "", "until item 5"}};
    body.content.declarations = {
        {code, "Member 2", ItemCode("I1"), InterestKind::pecuniary, "treasurer of a club", true},
        {code, "Member 6", {}, InterestKind::non_pecuniary, "governor", false}};
    EXPECT_EQ(roll_of(body.content, body.content.meetings[0]),
              (std::vector<RollLine>{
                  {"Present", "Chair; Member 2 (until item 5)"},
                  {"Substitute", "Member 4 for Member 9 (from item 3)"},
                  {"Pecuniary interest", "Member 2: treasurer of a club; withdrew (item 4, Grants to clubs)"},
                  {"Non-pecuniary interest", "Member 6: governor"}}));
}

} // namespace
} // namespace qd::test
