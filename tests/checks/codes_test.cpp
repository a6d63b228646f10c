#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

TEST(CodeUnknown, IsFoundWhereverSomethingPointsAtNothing) {
    Content content = council();
    content.actions = {action("A1", {SubjectKind::priority, "P9"})};
    content.statements = {statement()};
    content.statements[0].subject = {SubjectKind::measure, "M9"};
    hand_in(content, "M8", {value("2012-13Q1", "1")});
    hand_in(content, "M8", {value("2012-13Q2", "1")}); // the same unknown measure is one finding
    const Findings found = with_code(checked(content, "2012-13Q1"), "code-unknown");
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].place, "Returns");
    EXPECT_EQ(found[0].message, "It refers to measure:M8, which is not in the store.");
    EXPECT_EQ(found[1].place, "Action A1");
    EXPECT_EQ(found[2].place, "Statement S");
    for (const Finding& each : found) EXPECT_EQ(each.severity, Severity::error);
}

TEST(CodeUnknown, IsSilentWhereTheCodeIsThereOrNoneIsNeeded) {
    Content content = council();
    content.measures = {measure()};
    hand_in(content, "M1", {value("2012-13Q1", "1")});
    content.statements = {statement()}; // of the council itself
    EXPECT_FALSE(has(checked(content, "2012-13Q1"), "code-unknown"));
}

TEST(CodeUnknown, LeavesTheUpdatesOfOtherPeriodsAlone) {
    Content content = council();
    content.updates = {update({SubjectKind::priority, "P9"}, "2012-13Q1", Status::green)};
    EXPECT_EQ(with_code(checked(content, "2012-13Q1"), "code-unknown").size(), 1u);
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "code-unknown"));
}

} // namespace
} // namespace qd::test
