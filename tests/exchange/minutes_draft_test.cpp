#include "exchange/minutes/draft.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace qd::test {
namespace {

constexpr std::string_view numbered = R"(Borsetshire County Council

Performance Committee

Minutes of the Meeting held on Tuesday, 3rd July, 2012 at 2.00 pm in Cabinet Room 'D' - County Hall, Borchester

Present:

County Councillor Ann Elm (Chair)

County Councillors

A Birch Mrs C Dale

E Fern

1. Apologies for Absence

Apologies for absence were received from County Councillor George Heath.

2. Minutes of the Meeting held on 31 May 2012

Resolved: That the minutes of the meeting held on 31 May 2012 be confirmed and signed by the Chair.

3. Early support

Jo Kite, Head of Early Support, presented a report. Jo explained two things:

1. One of them.

Ian Lark reported on it. Officers would take up these points with colleagues.

Resolved:

The Committee:

- (i) Noted the report.
- (ii) Requested that a further report be submitted in approximately 6 months time (January 2013).
- (iii) Requested an update around September/October 2012.

4. Date of Next Meeting

The next meeting would be held on Thursday 30 August 2012 at 2.00pm in Cabinet Room 'B'.

M N Oak
County Secretary and Solicitor
)";

Content borsetshire() {
    Content content;
    content.units.push_back({UnitCode("PC"), "Performance Committee", UnitKind::committee, {}, {}});
    content.units.push_back({UnitCode("HS"), "Health Scrutiny", UnitKind::committee, {}, {}});
    return content;
}

MinutesDraft drafted(std::string_view text) {
    const auto draft = draft_minutes({text, "minutes.txt", UnitCode("PC"), std::nullopt}, borsetshire());
    EXPECT_TRUE(draft.has_value());
    return draft ? *draft : MinutesDraft();
}

TEST(MinutesDraft, KnowsTheMeeting) {
    const MinutesDraft draft = drafted(numbered);
    const Meeting* meeting = find_row(draft.content.meetings, MeetingCode("PC-2012-07-03"));
    ASSERT_NE(meeting, nullptr);
    EXPECT_EQ(meeting->weekday, Weekday::tuesday);
    EXPECT_EQ(meeting->time, "14:00");
    EXPECT_EQ(meeting->state, MeetingState::held);
    EXPECT_EQ(meeting->next_on, Date::parse("2012-08-30"));
    EXPECT_NE(find_row(draft.content.meetings, MeetingCode("PC-2012-08-30")), nullptr);
    const Meeting* before = find_row(draft.content.meetings, MeetingCode("PC-2012-05-31"));
    ASSERT_NE(before, nullptr);
    EXPECT_EQ(before->state, MeetingState::confirmed);
}

TEST(MinutesDraft, CountsSeatsAndKeepsNoNames) {
    const MinutesDraft draft = drafted(numbered);
    std::vector<std::string> who;
    for (const Attendance& row : draft.content.attendance) who.push_back(row.who);
    EXPECT_EQ(who, (std::vector<std::string>{"Chair", "Member 1", "Member 2", "Member 3", "Member 4",
                                             "Head of Early Support"}));
    EXPECT_EQ(draft.content.attendance[4].presence, Presence::apologies);
    std::string all = draft.content.minutes.at(0).text + draft.content.minutes[0].taken_by;
    for (const Decision& decision : draft.content.decisions) all += decision.text;
    for (const char* name : {"Elm", "Birch", "Dale", "Fern", "Heath", "Kite", "Lark", "Oak", "Jo "})
        EXPECT_EQ(all.find(name), std::string::npos) << name << " in " << all;
    EXPECT_EQ(draft.content.minutes[0].taken_by, "County Secretary and Solicitor");
}

TEST(MinutesDraft, DistinguishesItemsFromListsWithinThem) {
    const MinutesDraft draft = drafted(numbered);
    ASSERT_EQ(draft.content.items.size(), 4u);
    EXPECT_EQ(draft.content.items[1].kind, ItemKind::minutes);
    EXPECT_EQ(draft.content.items[1].minutes_of, MeetingCode("PC-2012-05-31"));
    EXPECT_EQ(draft.content.items[2].presented_by, "Head of Early Support");
    EXPECT_EQ(draft.content.items[3].kind, ItemKind::next_meeting);
    EXPECT_NE(draft.content.minutes.at(0).text.find("## 3. Early support\n"), std::string::npos);
}

TEST(MinutesDraft, ReadsWhatWasResolvedAndByWhen) {
    const MinutesDraft draft = drafted(numbered);
    const auto& decisions = draft.content.decisions;
    ASSERT_EQ(decisions.size(), 5u);
    EXPECT_EQ(decisions[0].kind, DecisionKind::confirmed);
    EXPECT_EQ(decisions[1].mark, "(i)");
    EXPECT_EQ(decisions[1].kind, DecisionKind::noted);
    EXPECT_EQ(decisions[2].kind, DecisionKind::requested);
    EXPECT_EQ(decisions[2].due_from, Date::parse("2013-01-01"));
    EXPECT_EQ(decisions[2].due_by, Date::parse("2013-01-31"));
    EXPECT_EQ(decisions[2].due_words, "January 2013");
    EXPECT_EQ(decisions[3].due_from, Date::parse("2012-09-01"));
    EXPECT_EQ(decisions[3].due_by, Date::parse("2012-10-31"));
    EXPECT_EQ(decisions[4].kind, DecisionKind::promised); // in the course of the text
    EXPECT_TRUE(std::ranges::any_of(draft.to_confirm,
                                    [](const Complaint& complaint) {
                                        return complaint.message == "It does not say who answers." &&
                                               complaint.row == 39;
                                    }))
        << [&] {
               std::string all;
               for (const Complaint& complaint : draft.to_confirm) all += print(complaint) + "\n";
               return all;
           }();
}

TEST(MinutesDraft, ReadsMarkedItems) {
    const MinutesDraft draft =
        drafted("Minutes of the Meeting held on Wednesday, 6th December, 2017 at 10.00 am in Room B\n"
                "Present:\n\nCounty Councillor Ann Elm CBE (Chair)\n\n\tA Birch\n\nC Dale\n\n"
                "<AI1>\n\n\t1.  \n\tApologies for Absence\n\nNone.\n\n</AI1>\n\n<AI2>\n\n\t2.  \n\tRegister\n\n"
                "A report was presented by Paul Reed, Head of Legal Services, providing it.\n\n"
                "Resolved:  That the Committee note the register.\n</AI2>\n");
    ASSERT_EQ(draft.content.items.size(), 2u);
    EXPECT_EQ(draft.content.items[1].title, "Register");
    EXPECT_EQ(draft.content.items[1].presented_by, "Head of Legal Services");
    ASSERT_EQ(draft.content.decisions.size(), 1u);
    EXPECT_EQ(draft.content.decisions[0].kind, DecisionKind::noted);
    EXPECT_EQ(draft.content.attendance.size(), 4u);
}

// Titles, brackets, lists, and posts that follow a dash; what no pattern recognises is shown to the person who reads the draft.
constexpr std::string_view many_names = R"(Minutes of the Meeting held on Tuesday, 3rd July, 2012 at 2.00 pm in Room B

Present:

County Councillor Ann Elm (Chair)

A Birch Mrs C Dale

In attendance: Dr Sue Ash (Director of Public Health)

1. Apologies for Absence

Apologies were received from County Councillors A Heath, Mrs B Moor and C Fell.

2. Visits to Libraries

The Chair, County Councillor Ann Elm (Chair), welcomed Mr Paul Reed – Head of Libraries, and Mrs J Lark (Early Years Manager).

Mr Reed said that visits rose. Dr Ash agreed with Mrs Lark. Mr Q Stone had left.

County Councillors A Birch, C Dale and E Fern asked about Burnley and Help Direct.

Nadia Quill of a partner spoke of Best Start. A note of Tom Hazel was laid round.

Resolved: That the report of Mr Reed be noted and that Ivy Holt be thanked.
)";

TEST(MinutesDraft, PutsPostsForNamesOfManyForms) {
    Content known = borsetshire();
    known.areas.push_back({AreaCode("E7"), "Burnley", AreaKind::district, {}, {}, {}});
    const auto read = draft_minutes({many_names, "minutes.txt", UnitCode("PC"), std::nullopt}, known);
    ASSERT_TRUE(read);
    const std::string& text = read->content.minutes.at(0).text;
    for (const char* said :
         {"welcomed the Head of Libraries, and the Early Years Manager.",
          "The Head of Libraries said that visits rose.",
          "The Director of Public Health agreed with the Early Years Manager.", "An officer had left.",
          "Members asked about Burnley and Help Direct.", "The Chair, the Chair, welcomed"})
        EXPECT_NE(text.find(said), std::string::npos) << said << " in " << text;
    for (const char* name : {"Elm", "Reed", "Lark", "Ash", "Stone", "Birch", "Dale", "Fern", "Heath", "Moor", "Fell"})
        EXPECT_EQ(text.find(name), std::string::npos) << name << " in " << text;
    EXPECT_NE(read->content.decisions.at(0).text.find("The report of the Head of Libraries be noted"),
              std::string::npos)
        << read->content.decisions[0].text;
    int apologies = 0;
    for (const Attendance& row : read->content.attendance) apologies += row.presence == Presence::apologies ? 1 : 0;
    EXPECT_EQ(apologies, 3);
}

TEST(MinutesDraft, ShowsWhatMayBeANameWithoutQuotingIt) {
    const MinutesDraft draft = drafted(many_names);
    std::string all;
    for (const Complaint& complaint : draft.to_confirm) all += print(complaint) + "\n";
    EXPECT_NE(all.find("row 23, value “[name] of a partner spoke of Best Start. A note"), std::string::npos) << all;
    EXPECT_NE(all.find("These may name people."), std::string::npos) << all;
    for (const char* name : {"Elm", "Reed", "Lark", "Ash", "Stone", "Quill", "Hazel", "Holt", "Birch", "Moor"})
        EXPECT_EQ(all.find(name), std::string::npos) << name << " in " << all;
    EXPECT_EQ(all.find("Help Direct asked"), std::string::npos);
}

TEST(MinutesDraft, NamesWhatIsBroken) {
    const auto complaints = [](std::string_view text) {
        const auto draft = draft_minutes({text, "minutes.txt", UnitCode("PC"), std::nullopt}, borsetshire());
        return draft ? std::string() : print(draft.error().at(0));
    };
    EXPECT_NE(complaints("").find("No line says when the meeting was held."), std::string::npos);
    EXPECT_NE(
        complaints("Minutes of the Meeting held on Tuesday, 3rd July, 2012 at 2.00 pm\n").find("No numbered item"),
        std::string::npos);
    EXPECT_FALSE(complaints(std::string("\xff\xfe\0M\0", 5)).empty());
    const MinutesDraft open =
        drafted("Minutes of the Meeting held on Monday, 3rd July, 2012 at 2.00 pm in Room\n<AI1>\n1. Apologies\n");
    EXPECT_TRUE(std::ranges::any_of(
        open.to_confirm, [](const Complaint& complaint) { return complaint.message == "This mark is not closed."; }));
    EXPECT_TRUE(std::ranges::any_of(open.to_confirm, [](const Complaint& complaint) {
        return complaint.message.starts_with("The day is a Tuesday");
    }));
}

// Whatever is cut, doubled or swapped: it reads, or says why not.
TEST(MinutesDraft, CopesWithAnyText) {
    std::mt19937_64 random(20121203);
    constexpr std::string_view bits[] = {"<AI1>",
                                         "</AI1>",
                                         "(ii) ",
                                         "Resolved: ",
                                         "\n",
                                         "9999999999. ",
                                         "31 February 2013",
                                         ", ",
                                         "County Councillor ",
                                         "(Pages 0 - 99999999999)",
                                         "\xe2\x80\x93",
                                         "\t",
                                         "<AI99999>",
                                         "1. "};
    for (int round = 0; round < 400; ++round) {
        std::string text(numbered);
        for (int changes = static_cast<int>(random() % 12); changes >= 0; --changes) {
            const std::size_t at = random() % (text.size() + 1);
            if (random() % 2 == 0)
                text.erase(at, random() % 80);
            else
                text.insert(at, bits[random() % std::size(bits)]);
        }
        const auto draft = draft_minutes({text, "minutes.txt", UnitCode("PC"), std::nullopt}, borsetshire());
        if (draft)
            EXPECT_FALSE(draft->content.items.empty());
        else
            EXPECT_FALSE(draft.error().empty());
    }
}

} // namespace
} // namespace qd::test
