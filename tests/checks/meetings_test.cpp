#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

// A meeting on Tuesday 26 February 2013 with an agenda of three items, and one before it.
Content committee() {
    Content content = council();
    content.units.push_back({UnitCode("PC"), "Performance committee", UnitKind::committee, {}, {}});
    for (const char* date : {"2013-01-17", "2013-02-26"}) {
        Meeting meeting;
        meeting.code = MeetingCode(std::string("PC-") + date);
        meeting.body = UnitCode("PC");
        meeting.date = day(date);
        meeting.state = MeetingState::held;
        content.meetings.push_back(meeting);
    }
    for (int number = 1; number <= 3; ++number) {
        Item item;
        item.code = ItemCode("I" + std::to_string(number));
        item.meeting = MeetingCode("PC-2013-02-26");
        item.number = std::to_string(number);
        item.position = number;
        item.title = "Item " + item.number;
        content.items.push_back(item);
    }
    content.items[0].kind = ItemKind::minutes;
    content.items[0].minutes_of = MeetingCode("PC-2013-01-17");
    Decision confirmed;
    confirmed.code = DecisionCode("D1");
    confirmed.item = ItemCode("I1");
    confirmed.kind = DecisionKind::confirmed;
    confirmed.text = "The minutes are confirmed";
    content.decisions.push_back(confirmed);
    return content;
}

Findings of(const Content& content, std::string_view as_at = "2013-03-31") {
    return checked(content, "2012-13Q3", as_at);
}

Decision request() {
    Decision made;
    made.code = DecisionCode("D2");
    made.item = ItemCode("I2");
    made.kind = DecisionKind::requested;
    made.text = "A further report";
    made.owner = "Head of service";
    made.due_by = day("2013-03-10");
    return made;
}

TEST(Meetings, ThatAreInOrderRaiseNothing) { EXPECT_TRUE(of(committee()).empty()) << print(of(committee())); }

TEST(AgendaLate, IsOneOutAfterTheLastDay) {
    Content content = committee();
    content.meetings[1].published_on = day("2013-02-18");
    EXPECT_FALSE(has(of(content), "agenda-late"));
    content.meetings[1].published_on = day("2013-02-19");
    EXPECT_EQ(only(of(content), "agenda-late").message,
              "The agenda was published on Tuesday 19 February 2013, which leaves 4 clear days; the last day for 5 was "
              "Monday 18 February 2013.");
}

TEST(ItemLate, NeedsAReason) {
    Content content = committee();
    content.meetings[1].published_on = day("2013-02-18");
    content.items[2].published_on = day("2013-02-22");
    EXPECT_EQ(only(of(content), "item-late").severity, Severity::error);
    content.items[2].urgent_reason = "The grant lapses on 28 February";
    EXPECT_FALSE(has(of(content), "item-late"));
}

TEST(ExemptUnfounded, IsAnItemInPrivateWithoutItsGrounds) {
    Content content = committee();
    content.items[2].part = ItemPart::two;
    EXPECT_EQ(only(of(content), "exempt-unfounded").message,
              "The item is in part 2 and does not give the paragraph of schedule 12A, the reason and the test of the "
              "public interest.");
    content.items[2].exempt_paragraphs = {ExemptParagraph::three};
    content.items[2].exempt_reason = "Rates of a contractor";
    content.items[2].public_interest = "Showing them would raise the price to the public";
    EXPECT_FALSE(has(of(content), "exempt-unfounded"));
}

TEST(NoticeLate, IsAKeyDecisionWithoutTwentyEightDays) {
    Content content = committee();
    content.items[2].key_decision = true;
    EXPECT_EQ(with_code(of(content), "notice-late").size(), 1u);
    content.items[2].notice_on = day("2013-01-28");
    EXPECT_FALSE(has(of(content), "notice-late"));
    content.items[2].notice_on = day("2013-01-29");
    EXPECT_EQ(
        only(of(content), "notice-late").message,
        "Notice of the key decision was given on Tuesday 29 January 2013; the last day for 28 clear days was Monday "
        "28 January 2013.");
}

TEST(MinutesUnconfirmed, IsAMeetingWithoutTheItemOrTheDecision) {
    Content content = committee();
    content.decisions.clear();
    EXPECT_EQ(only(of(content), "minutes-unconfirmed").subject, (Subject{SubjectKind::item, "I1"}));
    content.meetings[1].state = MeetingState::published; // not held yet
    EXPECT_FALSE(has(of(content), "minutes-unconfirmed"));
    content.items[0].minutes_of = MeetingCode();
    EXPECT_EQ(only(of(content), "minutes-unconfirmed").subject, (Subject{SubjectKind::meeting, "PC-2013-02-26"}));
}

TEST(WeekdayWrong, IsADayPrintedAsAnother) {
    Content content = committee();
    content.meetings[1].weekday = Weekday::tuesday;
    content.meetings[1].next_on = day("2013-04-16");
    content.meetings[1].next_weekday = Weekday::tuesday;
    EXPECT_FALSE(has(of(content), "weekday-wrong"));
    content.meetings[1].next_weekday = Weekday::thursday;
    EXPECT_EQ(only(of(content), "weekday-wrong").message,
              "The next meeting, 16 April 2013 is printed as a Thursday; it is a Tuesday.");
}

TEST(NextMeetingMoved, IsTheOneAnnounced) {
    Content content = committee();
    content.meetings[0].next_on = day("2013-02-21");
    EXPECT_EQ(only(of(content), "next-meeting-moved").severity, Severity::note);
}

TEST(ItemNumber, LeavesNoneOut) {
    Content content = committee();
    content.items[2].number = "4";
    EXPECT_EQ(only(of(content), "item-number").message, "Item 4 follows item 2.");
    content.items[2].number = "2A";
    EXPECT_FALSE(has(of(content), "item-number"));
}

TEST(PagesOverlap, IsAnItemOnPagesOfAnother) {
    Content content = committee();
    content.items[0].page_from = 1;
    content.items[0].page_to = 8;
    content.items[2].page_from = 9;
    content.items[2].page_to = 22;
    EXPECT_FALSE(has(of(content), "pages-overlap"));
    content.items[2].page_from = 8;
    EXPECT_EQ(with_code(of(content), "pages-overlap").size(), 1u);
}

TEST(RequestIncomplete, SaysWhoAndWhen) {
    Content content = committee();
    content.decisions.push_back(request());
    EXPECT_FALSE(has(of(content, "2013-03-10"), "request-incomplete"));
    content.decisions[1].owner.clear();
    content.decisions[1].due_by.reset();
    EXPECT_EQ(only(of(content), "request-incomplete").message,
              "Requested without saying who answers and by when: A further report.");
    content.decisions[1].kind = DecisionKind::noted;
    EXPECT_FALSE(has(of(content), "request-incomplete"));
}

TEST(RequestOverdue, IsOneWithoutAnswerAndAnswerLateOneThatCame) {
    Content content = committee();
    content.decisions.push_back(request());
    EXPECT_EQ(only(of(content), "request-overdue").message,
              "Requested by 10 March 2013 and not answered: A further report.");
    content.decisions[1].answered_on = day("2013-03-20");
    EXPECT_EQ(only(of(content), "answer-late").message,
              "Requested by 10 March 2013, answered on 20 March 2013, 10 days later: A further report.");
    content.decisions[1].answered_on = day("2013-03-10");
    EXPECT_FALSE(has(of(content), "answer-late"));
}

} // namespace
} // namespace qd::test
