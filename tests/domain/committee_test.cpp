#include "domain/committee.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Date day(std::string_view text) { return *Date::parse(text); }

Meeting meeting(const std::string& date, MeetingState state = MeetingState::held) {
    Meeting made;
    made.code = MeetingCode("PC-" + date);
    made.body = UnitCode("PC");
    made.date = day(date);
    made.state = state;
    return made;
}
Item item(const std::string& date, int number, ItemKind kind = ItemKind::report) {
    Item made;
    made.code = ItemCode("PC-" + date + "-" + std::to_string(number));
    made.meeting = MeetingCode("PC-" + date);
    made.number = std::to_string(number);
    made.position = number;
    made.title = "Item " + made.number;
    made.kind = kind;
    return made;
}
Decision request(const std::string& date, int number, std::optional<Date> due_by = {}) {
    Decision made;
    made.item = ItemCode("PC-" + date + "-" + std::to_string(number));
    made.code = DecisionCode(made.item.text() + "-1");
    made.kind = DecisionKind::requested;
    made.text = "A further report";
    made.owner = "Head of service";
    made.due_by = due_by;
    return made;
}

// Asked on 3 July for January, answered on 17 January; asked on 17 January for the next meeting.
Content committee() {
    Content content;
    content.units.push_back({UnitCode("PC"), "Performance committee", UnitKind::committee, {}, {}});
    content.meetings = {meeting("2012-07-03"), meeting("2012-08-30"), meeting("2013-01-17"),
                        meeting("2013-02-26", MeetingState::published)};
    content.meetings.back().next_on = day("2013-04-16");
    content.items = {item("2012-07-03", 4), item("2012-07-03", 5), item("2013-01-17", 4),
                     item("2013-02-26", 3, ItemKind::minutes), item("2013-02-26", 4)};
    content.items[3].minutes_of = MeetingCode("PC-2013-01-17");
    content.decisions = {request("2012-07-03", 4, day("2013-01-31")), request("2012-07-03", 5, day("2012-10-31")),
                         request("2013-01-17", 4)};
    content.decisions[0].answered_by = ItemCode("PC-2013-01-17-4");
    content.decisions[1].answered_by = ItemCode("PC-2013-01-17-4");
    content.decisions[2].due_meeting = MeetingCode("PC-2013-02-26");
    return content;
}

std::vector<AnswerState> states(const Content& content, std::string_view today) {
    std::vector<AnswerState> found;
    for (const Request& request : requests_of(content, {}, day(today))) found.push_back(request.state);
    return found;
}

TEST(Requests, AreOpenThenOverdueThenAnswered) {
    const Content content = committee();
    using enum AnswerState;
    EXPECT_TRUE(states(content, "2012-07-02").empty());
    EXPECT_EQ(states(content, "2012-10-31"), (std::vector{open, open}));
    EXPECT_EQ(states(content, "2012-11-01"), (std::vector{overdue, open}));
    EXPECT_EQ(states(content, "2013-01-17"), (std::vector{open, answered_late, answered}));
    EXPECT_EQ(states(content, "2013-02-27"), (std::vector{overdue, answered_late, answered}));
}

TEST(Requests, AreActionsOfTheirDecision) {
    const Content content = committee();
    const auto requests = requests_of(content, UnitCode("PC"), day("2013-01-17"));
    const Action action = action_of(requests.at(1));
    EXPECT_EQ(print(action.subject), "decision:PC-2012-07-03-5-1");
    EXPECT_EQ(action.lead, "Head of service");
    EXPECT_EQ(action.state, ActionState::complete);
    EXPECT_EQ(action.completed_on, day("2013-01-17"));
    EXPECT_EQ(action_of(requests.at(0)).due.at(0).date, day("2013-02-26"));
    EXPECT_TRUE(requests_of(content, UnitCode("OTHER"), day("2013-01-17")).empty());
}

TEST(MattersArising, AreWhatWasOpenOrIsAnsweredHere) {
    const Content content = committee();
    EXPECT_EQ(matters_arising(content, content.meetings[1]).size(), 2u); // both open
    EXPECT_EQ(matters_arising(content, content.meetings[2]).size(), 2u); // both answered at it
    const auto last = matters_arising(content, content.meetings[3]);
    ASSERT_EQ(last.size(), 1u); // what was answered in January is closed
    EXPECT_EQ(last[0].meeting->code, MeetingCode("PC-2013-01-17"));
}

TEST(ForwardPlan, ShowsWhatIsDueAtWhichMeeting) {
    const Content content = committee();
    const ForwardPlan plan = forward_plan(content, UnitCode("PC"), day("2013-02-01"));
    ASSERT_EQ(plan.meetings.size(), 1u); // the one announced at it is not known before it is held
    EXPECT_EQ(print(plan.meetings[0].latest_publication), "2013-02-18");
    ASSERT_EQ(plan.meetings[0].items.size(), 2u);
    EXPECT_EQ(plan.meetings[0].items[0].subject.code, "PC-2013-02-26-4");
    EXPECT_EQ(plan.meetings[0].items[1].subject.code, "PC-2013-01-17-4-1");
    const ForwardPlan later = forward_plan(content, UnitCode("PC"), day("2013-02-26"));
    ASSERT_EQ(later.meetings.size(), 2u);
    EXPECT_EQ(print(later.meetings[1].date), "2013-04-16");
    EXPECT_EQ(later.meetings[1].meeting, nullptr);
}

TEST(Confirmation, IsTheItemThatNamesTheMeeting) {
    const Content content = committee();
    EXPECT_EQ(confirmation_of(content, MeetingCode("PC-2013-01-17")), &content.items[3]);
    EXPECT_EQ(confirmation_of(content, MeetingCode("PC-2012-08-30")), nullptr);
}

TEST(Publication, OfAnItemIsItsOwnOrTheAgendas) {
    Content content = committee();
    const WorkingDays days;
    Meeting& last = content.meetings.back();
    EXPECT_FALSE(publication_of(days, last).late);
    last.published_on = day("2013-02-18");
    EXPECT_FALSE(publication_of(days, last).late);
    EXPECT_EQ(publication_of(days, last, content.items.back()).clear_days, 5);
    content.items.back().published_on = day("2013-02-19");
    EXPECT_TRUE(publication_of(days, last, content.items.back()).late);
}

TEST(ForwardPlan, BringsWhatWasReferredToTheNextMeetingOfTheOtherBody) {
    Content content;
    const auto meet = [&](const char* code, const char* body, const char* date) {
        Meeting made = meeting(date);
        made.code = MeetingCode(code);
        made.body = UnitCode(body);
        content.meetings.push_back(made);
    };
    meet("A1", "A", "2013-01-10");
    meet("B1", "B", "2013-02-10");
    meet("B2", "B", "2013-03-10");
    content.items = {item("2013-01-10", 1)};
    content.items[0].meeting = MeetingCode("A1");
    Decision referred;
    referred.code = DecisionCode("D");
    referred.item = content.items[0].code;
    referred.kind = DecisionKind::referred;
    referred.text = "Whether to go on";
    referred.to_body = UnitCode("B");
    content.decisions = {referred};
    const auto plan = [&](const char* body, const char* today) {
        return forward_plan(content, UnitCode(body), day(today));
    };
    ASSERT_EQ(plan("", "2013-01-20").meetings.size(), 2U);
    ASSERT_EQ(plan("", "2013-01-20").meetings[0].items.size(), 1U);
    EXPECT_EQ(plan("", "2013-01-20").meetings[0].items[0].why, Planned::Why::referral);
    EXPECT_TRUE(plan("", "2013-01-20").meetings[1].items.empty());
    EXPECT_EQ(plan("B", "2013-01-20").meetings[0].items.size(), 1U);
    EXPECT_TRUE(plan("A", "2013-01-20").without_date.empty()) << "it is the other body's now";
    EXPECT_TRUE(plan("", "2013-01-05").meetings[1].items.empty()) << "nobody has referred it yet";
    EXPECT_EQ(plan("", "2013-04-01").without_date.size(), 1U) << "no meeting is known";
    content.decisions[0].due_meeting = MeetingCode("B2");
    EXPECT_EQ(plan("", "2013-01-20").meetings[1].items.size(), 1U);
    content.decisions[0].answered_on = day("2013-01-15");
    EXPECT_TRUE(plan("", "2013-01-20").meetings[1].items.empty());
}

} // namespace
} // namespace qd::test
