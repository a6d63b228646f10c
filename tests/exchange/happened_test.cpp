#include "exchange/temporary_folder.hpp"

namespace qd::testing {
namespace {

const Files council = {
    {"council.toml", "name = \"Borset\"\narea = \"E1\"\n"},
    {"areas.csv", "code,name,kind\nE1,Borset,county\n"},
    {"units.csv", "code,name,kind\nCC,Customer contact,service\n"},
    {"measures.csv", "code,title\nWAIT,Waits\n"},
    {"plans.csv", "code,unit,title\nP1,CC,Contact plan\n"},
    {"priorities.csv", "code,plan,unit,title\nPR1,P1,CC,Answer sooner\n"},
};

// What is wrong with one table more, read on 1 December 2026.
std::vector<std::string> complaints_on(const std::string& table, const std::string& text) {
    TemporaryFolder folder;
    for (const auto& [name, file] : council) folder.with(name, file);
    folder.with(table, text);
    const auto reading = read_source(folder.path(), Content(), BadRows::refuse, Date::parse("2026-12-01"));
    return reading ? std::vector<std::string>{} : printed(reading.error());
}

TEST(WhatHappened, MayNotLieAfterToday) {
    EXPECT_EQ(
        complaints_on("returns.csv", "measure,period,value,known_at\nWAIT,2025-26Q2,4,2099-11-05\n"),
        std::vector<std::string>{
            "returns.csv row 2, column known_at, value “2099-11-05”: known_at 5 November 2099 is after today (1 "
            "December 2026). Write the day on which it happened. Is the year right, and the day before the month?"});
    EXPECT_EQ(complaints_on("actions.csv", "code,subject,title,state,completed_on\n"
                                           "A1,priority:PR1,Hire,complete,2099-02-11\n")
                  .size(),
              1u);
    EXPECT_EQ(complaints_on("risks.csv", "code,title,raised_on\nR1,A flood,2026-12-02\n").size(), 1u);
    EXPECT_TRUE(complaints_on("risks.csv", "code,title,raised_on\nR1,A flood,2026-12-01\n").empty()); // today
}

TEST(WhatHappened, IsNotOfAPeriodThatHasNotBegun) {
    EXPECT_EQ(complaints_on("returns.csv", "measure,period,value\nWAIT,2026-27Q4,4\n").size(), 1u);
    EXPECT_TRUE(complaints_on("returns.csv", "measure,period,value\nWAIT,2026-27Q3,4\n").empty()); // it has begun
    EXPECT_EQ(complaints_on("updates.csv", "subject,period,status\npriority:PR1,2026-27Q4,green\n").size(), 1u);
}

TEST(WhatHappened, IsNotAskedOfWhatIsToCome) {
    EXPECT_TRUE(complaints_on("returns.csv", "measure,period,value,flags\nWAIT,2027-28Q1,4,forecast\n").empty());
    EXPECT_TRUE(complaints_on("returns.csv", "measure,period,gap\nWAIT,2027-28Q1,not_due\n").empty());
    EXPECT_TRUE(complaints_on("targets.csv", "measure,period,value\nWAIT,2029-30,4\n").empty());
    EXPECT_TRUE(complaints_on("actions.csv", "code,subject,title,due\nA1,priority:PR1,Hire,2031-03-31\n").empty());
}

TEST(Updates, OfWhatNothingShowsAreRefused) {
    EXPECT_EQ(complaints_on("updates.csv", "subject,period,narrative\nplan:P1,2025-26Q1,It goes well\n"),
              std::vector<std::string>{
                  "updates.csv row 2, column subject, value “plan:P1”: is not shown from this table: updates are for "
                  "measures, priorities, groups (unit:…), projects, phases and risks. Put it in the rows of its "
                  "priorities (priority:…), or of its group (unit:…)."});
    EXPECT_TRUE(complaints_on("updates.csv", "subject,period,narrative\nunit:CC,2025-26Q1,It goes well\n").empty());
}

} // namespace
} // namespace qd::testing
