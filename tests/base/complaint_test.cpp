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

} // namespace
} // namespace qd
