#include "documents/sections/meeting_sections.hpp"

#include "charts/markup.hpp"
#include "documents/formats/html.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Date day(std::string_view text) { return *Date::parse(text); }

Content committee() {
    Content content;
    content.units.push_back({UnitCode("PC"), "Performance committee", UnitKind::committee, {}, {}});
    for (const char* date : {"2013-01-17", "2013-02-26"}) {
        Meeting meeting;
        meeting.code = MeetingCode(std::string("PC-") + date);
        meeting.body = UnitCode("PC");
        meeting.date = day(date);
        content.meetings.push_back(meeting);
    }
    const auto item = [&](const char* code, const char* meeting, int number, const char* title) {
        Item made;
        made.code = ItemCode(code);
        made.meeting = MeetingCode(meeting);
        made.number = std::to_string(number);
        made.position = number;
        made.title = title;
        content.items.push_back(made);
    };
    item("A4", "PC-2013-01-17", 4, "Families");
    item("B1", "PC-2013-02-26", 1, "Scorecard");
    item("B2", "PC-2013-02-26", 2, "A contract");
    content.items[1].page_from = 9;
    content.items[1].page_to = 22;
    content.items[2].part = ItemPart::two;
    content.items[2].exempt_paragraphs = {ExemptParagraph::three};
    content.items[2].public_interest = "It would raise the price";
    Decision asked;
    asked.code = DecisionCode("A4-1");
    asked.item = ItemCode("A4");
    asked.mark = "(iii)";
    asked.kind = DecisionKind::requested;
    asked.text = "A breakdown of activities";
    asked.due_words = "the next meeting";
    content.decisions.push_back(asked);
    content.attendance.push_back({MeetingCode("PC-2013-01-17"), "Chair", Presence::present, {}, {}});
    content.minutes.push_back({MeetingCode("PC-2013-01-17"), "", "## 4. Families\n\nMembers asked <b>how</b>.\n"});
    return content;
}

std::string html_of(const Blocks& blocks) {
    Document document;
    document.title = "A meeting";
    document.blocks = blocks;
    const std::string html = article_html(document);
    EXPECT_TRUE(read_markup(html).faults.empty());
    return html;
}

bool holds(const std::string& html, std::string_view words) { return html.find(words) != std::string::npos; }

TEST(AgendaSection, PartsWhatIsPrivateAndNamesPages) {
    const Content content = committee();
    const std::string html = html_of(agenda_section(content, content.meetings[1]));
    EXPECT_TRUE(holds(html, "pages 9 to 22"));
    EXPECT_TRUE(holds(html, "Part 2, not open to press and public"));
    EXPECT_TRUE(holds(html, "Exempt under paragraph 3 (financial or business affairs of somebody) of schedule 12A"));
    EXPECT_TRUE(holds(html, "Public interest: It would raise the price"));
}

TEST(MinutesSection, PutsWhatWasResolvedBelowItsItem) {
    const Content content = committee();
    const std::string html = html_of(minutes_section(content, content.meetings[0]));
    EXPECT_TRUE(holds(html, "(iii) A breakdown of activities."));
    EXPECT_TRUE(holds(html, "&lt;b&gt;how"));
    EXPECT_LT(html.find("Families"), html.find("A breakdown"));
    EXPECT_TRUE(holds(html_of(minutes_section(content, content.meetings[1])), "There are no minutes"));
}

TEST(MinutesSection, KnowsNumbersAsPrintedAndHidesWhatWasTakenInPrivate) {
    Content content = committee();
    content.items[0].number = "23.PC.4";
    content.items[0].part = ItemPart::two;
    content.minutes[0].text = "## 23.PC.4. Families\n\nMembers asked.\n\n### How much\n\nToo much.\n";
    const std::string members = html_of(minutes_section(content, content.meetings[0]));
    EXPECT_LT(members.find("Families"), members.find("A breakdown"));
    EXPECT_TRUE(holds(members, "Too much"));
    const std::string everyone = html_of(minutes_section(content, content.meetings[0], 3, MinutesReaders::everyone));
    EXPECT_TRUE(holds(everyone, "Families"));
    EXPECT_TRUE(holds(everyone, "Taken in private."));
    for (const char* hidden : {"Members asked", "Too much", "A breakdown"})
        EXPECT_FALSE(holds(everyone, hidden)) << hidden;
    content.minutes.clear();
    EXPECT_FALSE(
        holds(html_of(minutes_section(content, content.meetings[0], 3, MinutesReaders::everyone)), "A breakdown"));
}

TEST(MattersArisingSection, NamesWhoAndWhen) {
    const Content content = committee();
    const std::string html = html_of(matters_arising_section(content, content.meetings[1]));
    EXPECT_TRUE(holds(html, "17 January 2013, item 4"));
    EXPECT_TRUE(holds(html, "not given"));
    EXPECT_TRUE(holds(html, "the next meeting"));
    EXPECT_TRUE(
        holds(html_of(matters_arising_section(content, content.meetings[0])), "No requests from earlier meetings"));
}

TEST(ForwardPlanSection, ListsWhatIsDue) {
    const Content content = committee();
    const std::string html =
        html_of(forward_plan_section(content, forward_plan(content, UnitCode("PC"), day("2013-02-01"))));
    EXPECT_TRUE(holds(html, "Performance committee, Tuesday 26 February 2013; papers out by 18 February 2013"));
    EXPECT_TRUE(holds(html, "Scorecard"));
    EXPECT_TRUE(holds(html, "For no known meeting"));
    EXPECT_TRUE(holds(html_of(decisions_section(content, content.meetings[0])), "Requested"));
}

} // namespace
} // namespace qd::test
