#include "exchange/layouts/guess.hpp"
#include "exchange/layouts/taken.hpp"

namespace qd::testing {
namespace {

// A list with far more rows than a proposal looks at one by one, and a word in place of a figure in its last row.
std::string long_list(std::size_t rows) {
    std::string text = "Ref,Ward,Period,Value\n";
    for (std::size_t i = 0; i < rows; ++i)
        text += std::string(i % 2 == 0 ? "TR-01" : "GR3") + ",Northgate," + std::to_string(2000 + i % 20) + "/" +
                std::to_string(2001 + i % 20).substr(2) + "," + std::to_string(i) + "\n";
    return text + "LT2,Northgate,2019/20,tbc\n";
}

TEST(LongSheet, IsLookedAtToItsLastRow) {
    ComplaintBook complaints;
    const Content known = borough();
    const GuessedLayout guessed =
        guess_layout(read_sheet_file({"long.csv", long_list(26'000), {}}, {}, complaints), known, {});
    EXPECT_NE(guessed.text.find("heading = \"ref\"\nis = \"measure\"  # cells are codes of measures"),
              std::string::npos)
        << guessed.text;
    EXPECT_NE(guessed.text.find("is = \"area\""), std::string::npos) << guessed.text;
    EXPECT_NE(guessed.text.find("\"tbc\" = \"not_due\""), std::string::npos) << guessed.text;
    EXPECT_TRUE(std::ranges::any_of(guessed.questions, [](const LayoutQuestion& question) {
        return question.evidence == "1 cell: D26002";
    })) << guessed.text;
}

TEST(LongSheet, EveryRowIsTaken) {
    std::string text = "Ref,Period,Value\n";
    for (int year = 1950; year < 2050; ++year)
        text += "TR-01," + std::to_string(year) + "/" + std::to_string(year + 1).substr(2) + "," +
                std::to_string(year) + "\n";
    const Taken taken =
        take(text, "[markers]\n\"9\" = \"not_due\"\n[[block]]\nheading = [\"Ref\", \"Value\"]\n"
                   "[[block.column]]\nheading = \"Ref\"\nis = \"measure\"\n[[block.column]]\nheading = "
                   "\"Period\"\nis = \"period\"\n[[block.column]]\nheading = \"Value\"\nis = \"value\"\n");
    EXPECT_THAT(taken.complaints, ::testing::IsEmpty());
    EXPECT_EQ(taken.taking.figures.size(), 100U);
}

} // namespace
} // namespace qd::testing
