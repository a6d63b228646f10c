#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

TEST(Check, HasNothingToSayOfAnEmptyCouncil) { EXPECT_TRUE(checked(council(), "2012-13Q1").empty()); }

TEST(Check, PutsErrorsFirstThenWarningsThenNotes) {
    Content content = council();
    Statement age = statement("age");
    age.stated = Decimal(1);
    age.date = day("2012-01-01");
    age.window_to = day("2012-06-30");
    Statement outside = statement("day");
    outside.date = day("2012-01-01");
    outside.window_from = day("2012-04-01");
    Statement total = statement("total");
    total.stated = Decimal(3);
    total.parts = {Decimal(1), Decimal(1)};
    content.statements = {age, outside, total};
    EXPECT_EQ(kinds_of(checked(content, "2012-13Q1")),
              (std::vector<std::string>{"error parts-of-count", "warning period-outside", "note lag"}));
}

} // namespace
} // namespace qd::test
