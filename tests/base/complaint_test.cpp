#include "base/complaint.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(Complaint, NamesThePlaceTheValueAndTheRemedy) {
    const Complaint complaint{
        "returns.csv", 7, "numerator", "x1", "is not a number.", "Write digits only, such as 19252."};
    EXPECT_EQ(print(complaint),
              "returns.csv row 7, column numerator, value “x1”: is not a number. Write digits only, such as 19252.");
}

TEST(Complaint, LeavesOutWhatIsNotKnown) {
    EXPECT_EQ(print({"returns.csv", 0, "", "", "is empty.", ""}), "returns.csv: is empty.");
    EXPECT_EQ(print({"returns.csv", 3, "", "", "has no code.", ""}), "returns.csv row 3: has no code.");
}

TEST(Complaint, ShortensLongValues) {
    const std::string text = print({"a.csv", 2, "note", std::string(5000, 'x'), "is too long.", ""});
    EXPECT_LT(text.size(), 200u);
    EXPECT_NE(text.find("x…”"), std::string::npos);
}

TEST(Complaint, EqualOnesAreReportedOnce) {
    Complaints complaints;
    for (const std::size_t row : {2, 5, 7, 9, 11})
        complaints.push_back({"returns.csv", row, "value", "TBC", "is doubtful.", "Say which."});
    complaints.push_back({"returns.csv", 6, "value", "x", "is doubtful.", "Say which."});
    for (const std::size_t row : {3, 4}) complaints.push_back({"areas.csv", row, "kind", "", "is empty.", ""});
    const auto lines = print_grouped(complaints);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[0].text, "returns.csv rows 2, 5, 7 and 2 more, column value, value “TBC”: is doubtful. Say which.");
    EXPECT_EQ(lines[0].count, 5u);
    EXPECT_EQ(lines[1].text, print(complaints[5]));
    EXPECT_EQ(lines[2].text, "areas.csv rows 3 and 4, column kind: is empty.");
}

} // namespace
} // namespace qd
