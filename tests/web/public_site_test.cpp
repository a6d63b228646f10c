// The site that a council lets everyone read, followed link by link: nothing on it may reveal what is only for the council.
#include "base/text.hpp"
#include "web/address.hpp"
#include "web/site_under_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <regex>

namespace qd::web {
namespace {

Content with_drafts() {
    Content content = test::example("tests/councils/ledgershire");
    RecoveryPlan draft = content.recovery_plans.front();
    draft.code = RecoveryPlanCode("TRAIN-R1");
    draft.measure = MeasureCode("TRAIN");
    draft.presented.clear();
    draft.description = "a plan that nobody was shown";
    content.recovery_plans.push_back(draft);
    Funding possible = content.funding.front();
    possible.code = FundingCode("ROUTE-F3");
    possible.title = "an offer under negotiation";
    possible.state = FundingState::possible;
    content.funding.push_back(possible);
    Item draft_item = content.items.front();
    draft_item.code = ItemCode("PC-2025-03-11-9");
    draft_item.meeting = MeetingCode("PC-2025-03-11");
    draft_item.title = "an item of an agenda that is not out";
    content.items.push_back(draft_item);
    return content;
}

// Each address that the pages lead to, with what it answers.
std::map<std::string, Response> all_of(const Site& site) {
    std::map<std::string, Response> seen;
    std::deque<std::string> open{"/?period=2024-25Q3", "/?period=2024-25Q3&as_at=2025-02-01", "/issues", "/actions"};
    static const std::regex link(" href=\"(/[^\"#]*)");
    while (!open.empty()) {
        const std::string target = open.front();
        open.pop_front();
        if (seen.contains(target) || target.starts_with("/assets/")) continue;
        if (target.find("format=pdf") != std::string::npos || target.find("format=docx") != std::string::npos) continue;
        const Response& response = seen[target] = test::get(site, target);
        if (response.header("Content-Type").find("text/html") == std::string::npos) continue;
        for (std::sregex_iterator at(response.body.begin(), response.body.end(), link), end; at != end; ++at)
            open.push_back(replace_all((*at)[1].str(), "&amp;", "&"));
    }
    return seen;
}

// What is in the council's own content, and where.
const std::map<std::string, std::string> own{
    {"1.34 million", "minutes and paper of an exempt item"},
    {"1.31 million", "decision on an exempt item"},
    {"second bidder", "request made in private"},
    {"holds shares", "interest declared in an exempt item"},
    {"second inspector is at work", "minutes that are not confirmed"},
    {"an item of an agenda that is not out", "draft agenda"},
    {"Certificates come late", "a contract review"},
    {"Certificates within four weeks", "an action of a contract review"},
    {"an offer under negotiation", "possible money"},
    {"Centre 5", "one site"},
    {"It is out of support", "the cause of a risk"},
    {"Rents are not collected", "the consequence of a risk"},
    {"Copies every night", "the controls of a risk"},
    {"the supplier may withdraw", "the note of a review"},
    {"Test the recovery of the payments system", "an action about a risk"},
    {"a plan that nobody was shown", "a draft plan"},
    {"sqlite:test.db", "the address of the store"},
};

TEST(PublicSite, ShowsNothingThatIsOnlyForTheCouncil) {
    const auto snapshot = test::snapshot_of(with_drafts(), Reader::everyone);
    EXPECT_TRUE(snapshot->content().payment_claims.empty()); // which no page shows by itself
    const auto pages = all_of(test::site_of(snapshot));
    EXPECT_GT(pages.size(), 40U);
    for (const auto& [target, response] : pages) {
        EXPECT_EQ(response.status, 200) << target;
        for (const auto& [words, what] : own)
            EXPECT_EQ(response.body.find(words), std::string::npos) << target << " tells " << what;
    }
}

TEST(PublicSite, LeavesOutNothingThatTheCouncilDoesNotHave) {
    const Site site = test::site_of(test::snapshot_of(with_drafts()));
    const auto pages = all_of(site);
    for (const auto& [words, what] : own)
        EXPECT_TRUE(std::ranges::any_of(
            pages, [&](const auto& page) { return page.second.body.find(words) != std::string::npos; }))
            << words << ": " << what << " is on no page of the council, so that the other test could not fail";
}

TEST(PublicSite, ShowsWhatWasOpen) {
    const Site site = test::site_of(test::snapshot_of(with_drafts(), Reader::everyone));
    const auto says = [&](const std::string& target, const std::string& words) {
        const std::string body = test::get(site, target + "?as_at=2025-02-01&period=2024-25Q3").body;
        EXPECT_NE(body.find(words), std::string::npos) << target << " lacks " << words;
    };
    says("/meetings/PC-2024-12-10", "Bridge Training: offer for the contract");
    says("/meetings/PC-2024-12-10", "Exempt under paragraph 3");
    says("/meetings/PC-2024-12-10", "An update in six months");
    says("/meetings/PC-2024-06-11", "Members asked how long homes wait");
    says("/meetings/PC-2025-03-11", "Sale of the depot at Mill Lane"); // notice was given
    says("/meetings/CB-2025-02-20", "New payments system");
    says("/recovery-plans/LET-R1", "better, by 10.8 points");
    says("/risks", "The payments system fails");
    says("/programmes/ROUTE", "37 behind the profile of 150");
    says("/self-evaluation", "6 of 6 (100%)");
    says("/about", "The public site");
    EXPECT_EQ(test::get(site, "/?as_at=2025-02-01&period=2024-25Q3").body.find("The checker found"), std::string::npos)
        << "it was not asked";
    EXPECT_EQ(test::get(site, "/findings").status, 404);
    EXPECT_EQ(test::get(site, "/findings.json").status, 404);
}

} // namespace
} // namespace qd::web
