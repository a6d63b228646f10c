#include "exchange/layouts/guess.hpp"
#include "exchange/layouts/taken.hpp"

#include <random>

namespace qd::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

GuessedLayout guess(const std::string& text, const std::string& name = "own.csv") {
    ComplaintBook complaints;
    const Content known = borough();
    return guess_layout(read_sheet_file({name, text, {}}, {}, complaints), known, {});
}

std::string questions(const GuessedLayout& guessed) {
    std::string all;
    for (const LayoutQuestion& question : guessed.questions)
        all += (question.is_open ? "?? " : "? ") + question.text + "\n";
    return all;
}

// Reads with the proposed layout, unchanged.
Taken take_as_guessed(const std::string& text, const std::string& name = "own.csv") {
    return take(text, guess(text, name).text, name);
}

TEST(GuessLayout, ASheetWithATitleQuartersAndANote) {
    const std::string sheet = "Wenlow parks,,,,,\n\nRef,Indicator,Target 2024/25,Q1,Q2,Comments\n"
                              "TR-01,Trees planted,40,12,15,Dry\nLT2,Letters,90%,81%,awaited,\n\nSource: depot\n";
    const auto taken = take_as_guessed(sheet, "Parks 2024-25.csv");
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines, Contains("TR-01 2024-25Q2 value 15 (E4)"));
    EXPECT_THAT(taken.lines, Contains("LT2 2024-25 annual 90% (C5)"));
    EXPECT_THAT(taken.lines, Contains("TR-01 2024-25Q2 says Dry"));
    const std::string asked = questions(guess(sheet, "Parks 2024-25.csv"));
    EXPECT_THAT(asked, HasSubstr("? Is “target 2024/25” the target of the whole year?"));
    EXPECT_THAT(asked, HasSubstr("? Does “comments” belong to 2024-25Q2?"));
}

TEST(GuessLayout, AreasAcrossOneOfThemTheCouncilItself) {
    const auto taken =
        take_as_guessed("Period: July - September 2024,,,\nMeasure,Northgate,St Swithuns and Quay,Borough\n"
                        "Trees planted,4,5,9\nGrants paid,400,500,900\n");
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines, Contains("TR-01 2024-25Q2 value 9 (D3)"));
    EXPECT_THAT(taken.lines, Contains("GR3 S1 2024-25Q2 value 500 (C4)"));
}

TEST(GuessLayout, PeriodsBelowOneAnotherAreTurned) {
    const auto taken = take_as_guessed("Code,TR-01,GR3\nApril 2024,3,10\nMay 2024,4,20\nJune 2024,5,30\n");
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines,
                ElementsAre("GR3 2024-04 value 10 (C2)", "GR3 2024-05 value 20 (C3)", "GR3 2024-06 value 30 (C4)",
                            "TR-01 2024-04 value 3 (B2)", "TR-01 2024-05 value 4 (B3)", "TR-01 2024-06 value 5 (B4)"));
}

// Two columns that give a third are its parts, whatever they are called.
TEST(GuessLayout, PartsAreRecognisedByTheirResult) {
    const std::string sheet = "year,level,children,reached,lt2_rate\n2022-23,x,200,150,75\n2023-24,x,220,176,80\n"
                              "2024-25,x,240,180,75\n";
    const auto taken = take_as_guessed(sheet);
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines, Contains("LT2 2022-23 numerator 150 (D2)"));
    EXPECT_THAT(taken.lines, Contains("LT2 2022-23 denominator 200 (C2)"));
    EXPECT_THAT(taken.lines, Contains("LT2 2022-23 value 75 (E2)"));
}

TEST(GuessLayout, SaysWhatMustBeAnswered) {
    const std::string asked = questions(guess("Ref,Indicator,Q1,Q2\nZZ1,Unheard of,3,4\nZZ2,Unseen,5,6\n"));
    EXPECT_THAT(asked, HasSubstr("?? Which measures are these?"));
    EXPECT_THAT(asked, HasSubstr("?? Which year are the figures for? Nothing says so."));
}

TEST(GuessLayout, ProposesNothingForProse) {
    const auto guessed = guess("Dear all,\nplease find the figures below.\nThe trees are fine.\n");
    EXPECT_EQ(guessed.text, "");
    EXPECT_THAT(guessed.told, Contains(HasSubstr("No sheet has a row")));
}

// A proposal can always be read, and accounts for every cell of a sheet.
TEST(GuessLayout, IsAlwaysALayout) {
    std::mt19937_64 random(7);
    const auto one_of = [&](const std::vector<std::string>& words) { return words[random() % words.size()]; };
    const std::vector<std::string> cells{
        "Ref",  "TR-01", "LT2",   "Trees planted", "Q1",  "Q2 2024/25", "2024/25", "Target", "Northgate", "12",
        "81%",  "tbc",   "Total", "\"a\"\"b\"",    "= x", "Notes: {x}", "*",       "",       "",          "",
        "Line", "%",     "July",  "Borough",       "RAG", "G",          "[c]",     "x\\y",   "Comments",  "1,5"};
    std::size_t proposed = 0;
    for (int i = 0; i < 600; ++i) {
        std::string sheet;
        const std::size_t rows = 2 + random() % 9, columns = 2 + random() % 7;
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t column = 0; column < columns; ++column) {
                const std::string cell = one_of(cells);
                sheet += (column == 0 ? "" : ",") + (cell.find(',') == std::string::npos ? cell : "\"" + cell + "\"");
            }
            sheet += "\n";
        }
        const GuessedLayout guessed = guess(sheet, one_of({"own.csv", "Q2 2024-25.csv", "Parks 2024-25.csv"}));
        if (guessed.text.empty()) continue;
        ++proposed;
        const auto layout = parse_layout({"own", guessed.text}, "layouts/own.toml");
        ASSERT_TRUE(layout) << join(printed(layout.error()), "\n") << "\n" << guessed.text << "\n" << sheet;
        take(sheet, guessed.text); // which counts its cells
    }
    EXPECT_GT(proposed, 50U);
}

} // namespace
} // namespace qd::testing
