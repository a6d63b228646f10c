#include "exchange/changes.hpp"
#include "exchange/temporary_folder.hpp"

namespace qd::testing {
namespace {

const Files council = {
    {"council.toml", "name = \"Borset\"\narea = \"E1\"\n"},
    {"areas.csv", "code,name,kind,parent,valid_from\nE1,Borset,county,,\nE2,Loxley,district,E1,1974-04-01\n"},
    {"units.csv", "code,name,kind,parent,post\nCC,Customer contact,service,,Head of contact\n"},
    {"measures.csv", "code,title,theme,owner,unit,roll_up,numerator_label,definition_from,definition\n"
                     "WAIT,Waits under a week,Care,CC,percent,ratio,people,,Counted from the letter\n"
                     "WAIT,,,,,,people,2024-04-01,Counted from the call\n"},
    {"plans.csv", "code,unit,title,from,to\nP1,CC,Contact plan,2024-04-01,2027-03-31\n"},
    {"priorities.csv", "code,plan,unit,title,theme,measures\nPR1,P1,CC,Answer sooner,Care,WAIT\n"},
    {"actions.csv", "code,subject,title,lead,due,outcome\n"
                    "A1,priority:PR1,Hire two clerks,Head of contact,2025-03-31,Shorter waits\n"},
    {"risks.csv", "code,title,owner_post,raised_on,cause\nR1,A flood,Head of contact,2024-05-14,Rain\n"},
    {"risk_reviews.csv", "risk,period,impact,likelihood,note\nR1,2024-25Q1,4,3,As last year\n"},
    {"targets.csv", "measure,period,value\nWAIT,2024-25,80\n"},
    {"updates.csv", "subject,period,status,narrative,reason,by\n"
                    "priority:PR1,2024-25Q1,amber,Two posts are vacant,No applicants,Head of contact\n"},
};

Content known() { return content_of(council); }

TEST(FewerColumns, LeaveTheOthersOfARow) {
    const Content stored = known();
    Action action = stored.actions[0];
    action.state = ActionState::complete;
    EXPECT_EQ(content_of({{"actions.csv", "code,state\nA1,complete\n"}}, stored).actions, std::vector{action});

    Unit unit = stored.units[0];
    unit.post = "Head of service";
    EXPECT_EQ(content_of({{"units.csv", "code,post\nCC,Head of service\n"}}, stored).units, std::vector{unit});

    Risk risk = stored.risks[0];
    risk.closed_on = Date::parse("2024-11-20");
    risk.closed_reason = "A wall";
    risk.approved_by = "Chief executive";
    EXPECT_EQ(content_of({{"risks.csv", "code,closed_on,closed_reason,approved_by\nR1,2024-11-20,A wall,Chief "
                                        "executive\n"}},
                         stored)
                  .risks,
              std::vector{risk});
}

TEST(FewerColumns, AnEmptyCellClears) {
    const Content stored = known();
    const Content given = content_of({{"measures.csv", "code,title,theme\nWAIT,Waits under a week,\n"}}, stored);
    EXPECT_EQ(given.measures[0].theme, "");
    EXPECT_EQ(given.measures[0].owner, UnitCode("CC"));
    const auto changes = changes_between(stored, given);
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0], (CellChange{"measures", "WAIT", "theme", "Care", ""}));
    EXPECT_TRUE(changes[0].is_cleared());
}

TEST(FewerColumns, OfARowThatIsNewAreAComplaint) {
    EXPECT_EQ(complaints_of({{"actions.csv", "code,state\nA1,complete\nA2,complete\nA3,complete\n"}}, known()),
              (std::vector<std::string>{
                  "actions.csv row 3, column subject: The column is missing, and the row is new. Add the column: every "
                  "new row needs it.",
                  "actions.csv row 3, column title: The column is missing, and the row is new. Add the column: every "
                  "new row needs it."}));
}

TEST(FewerColumns, OfARowThatIsKnownAreNoneWhateverElseIsWrong) {
    const auto complaints = complaints_of({{"actions.csv", "code,state\nA1,nearly\n"}}, known());
    ASSERT_EQ(complaints.size(), 1u);
    EXPECT_NE(complaints[0].find("column state, value “nearly”"), std::string::npos) << complaints[0];
}

TEST(FewerColumns, OfAMeasureKeepItsUnitAndItsDefinitions) {
    const Content stored = known();
    Measure measure = stored.measures[0];
    ASSERT_EQ(measure.definitions.size(), 2u);
    measure.title = "Waits of at most a week";
    EXPECT_EQ(content_of({{"measures.csv", "code,title\nWAIT,Waits of at most a week\n"}}, stored).measures,
              std::vector{measure});
}

TEST(FewerColumns, ARowOfADefinitionIsAboutItsVersion) {
    const Content stored = known();
    Measure measure = stored.measures[0];
    measure.definitions[1].text = "Counted from the first call";
    EXPECT_EQ(
        content_of({{"measures.csv", "code,definition_from,definition\nWAIT,2024-04-01,Counted from the first call\n"}},
                   stored)
            .measures,
        std::vector{measure});
    // a new one says what is counted in the words of the last
    const Measure later =
        content_of({{"measures.csv", "code,definition_from,definition\nWAIT,2025-04-01,Counted by the hour\n"}}, stored)
            .measures[0];
    ASSERT_EQ(later.definitions.size(), 3u);
    EXPECT_EQ(later.definitions[2].numerator_label, "people");
    EXPECT_EQ(later.definitions[2].text, "Counted by the hour");
    EXPECT_EQ(later.title, "Waits under a week");
    EXPECT_EQ(complaints_of({{"measures.csv", "code,definition\nWAIT,Which one?\n"}}, stored),
              std::vector<std::string>{
                  "measures.csv row 2, column definition_from: WAIT has 2 versions of its definition. Add the column "
                  "definition_from, and write the day of the one that the row gives."});
}

TEST(FewerColumns, OfALedgerTakeOverWhatIsInForce) {
    const Content stored = known();
    const Content given =
        content_of({{"risk_reviews.csv", "risk,period,likelihood\nR1,2024-25Q1,2\n"},
                    {"updates.csv", "subject,period,narrative\npriority:PR1,2024-25Q1,One is filled\n"}},
                   stored);
    EXPECT_EQ(given.risk_reviews[0].impact, 4);
    EXPECT_EQ(given.risk_reviews[0].likelihood, 2);
    EXPECT_EQ(given.risk_reviews[0].note, "As last year");
    EXPECT_EQ(given.updates[0].status, Status::amber);
    EXPECT_EQ(given.updates[0].reason, "No applicants");
    EXPECT_EQ(given.updates[0].by, ""); // who said the other words did not say these
    const Content green =
        content_of({{"updates.csv", "subject,period,status\npriority:PR1,2024-25Q1,green\n"}}, stored);
    EXPECT_EQ(green.updates[0].narrative, "Two posts are vacant");
    EXPECT_EQ(green.updates[0].reason, ""); // it was the reason of amber
    EXPECT_EQ(changes_between(stored, green),
              (std::vector<CellChange>{{"updates", "priority:PR1 2024-25Q1", "status", "amber", "green"},
                                       {"updates", "priority:PR1 2024-25Q1", "reason", "No applicants", ""}}));
}

TEST(FewerColumns, OfATargetOfAnotherKindKeepNoNumber) {
    const Content given =
        content_of({{"targets.csv", "measure,period,kind,lower,upper\nWAIT,2024-25,range,75,85\n"}}, known());
    EXPECT_FALSE(given.targets[0].value);
    EXPECT_EQ(given.targets[0].lower, Decimal(75));
}

TEST(FewerColumns, OfSettingsAreReportedKeyByKey) {
    const auto changes = changes_of_settings("name = \"Borset\"\narea = \"E1\"\ndue_days = 20\n",
                                             "name = \"Borsetshire\"\narea = \"E1\"\n");
    EXPECT_EQ(changes, (std::vector<CellChange>{{"settings", "council.toml", "due_days", "20", ""},
                                                {"settings", "council.toml", "name", "Borset", "Borsetshire"}}));
}

} // namespace
} // namespace qd::testing
