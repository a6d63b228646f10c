// What is hard to see on the pages of the public site; tests/web/public_site_test.cpp follows its links.
#include "engine/published.hpp"
#include "exchange/folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace qd {
namespace {

Content ledgershire() { return read_source("tests/councils/ledgershire", Content())->content; }

Delivery& part_in(Content& content, const char* area) {
    return *std::ranges::find(content.delivery, AreaCode(area), &Delivery::area);
}
std::size_t parts(const Content& content) {
    return static_cast<std::size_t>(std::ranges::count_if(
        content.delivery, [](const Delivery& row) { return !row.area.empty() || !row.body.empty(); }));
}

TEST(PublishedRegisters, LeaveOutAllPartsOfAPeriodWhereOneIsSmall) {
    Content content = ledgershire();
    EXPECT_EQ(parts(published_content(content)), 3U);
    part_in(content, "L12").delivered = Decimal(4);
    const Content small = published_content(content);
    EXPECT_EQ(parts(small), 1U) << "the other part would tell it, beside the whole";
    EXPECT_EQ(small.delivery.size() + 2, content.delivery.size()) << "the whole stays";
    part_in(content, "L12").delivered = Decimal(5);
    EXPECT_EQ(parts(published_content(content)), 3U) << "the threshold itself is shown";
    part_in(content, "L12").delivered = Decimal(0);
    EXPECT_EQ(parts(published_content(content)), 3U);
    content.settings.suppression.zeros = Zeros::hidden;
    EXPECT_EQ(parts(published_content(content)), 1U);
}

TEST(PublishedRegisters, ShowWhenAPrivateItemAnsweredButNotWhat) {
    Content content = ledgershire();
    const DecisionCode asked("PC-2024-06-11-2-2");
    const auto answer_at = [&](const char* item) {
        std::ranges::find(content.decisions, asked, &Decision::code)->answered_by = ItemCode(item);
        return *find_row(published_content(content).decisions, asked);
    };
    EXPECT_EQ(answer_at("PC-2024-12-10-2").answer, "79.5% in quarter 3");
    const Decision in_private = answer_at("PC-2024-12-10-3");
    EXPECT_TRUE(in_private.answer.empty() && in_private.answered_by.empty());
    EXPECT_EQ(in_private.answered_on, Date::from_ymd(2024, 12, 10));
}

TEST(PublishedRegisters, LeaveOutMinutesInWhichAPrivateItemCannotBeFound) {
    Content content = ledgershire();
    const MeetingCode code("PC-2024-12-10");
    std::ranges::find(content.meetings, code, &Meeting::code)->state = MeetingState::confirmed;
    const auto minutes = [&]() -> std::string {
        const Content open = published_content(content);
        const auto found = std::ranges::find(open.minutes, code, &Minutes::meeting);
        return found == open.minutes.end() ? "none" : found->text;
    };
    EXPECT_NE(minutes().find("The second inspector is at work."), std::string::npos);
    EXPECT_EQ(minutes().find("1.34 million"), std::string::npos);
    std::string& text = std::ranges::find(content.minutes, code, &Minutes::meeting)->text;
    text.replace(text.find("## 3."), 5, "## Item three:");
    EXPECT_EQ(minutes(), "none");
}

TEST(PublishedRegisters, GoByTheConfirmationWhereTheStateDoesNotSayIt) {
    Content content = ledgershire();
    const auto has = [&] {
        const Content open = published_content(content);
        return std::ranges::find(open.minutes, MeetingCode("PC-2024-06-11"), &Minutes::meeting) != open.minutes.end();
    };
    EXPECT_TRUE(has());
    std::ranges::find(content.meetings, MeetingCode("PC-2024-06-11"), &Meeting::code)->state = MeetingState::held;
    EXPECT_FALSE(has());
    Decision confirmed;
    confirmed.code = DecisionCode("PC-2024-09-10-1-1");
    confirmed.item = ItemCode("PC-2024-09-10-1");
    confirmed.kind = DecisionKind::confirmed;
    confirmed.text = "The minutes";
    content.decisions.push_back(confirmed);
    EXPECT_TRUE(has());
}

TEST(PublishedRegisters, GiveOnlyTheDescriptionOfAPlanWhoseTextThePaperDidNotGive) {
    Content content = ledgershire();
    content.recovery_plans.front().text_published = false;
    const Content open = published_content(content);
    ASSERT_EQ(open.recovery_plans.size(), 1U);
    EXPECT_TRUE(open.recovery_plans.front().causes.empty());
    EXPECT_FALSE(open.recovery_plans.front().description.empty());
    EXPECT_TRUE(open.trajectories.empty());
    EXPECT_TRUE(std::ranges::none_of(
        open.actions, [](const Action& action) { return action.subject.kind == SubjectKind::recovery_plan; }));
}

} // namespace
} // namespace qd
