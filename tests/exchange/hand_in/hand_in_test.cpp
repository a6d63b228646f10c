#include "exchange/hand_in/hand_in.hpp"

#include "exchange/layouts/taken.hpp"
#include "exchange/layouts/taking.hpp"

namespace qd::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

HandInLine line(const std::string& code, const std::string& area = "") {
    HandInLine made;
    made.measure = MeasureCode(code);
    made.area = AreaCode(area);
    made.period = Period::quarter(2024, 2);
    made.title = "Title of " + code;
    made.takes_parts = made.takes_words = made.takes_correction = true;
    return made;
}

HandInWorkbook workbook() {
    HandInWorkbook made;
    made.council = AreaCode("WEN");
    made.period = Period::quarter(2024, 2);
    made.read_me = {"Figures", "Fill in the yellow cells."};
    made.subject = "2024/25 quarter 2";
    made.sheets = {{"Parks & [green]: all/any", {line("TR-01"), line("TR-01", "N1")}}, {"Lists", {line("LT2")}}};
    return made;
}

SourceReading read(const std::string& bytes, const SheetWish& wish = {}) {
    TemporaryFolder folder;
    folder.with("filled.xlsx", bytes);
    auto reading = read_source(folder.path() / "filled.xlsx", borough(), BadRows::refuse, {}, wish);
    if (reading) return *std::move(reading);
    for (const std::string& each : printed(reading.error())) ADD_FAILURE() << each;
    SourceReading none;
    return none;
}

std::vector<std::string> complaints(const std::string& bytes, const Content& known, const SheetWish& wish = {}) {
    TemporaryFolder folder;
    folder.with("filled.xlsx", bytes);
    const auto reading = read_source(folder.path() / "filled.xlsx", known, BadRows::refuse, {}, wish);
    return reading ? std::vector<std::string>() : printed(reading.error());
}

TEST(HandIn, EqualContentsGiveEqualBytes) { EXPECT_EQ(write_hand_in(workbook()), write_hand_in(workbook())); }

TEST(HandIn, KnowsItselfAndNothingElse) {
    EXPECT_TRUE(is_hand_in({"a.xlsx", write_hand_in(workbook()), {}}));
    EXPECT_FALSE(is_hand_in({"a.xlsx", zipped(workbook_parts("")), {}}));
    EXPECT_FALSE(is_hand_in({"a.xlsx", "PK\x03\x04 no archive", {}}));
    EXPECT_FALSE(is_hand_in({"a.xlsx", "", {}}));
}

TEST(HandIn, SaysNothingWhereNothingIsFilledIn) {
    const SourceReading reading = read(write_hand_in(workbook()));
    EXPECT_TRUE(reading.content.returns.empty());
    EXPECT_TRUE(reading.content.updates.empty());
    ASSERT_TRUE(reading.sheet);
    expect_accounted(*reading.sheet);
    // Names that a sheet cannot have, or that the workbook needs itself, are changed.
    EXPECT_EQ(reading.sheet->file.sheets[1].name, "Parks &  green   all any");
    EXPECT_EQ(reading.sheet->file.sheets[2].name, "Lists 2");
}

TEST(HandIn, IsForOneCouncilAndOnePeriod) {
    Content other = borough();
    other.settings.area = AreaCode("N1");
    EXPECT_THAT(complaints(write_hand_in(workbook()), other), ElementsAre(HasSubstr("“WEN”: is the council")));
    EXPECT_THAT(complaints(write_hand_in(workbook()), borough(), {"", "2024-25Q3"}),
                ElementsAre(HasSubstr("is not the period that the workbook was made for, which is 2024/25 quarter 2")));
    EXPECT_THAT(complaints(write_hand_in(workbook()), borough(), {"", "Q2 2024/25"}), IsEmpty());
}

TEST(HandIn, TheFingerprintDoesNotDependOnTheOrderOfLines) {
    EXPECT_EQ(hand_in_fingerprint("A", "P", "", {"X", "Y"}), hand_in_fingerprint("A", "P", "", {"Y", "X"}));
    EXPECT_NE(hand_in_fingerprint("A", "P", "", {"X", "Y"}), hand_in_fingerprint("A", "P", "", {"X"}));
    EXPECT_NE(hand_in_fingerprint("A", "P", "", {"X"}), hand_in_fingerprint("A", "Q", "", {"X"}));
    EXPECT_NE(hand_in_fingerprint("A", "P", "U", {"X"}), hand_in_fingerprint("A", "P", "", {"X"}));
}

} // namespace
} // namespace qd::testing
